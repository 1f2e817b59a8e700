import { createLogger } from '@academy/platform/logger';
import { openRedis, redisRefusals } from '@academy/platform/redis';
import { inject } from 'vitest';

/** The families of keys: of a tenant, of queues, of rate limits, of the system, of subscriptions. */
const FAMILIES = /^(t:[^:]+:|bull:|rl:|sys:|sub:)/;

/** What is not as it should be with a system's part of Redis: keys outside of the families, and what its users were refused. `adminUrl`: of its role `admin`. */
export async function redisDisorder(system: { adminUrl: string; namespace: string }): Promise<string[]> {
  const { adminUrl, namespace } = system;
  const refusals = await redisRefusals({ adminUrl: inject('redisUrl'), namespace });
  const logger = createLogger({ process: 'journey', level: 'silent' });
  const redis = openRedis({ url: adminUrl, namespace, logger, name: 'order' });
  try {
    const strays: string[] = [];
    let cursor = '0';
    do {
      const [next, keys] = await redis.commands.scan(cursor, 'MATCH', `${namespace}:*`, 'COUNT', 1_000);
      strays.push(...keys.filter((key) => !FAMILIES.test(key.slice(namespace.length + 1))));
      cursor = next;
    } while (cursor !== '0');
    return [...strays.map((key) => `a key of no family: ${key}`), ...refusals.map((what) => `refused to ${what}`)];
  } finally {
    await redis.close();
  }
}
