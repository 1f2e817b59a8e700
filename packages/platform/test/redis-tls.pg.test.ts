import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@academy/platform/ids';
import { createLogger } from '@academy/platform/logger';
import {
  keepRedisUsers,
  openRedis,
  REDIS_ROLES,
  type RedisDoor,
  type RedisRole,
  removeRedisUsers,
} from '@academy/platform/redis';
import { createAuthority, writePair } from '@academy/testing/certificates';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

const plainUrl = inject('redisUrl');
const namespace = `test-${newId()}`;
const logger = createLogger({ process: 'test', level: 'silent' });
const doors: RedisDoor[] = [];
let folder: string;
let caFile: string;
let otherCaFile: string;
let port: number;
/** Why Redis speaks no TLS here; empty when it does. */
let obstacle = '';

function open(url: string, ca?: string): RedisDoor {
  const door = openRedis({ url, namespace, caFile: ca, logger, name: 'tls-test' });
  doors.push(door);
  return door;
}

function secureUrl(hostname: string): string {
  const url = new URL(plainUrl.replace('redis:', 'rediss:'));
  url.hostname = hostname;
  url.port = String(port);
  return url.toString();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'academy-redis-tls-'));
  await chmod(folder, 0o755);
  const [ca, other] = [await createAuthority(), await createAuthority()];
  [caFile, otherCaFile] = [join(folder, 'ca.crt'), join(folder, 'other.crt')];
  await writeFile(caFile, ca.cert);
  await writeFile(otherCaFile, other.cert);
  const names = [{ type: 'dns', value: 'localhost' }] as const;
  const files = await writePair(folder, 'redis', await ca.issue({ name: 'redis', usages: ['server'], alternativeNames: names }));
  port = await freePort();
  const settings = {
    ...{ 'tls-cert-file': files.certFile, 'tls-key-file': files.keyFile, 'tls-ca-cert-file': caFile },
    ...{ 'tls-auth-clients': 'no', 'tls-port': String(port) },
  };
  await open(plainUrl)
    .commands.call('CONFIG', 'SET', ...Object.entries(settings).flat())
    .catch((thrown: Error) => {
      obstacle = thrown.message;
    });
});
afterAll(async () => {
  if (obstacle === '') await open(plainUrl).commands.call('CONFIG', 'SET', 'tls-port', '0');
  for (const door of doors) await door.close();
  await rm(folder, { recursive: true, force: true });
});

describe('Redis over TLS', () => {
  test('is spoken to when its name and its CA fit, also by connections that wait', async ({ skip }) => {
    skip(obstacle !== '', `Redis speaks no TLS here: ${obstacle}`);
    const door = open(secureUrl('localhost'), caFile);
    expect(await door.commands.ping()).toBe('PONG');
    expect(await door.connect('waiting').ping()).toBe('PONG');
  });

  test.for<[why: string, hostname: string, ca: () => string | undefined]>([
    ['another CA', 'localhost', () => otherCaFile],
    ['no CA that the machine knows', 'localhost', () => undefined],
    ['a name that is not in its certificate', '127.0.0.1', () => caFile],
  ])('is refused: %s', async ([_why, hostname, ca], { skip }) => {
    skip(obstacle !== '', `Redis speaks no TLS here: ${obstacle}`);
    await expect(open(secureUrl(hostname), ca()).commands.ping()).rejects.toThrow();
  });

  test('is what the roles’ users are made over, and their URLs say so too', async ({ skip }) => {
    skip(obstacle !== '', `Redis speaks no TLS here: ${obstacle}`);
    const passwords = Object.fromEntries(REDIS_ROLES.map((role) => [role, newId()])) as Record<RedisRole, string>;
    const adminUrl = secureUrl('localhost');
    const users = await keepRedisUsers({ adminUrl, namespace, passwords, caFile, logger });
    expect(users.urls.gateway).toMatch(/^rediss:/);
    expect(await open(users.urls.gateway, caFile).commands.ping()).toBe('PONG');
    await users.stop();
    await expect(keepRedisUsers({ adminUrl, namespace, passwords, caFile: otherCaFile, logger })).rejects.toThrow();
    await removeRedisUsers({ adminUrl, namespace, caFile });
  });
});

test('a CA file that is not there is an error at the start', () => {
  expect(() => open(secureUrl('localhost'), '/nonexistent/ca.crt')).toThrow('ENOENT');
});
