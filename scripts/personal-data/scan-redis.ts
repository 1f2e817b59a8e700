import { createLogger } from '@academy/platform/logger';
import { openRedis, type Redis } from '@academy/platform/redis';
import type { Findings } from './finding.ts';

const AT_ONCE = 500;

/**
 * Every key of Redis is looked through, its name and whatever it holds, of whatever type: jobs of BullMQ are hashes and lists, events are streams. `namespace`
 * narrows it to keys that begin with it.
 */
export async function scanRedis(url: string, namespace: string, findings: Findings): Promise<void> {
  const door = openRedis({
    url,
    namespace,
    logger: createLogger({ process: 'scan', level: 'silent' }),
    name: 'scan-personal-data',
  });
  const redis = door.commands;
  try {
    const match = namespace === '' ? '*' : `${namespace}:*`;
    let cursor = '0';
    do {
      const [next, keys] = await redis.scan(cursor, 'MATCH', match, 'COUNT', AT_ONCE);
      cursor = next;
      for (const key of keys) await scanKey(redis, key);
    } while (cursor !== '0');
  } finally {
    await door.close();
  }

  async function scanKey(redis: Redis, key: string): Promise<void> {
    const place = `redis ${patternOf(key, namespace)}`;
    const at = findings.lookAtName(place, key) ? 'a key whose name is personal itself' : key;
    const look = (bytes: Buffer) => findings.look({ place, at, bytes });
    for await (const bytes of piecesOf(redis, key)) look(bytes);
  }
}

/** What a key holds, piece by piece; nothing for one that is gone meanwhile. */
async function* piecesOf(redis: Redis, key: string): AsyncGenerator<Buffer> {
  const type = await redis.type(key);
  switch (type) {
    case 'none':
      return;
    case 'string': {
      const value = await redis.getBuffer(key);
      if (value !== null) yield value;
      return;
    }
    case 'hash':
      yield* scanned((cursor) => redis.hscanBuffer(key, cursor, 'COUNT', AT_ONCE));
      return;
    case 'set':
      yield* scanned((cursor) => redis.sscanBuffer(key, cursor, 'COUNT', AT_ONCE));
      return;
    case 'zset':
      yield* scanned((cursor) => redis.zscanBuffer(key, cursor, 'COUNT', AT_ONCE));
      return;
    case 'list':
      for (let from = 0; ; from += AT_ONCE) {
        const items = await redis.lrangeBuffer(key, from, from + AT_ONCE - 1);
        yield* items;
        if (items.length < AT_ONCE) return;
      }
    case 'stream':
      for (let from = '-'; ; ) {
        const entries = await redis.xrangeBuffer(key, from, '+', 'COUNT', AT_ONCE);
        for (const [, fields] of entries) yield Buffer.concat(fields.flatMap((field) => [field, Buffer.from('\n')]));
        const last = entries.at(-1)?.[0];
        if (last === undefined || entries.length < AT_ONCE) return;
        from = `(${last.toString()}`;
      }
    default: {
      // A type of a module: whatever its dump shows.
      const dump = await redis.dumpBuffer(key);
      if (dump !== null) yield dump;
    }
  }
}

async function* scanned(page: (cursor: string) => Promise<[cursor: Buffer, elements: Buffer[]]>): AsyncGenerator<Buffer> {
  let cursor = '0';
  do {
    const [next, elements] = await page(cursor);
    yield* elements;
    cursor = next.toString();
  } while (cursor !== '0');
}

/** A key with ids and figures taken out, so that a thousand jobs are one place. */
function patternOf(key: string, namespace: string): string {
  const own = namespace !== '' && key.startsWith(`${namespace}:`) ? key.slice(namespace.length + 1) : key;
  return own
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '*')
    .split(':')
    .map((part) => (/^[a-z][a-z-]{0,24}$/i.test(part) || part === '*' ? part : '*'))
    .join(':');
}
