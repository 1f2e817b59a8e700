import { Redis } from 'ioredis';
import type { Logger } from '../logger/index.ts';

export type { Redis } from 'ioredis';

/**
 * The connections of one process to Redis. Every key is built by `key`, so that two systems can share one Redis.
 * Keys of a tenant begin with `t:{tenantId}:`, those of the system with `sys:`, rate limits with `rl:`.
 */
export type RedisDoor = {
  /** For commands that answer at once; each has a deadline of 2 s and is not queued while the connection is down. */
  readonly commands: Redis;
  readonly namespace: string;
  key(first: `t:${string}` | `sys:${string}` | `rl:${string}`): string;
  /** A connection of one's own for blocking reads and subscriptions; it waits through outages. The caller closes it. */
  connect(purpose: string): Redis;
  close(): Promise<void>;
};

/** Opens the connections; does not wait for Redis to be there. */
export function openRedis(options: { url: string; namespace: string; logger: Logger; name: string }): RedisDoor {
  const opened: Redis[] = [];
  const open = (purpose: string, settings: { commandTimeout?: number; maxRetriesPerRequest: number | null }) => {
    const connection = new Redis(options.url, {
      connectionName: `${options.name}:${purpose}`,
      connectTimeout: 5_000,
      keepAlive: 5_000,
      retryStrategy: (attempt) => Math.min(100 * 2 ** Math.min(attempt, 5), 2_000),
      ...settings,
    });
    connection.on('error', (error) => options.logger.warn({ purpose, err: error.message }, 'redis: connection error'));
    opened.push(connection);
    return connection;
  };
  const commands = open('commands', { commandTimeout: 2_000, maxRetriesPerRequest: 1 });
  const prefix = options.namespace === '' ? '' : `${options.namespace}:`;
  return {
    commands,
    namespace: options.namespace,
    key: (first) => `${prefix}${first}`,
    connect: (purpose) => open(purpose, { maxRetriesPerRequest: null }),
    async close() {
      for (const connection of opened) connection.disconnect();
    },
  };
}
