import type { RedisDoor } from '@academy/platform/redis';

const PAGE = 500;
/** Of a long value the first part: job data, answers and entries are shorter. */
const MOST_ENTRIES = 2_000;

/** Keys under a pattern, without the namespace of the system. */
export async function scanKeys(redis: RedisDoor, pattern: string): Promise<string[]> {
  const prefix = redis.namespace === '' ? '' : `${redis.namespace}:`;
  const keys = new Set<string>();
  let cursor = '0';
  do {
    const [next, page] = await redis.commands.scan(cursor, 'MATCH', `${prefix}${pattern}`, 'COUNT', PAGE);
    for (const key of page) keys.add(key.slice(prefix.length));
    cursor = next;
  } while (cursor !== '0');
  return [...keys].sort();
}

/** Whatever a key holds, as one text; empty for a key that is gone by now. */
export async function textOf(redis: RedisDoor, key: string): Promise<string> {
  const { commands } = redis;
  const full = redis.namespace === '' ? key : `${redis.namespace}:${key}`;
  const kind = await commands.type(full);
  switch (kind) {
    case 'string':
      return (await commands.get(full)) ?? '';
    case 'hash':
      return JSON.stringify(await commands.hgetall(full));
    case 'list':
      return JSON.stringify(await commands.lrange(full, 0, MOST_ENTRIES));
    case 'set':
      return JSON.stringify(await commands.smembers(full));
    case 'zset':
      return JSON.stringify(await commands.zrange(full, 0, String(MOST_ENTRIES)));
    case 'stream':
      return JSON.stringify(await commands.xrevrange(full, '+', '-', 'COUNT', MOST_ENTRIES));
    case 'none':
      return '';
    default:
      throw new Error(`The key ${key} is a ${kind}, of which no value can be read.`);
  }
}
