import { newId } from '@academy/platform/ids';
import { createLogger } from '@academy/platform/logger';
import {
  keepRedisUsers,
  openRedis,
  REDIS_ROLES,
  type Redis,
  type RedisRole,
  type RedisUsers,
  redisRefusals,
  removeRedisUsers,
} from '@academy/platform/redis';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

const namespace = `test-${newId()}`;
const adminUrl = inject('redisUrl');
const passwords = Object.fromEntries(REDIS_ROLES.map((role) => [role, newId()])) as Record<RedisRole, string>;
const logger = createLogger({ process: 'test', level: 'silent' });
let users: RedisUsers;
const doors = new Map<string, ReturnType<typeof openRedis>>();

beforeAll(async () => {
  users = await keepRedisUsers({ adminUrl, namespace, passwords, logger });
  const { urls } = users;
  for (const role of REDIS_ROLES) doors.set(role, openRedis({ url: urls[role], namespace, logger, name: role }));
  doors.set('root', openRedis({ url: adminUrl, namespace, logger, name: 'root' }));
});
afterAll(async () => {
  for (const door of doors.values()) await door.close();
  await users.stop();
  await removeRedisUsers({ adminUrl, namespace });
});

function as(who: RedisRole | 'root'): Redis {
  const door = doors.get(who);
  if (door === undefined) throw new Error(`Nobody connected as ${who}.`);
  return door.commands;
}

/** The key of this test's namespace. */
const key = (text: string) => `${namespace}:${text}`;
/** What Redis says to a command; the error's text when it refuses. */
const say = (who: RedisRole, ...[command = '', ...args]: string[]) =>
  as(who)
    .call(command, ...args)
    .then(
      (answer) => JSON.stringify(answer),
      (thrown: Error) => thrown.message,
    );

const roles: RedisRole[] = ['gateway', 'island', 'worker', 'app'];
const REFUSED = /NOPERM|not allowed from script|The user executing the script can't|DEBUG command not allowed/;

describe.each(roles)('%s', (role) => {
  test.each([
    ['FLUSHALL'],
    ['FLUSHDB'],
    ['KEYS', '*'],
    ['SCAN', '0'],
    ['RANDOMKEY'],
    ['DBSIZE'],
    ['MONITOR'],
    ['CONFIG', 'GET', '*'],
    ['CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru'],
    ['CONFIG', 'REWRITE'],
    ['DEBUG', 'SLEEP', '0'],
    ['ACL', 'LIST'],
    ['ACL', 'SETUSER', 'mallory', 'on', 'nopass', '+@all', '~*'],
    ['SHUTDOWN', 'NOSAVE'],
    ['SAVE'],
    ['BGREWRITEAOF'],
    ['REPLICAOF', '127.0.0.1', '1'],
    ['SLAVEOF', 'NO', 'ONE'],
    ['MIGRATE', '127.0.0.1', '1', 'key', '0', '1'],
    ['MODULE', 'LIST'],
    ['FUNCTION', 'FLUSH'],
    ['SCRIPT', 'FLUSH'],
    ['SCRIPT', 'KILL'],
    ['CLIENT', 'KILL', 'ID', '1'],
    ['CLIENT', 'PAUSE', '1'],
    ['CLIENT', 'LIST'],
    ['SWAPDB', '0', '1'],
    ['SELECT', '1'],
    ['SORT', 'rl:a'],
    ['GET', 'anything'],
    ['SET', 'anything', '1'],
    ['SET', 't:00000000-0000-4000-8000-000000000000:of-another-namespace', '1'],
    ['EVAL', "return redis.call('config','get','*')", '0'],
    ['EVAL', "return redis.call('keys','*')", '0'],
    ['EVAL', "return redis.call('flushall')", '0'],
    ['EVAL', "return redis.call('set','anything','1')", '0'],
    ['EVAL_RO', "return redis.call('keys','*')", '0'],
    ['FCALL', 'f', '0'],
    ['PUBLISH', 'anything', '1'],
  ])('may not: %s %s %s', async (...command) => {
    expect(await say(role, ...command)).toMatch(REFUSED);
  });
});

