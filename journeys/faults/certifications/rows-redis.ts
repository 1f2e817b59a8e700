import { readdir, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { createLogger } from '@academy/platform/logger';
import { openRedis, type Redis } from '@academy/platform/redis';
import { FAULTS, type Strike } from '../nemesis.ts';
import { pause } from '../pause.ts';
import type { Row } from './row.ts';

/** Redis answers this late in F13, and so slowly. */
const SLOW = { delayMs: 500, bytesPerSecond: 1_024 };
/** Redis writes its append-only file to the disk once a second: what a loss of power takes. */
const LOST_MS = 1_000;
const LOOK_EVERY_MS = 100;

/** Rows of Redis. */
export const REDIS_ROWS = {
  F08: row('kill -9 of Redis, back after 0.2 to 2 s with its append-only file', FAULTS['redis-restart'].strike),
  F09: row('kill -9 of Redis, back after 0.2 to 2 s with nothing', FAULTS['redis-lost'].strike),
  F10: row('Redis loses power: back with an append-only file that ends a second before', losePower),
  F11: row('FLUSHALL, once to three times', FAULTS['redis-flush'].strike),
  F12: row('Redis has no memory left for 4 to 7 s, and must refuse rather than forget', fillMemory),
  F13: row('Redis answers half a second late, 1 KiB a second, for 5 to 8 s', slowDown),
  F14: row('every connection to Redis is reset, 3 to 5 times', FAULTS['redis-cut'].strike),
  F15: row(
    'nothing reaches Redis for 3 to 8 s, and nobody is told; what was connected then stays silent for good',
    FAULTS['redis-partition'].strike,
  ),
} satisfies Record<string, Row>;

function row(says: string, strike: Row['strike']): Row {
  return { touches: ['redis'], says, isQuick: true, strike };
}

async function losePower({ system, random }: Strike): Promise<string> {
  const { servers } = system;
  const sizes: { readonly at: number; readonly file: string; readonly bytes: number }[] = [];
  for (const until = Date.now() + 2 * LOST_MS; Date.now() < until; await pause(LOOK_EVERY_MS)) {
    const file = await newestFile(servers.redisFolder);
    sizes.push({ at: Date.now(), file, bytes: (await stat(file)).size });
  }
  await servers.kill('Redis', 'SIGKILL');
  const last = sizes.at(-1);
  const kept = sizes.findLast(({ at, file }) => file === last?.file && at <= (last?.at ?? 0) - LOST_MS);
  if (last === undefined || kept === undefined) throw new Error('Redis began another append-only file; nothing was cut off.');
  const { size } = await stat(kept.file);
  await truncate(kept.file, kept.bytes);
  await pause(random.whole(200, 1_000));
  await servers.startRedis();
  return `${size - kept.bytes} of ${size} bytes lost`;
}

/** The file that Redis appends to. */
async function newestFile(folder: string): Promise<string> {
  const files = await readdir(join(folder, 'appendonlydir'));
  const number = (name: string) => Number(/\.(\d+)\.incr\.aof$/.exec(name)?.[1] ?? 0);
  const newest = files.toSorted((one, other) => number(one) - number(other)).at(-1);
  if (newest === undefined || number(newest) === 0) throw new Error(`Redis has no append-only file in ${folder}.`);
  return join(folder, 'appendonlydir', newest);
}

async function fillMemory({ system, history, random }: Strike): Promise<string> {
  return asAdmin(system.servers.redisUrl, async (redis) => {
    const evicted = async () => Number(/evicted_keys:(\d+)/.exec(await redis.info('stats'))?.[1] ?? 0);
    const before = await evicted();
    await redis.config('SET', 'maxmemory', '1mb');
    const lastsMs = random.whole(4_000, 7_000);
    await pause(lastsMs);
    const forgotten = (await evicted()) - before;
    await redis.config('SET', 'maxmemory', '0');
    if (forgotten > 0) history.add({ op: 'broke', what: `Redis forgot ${forgotten} keys for want of memory, and told nobody` });
    return `${lastsMs} ms`;
  });
}

async function slowDown({ system, random }: Strike): Promise<string> {
  const lastsMs = random.whole(5_000, 8_000);
  system.redisProxy.slowness = SLOW;
  await pause(lastsMs);
  system.redisProxy.slowness = undefined;
  return `${lastsMs} ms`;
}

async function asAdmin<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const logger = createLogger({ process: 'faults', level: 'silent' });
  const redis = openRedis({ url, namespace: '', logger, name: 'faults' });
  try {
    return await work(redis.commands);
  } finally {
    await redis.close();
  }
}
