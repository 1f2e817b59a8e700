import type { DomainEvent } from '@academy/contracts';
import { seedId } from '@academy/kernel';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { newId } from '../ids/index.ts';
import { createLogger } from '../logger/index.ts';
import { openRedis, type RedisDoor } from '../redis/index.ts';
import { toEntry } from './stream.ts';
import { openStreamCursor } from './stream-cursor.ts';

const KEY = { id: 'test', secret: 'a secret of thirty-two characters, for tests' };
const tenantId = seedId('stream-cursor-test/tenant');

let redis: RedisDoor;
let stream: string;
let numbers: number[];
let forged: string[];
beforeAll(() => {
  const logger = createLogger({ process: 'test', level: 'silent' });
  redis = openRedis({ url: inject('redisUrl'), namespace: `test-${newId()}`, logger, name: 'test' });
});
beforeEach(() => {
  stream = redis.key(`sys:cursor:${newId()}`);
  numbers = [];
  forged = [];
});
afterAll(() => redis.close());

const open = (from: 'beginning' | 'newest') =>
  openStreamCursor({ redis, stream, from, signingKeys: [KEY], onForged: (id) => void forged.push(id) });
const take = (event: DomainEvent) => void numbers.push(event.data as number);
async function append(...added: number[]): Promise<void> {
  const batch = redis.commands.pipeline();
  for (const data of added) {
    const event = { id: newId(), type: 'numbered', tenantId, subject: 'numbers', occurredAt: '2026-03-02T12:00:00.000Z', data };
    batch.xadd(stream, '*', ...toEntry(event, KEY));
  }
  await batch.exec();
}

test('a cursor at the beginning hands over everything, page by page, then what is added', async () => {
  const all = Array.from({ length: 1_203 }, (_, index) => index);
  await append(...all);
  const cursor = open('beginning');
  expect(await cursor.read(take)).toEqual({ hasLost: false });
  await append(1_203);
  expect(await cursor.read(take)).toEqual({ hasLost: false });
  expect(numbers).toEqual([...all, 1_203]);
});

test('a cursor at the newest entry hands over only what is added, even to a stream that did not exist', async () => {
  const before = open('newest');
  await before.read(take);
  await append(1, 2);
  const after = open('newest');
  await after.read(take);
  expect(numbers).toEqual([]);
  await append(3);
  expect(await before.read(take)).toEqual({ hasLost: false });
  expect(numbers).toEqual([1, 2, 3]);
  expect(await after.read(take)).toEqual({ hasLost: false });
  expect(numbers).toEqual([1, 2, 3, 3]);
});

test('entries that were trimmed away unread are a loss, those that were read are none', async () => {
  const cursor = open('newest');
  await cursor.read(take);
  await append(1, 2, 3);
  await redis.commands.xtrim(stream, 'MAXLEN', 1);
  expect(await cursor.read(take)).toEqual({ hasLost: true });
  expect(numbers).toEqual([3]);
  await redis.commands.xtrim(stream, 'MAXLEN', 0);
  expect(await cursor.read(take)).toEqual({ hasLost: false });
});

test.each(['and stays so', 'and is filled again'])('a stream that was emptied, %s, is a loss, told once', async (then) => {
  const cursor = open('newest');
  await cursor.read(take);
  await append(1, 2);
  await cursor.read(take);
  await redis.commands.del(stream);
  if (then === 'and is filled again') await append(3, 4, 5);
  expect(await cursor.read(take)).toEqual({ hasLost: true });
  expect(await cursor.read(take)).toEqual({ hasLost: false });
  await append(6);
  expect(await cursor.read(take)).toEqual({ hasLost: false });
  expect(numbers).toEqual(then === 'and is filled again' ? [1, 2, 3, 4, 5, 6] : [1, 2, 6]);
});

test('a loss that was found before Redis went away is told when it is back', async () => {
  const cursor = open('newest');
  await append(1);
  await cursor.read(take);
  await append(2, 3);
  await redis.commands.xtrim(stream, 'MAXLEN', 1);
  const broken = () => {
    throw new Error('taken in the middle');
  };
  await redis.commands.del(stream);
  await append(4);
  await expect(cursor.read(broken)).rejects.toThrow('taken in the middle');
  expect(await cursor.read(take)).toEqual({ hasLost: true });
});

test('entries that are not signed by us are told and skipped', async () => {
  const cursor = open('beginning');
  await append(1);
  await redis.commands.xadd(stream, '*', 'event', '{"id":"x"}', 'key', KEY.id, 'mac', 'made up');
  await redis.commands.xadd(stream, '*', 'anything', 'else');
  await append(2);
  expect(await cursor.read(take)).toEqual({ hasLost: false });
  expect(numbers).toEqual([1, 2]);
  expect(forged).toHaveLength(2);
});