test('each role may do with keys what it is for, and not what the others are for', async () => {
  const table: [command: string[], may: RedisRole[]][] = [
    [
      ['SET', key('t:a:cache:x'), '1', 'PX', '5000'],
      ['gateway', 'app'],
    ],
    [
      ['SET', key('rl:x'), '1'],
      ['gateway', 'app'],
    ],
    [
      ['SET', key('sys:nonce:x'), '1', 'EX', '5', 'NX'],
      ['island', 'app'],
    ],
    [
      ['XADD', key('sys:events:users'), '*', 'a', 'b'],
      ['worker', 'app'],
    ],
    [
      ['XRANGE', key('sys:events:users'), '-', '+', 'COUNT', '1'],
      ['gateway', 'worker', 'app', 'admin'],
    ],
    [
      ['XADD', key('t:a:live:certification'), '*', 'a', 'b'],
      ['worker', 'app'],
    ],
    [['DEL', key('sys:events:users')], []],
    [['XTRIM', key('sys:events:users'), 'MAXLEN', '0'], []],
    [
      ['SET', key('sys:published:users'), '1'],
      ['worker', 'app'],
    ],
    [
      ['HSET', key('bull:users:1'), 'a', 'b'],
      ['worker', 'app'],
    ],
    [
      ['HGETALL', key('bull:users:1')],
      ['worker', 'app', 'admin'],
    ],
    [
      ['GET', key('t:a:cache:x')],
      ['gateway', 'app', 'admin'],
    ],
    [
      ['PUBLISH', key('t:a:wake:certification'), '{}'],
      ['gateway', 'worker', 'app'],
    ],
    [
      ['EVAL', "return redis.call('get', KEYS[1])", '1', key('rl:x')],
      ['gateway', 'app'],
    ],
    [
      ['EVAL', "return redis.call('hget', KEYS[1], 'a')", '1', key('bull:users:1')],
      ['worker', 'app'],
    ],
    [['EVAL', `return redis.call('set', '${key('sys:published:users')}', '1')`, '1', key('rl:x')], ['app']],
    [['PING'], ['gateway', 'island', 'worker', 'app', 'admin', 'probe']],
  ];
  for (const [command, may] of table) {
    for (const role of REDIS_ROLES) {
      const answer = await say(role, ...command);
      expect(`${role} ${command.join(' ')}: ${REFUSED.test(answer) ? 'refused' : 'done'}`).toBe(
        `${role} ${command.join(' ')}: ${may.includes(role) ? 'done' : 'refused'}`,
      );
    }
  }
});

test('the admin sees that nothing is evicted, and every key; and changes nothing', async () => {
  expect(await say('admin', 'CONFIG', 'GET', 'maxmemory-policy')).toContain('noeviction');
  expect(await say('admin', 'SCAN', '0', 'MATCH', `${namespace}:*`, 'COUNT', '10000')).not.toMatch(REFUSED);
  for (const command of [
    ['SET', key('rl:x'), '1'],
    ['DEL', key('rl:x')],
    ['FLUSHALL'],
    ['KEYS', '*'],
    ['MONITOR'],
    ['CONFIG', 'SET', 'maxmemory', '1'],
    ['ACL', 'GETUSER', 'default'],
    ['EVAL', 'return 1', '0'],
  ])
    expect(await say('admin', ...command)).toMatch(REFUSED);
});

test('who probes may ask whether Redis is there, and nothing else', async () => {
  expect(await say('probe', 'PING')).toBe('"PONG"');
  expect(await say('probe', 'GET', key('rl:x'))).toMatch(REFUSED);
  expect(await say('probe', 'INFO')).toMatch(REFUSED);
});

test('a wrong password gets nothing', async () => {
  const url = new URL(adminUrl);
  url.username = `${namespace}-app`;
  url.password = 'wrong';
  const door = openRedis({ url: url.toString(), namespace, logger, name: 'wrong' });
  await expect(door.commands.ping()).rejects.toThrow();
  await door.close();
});

test('what a role was refused can be looked up', async () => {
  await say('worker', 'FLUSHALL');
  expect(await redisRefusals({ adminUrl, namespace })).toContain('worker: flushall');
  expect(await redisRefusals({ adminUrl, namespace: `${namespace}-2` })).toEqual([]);
});

test('a Redis that forgot its users has them again, and who was connected goes on', async () => {
  expect(await say('worker', 'PING')).toBe('"PONG"');
  // As when it was started again: the users are gone, and their connections with them.
  await removeRedisUsers({ adminUrl, namespace });
  await expect.poll(() => say('worker', 'PING'), { timeout: 10_000 }).toBe('"PONG"');
  await expect.poll(() => say('gateway', 'SET', key('rl:x'), '1'), { timeout: 10_000 }).toBe('"OK"');
});
