import { newId } from '@academy/platform/ids';
import { createLogger } from '@academy/platform/logger';
import { openRedis, type RedisDoor } from '@academy/platform/redis';
import { openTcpProxy, type TcpProxy } from '@academy/testing/tcp-proxy';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';

let proxy: TcpProxy;
let redis: RedisDoor;

beforeEach(async () => {
  const url = new URL(inject('redisUrl'));
  proxy = await openTcpProxy([Number(url.port)]);
  url.port = String(proxy.port);
  const logger = createLogger({ process: 'test', level: 'silent' });
  redis = openRedis({ url: url.toString(), namespace: `test-${newId()}`, logger, name: 'test' });
});
afterEach(async () => {
  await redis.close();
  await proxy.close();
});

const patiently = { timeout: 15_000, interval: 100 };

test('commands are answered again although their connection fell silent and nobody said so', async () => {
  const key = redis.key('sys:word');
  await redis.commands.set(key, 'heard', 'EX', 60);
  proxy.freeze();
  await expect(redis.commands.get(key)).rejects.toThrow(/timed? ?out/i);
  await vi.waitUntil(async () => (await redis.commands.get(key).catch(() => undefined)) === 'heard', patiently);
});

test('a connection that only listens finds out that it no longer hears', async () => {
  const listener = redis.connect('listener');
  const heard: string[] = [];
  listener.on('message', (_channel, text) => heard.push(text));
  await listener.subscribe(redis.key('sys:news'));
  proxy.freeze();
  await vi.waitUntil(async () => {
    await redis.commands.publish(redis.key('sys:news'), 'after').catch(() => undefined);
    return heard.includes('after');
  }, patiently);
});

test('a blocking read goes on over a new connection', async () => {
  const stream = redis.key('sys:lines');
  const reader = redis.connect('reader');
  await redis.commands.xadd(stream, '1-1', 'line', 'first');
  await reader.xread('COUNT', 1, 'STREAMS', stream, '0');
  const read = reader.xread('COUNT', 1, 'BLOCK', 2_000, 'STREAMS', stream, '1-1');
  proxy.freeze();
  await vi.waitUntil(() => redis.commands.xadd(stream, '*', 'line', 'second').catch(() => undefined), patiently);
  expect(await read).toEqual([[stream, [[expect.any(String), ['line', 'second']]]]]);
});

test('a read that blocks for as long as it said is left alone', async () => {
  const reader = redis.connect('reader', { blocksForMs: 4_000 });
  await vi.waitUntil(() => reader.status === 'ready');
  const closed = vi.fn();
  reader.on('close', closed);
  expect(await reader.xread('BLOCK', 4_000, 'STREAMS', redis.key('sys:nothing'), '0')).toBeNull();
  expect(closed).not.toHaveBeenCalled();
});
