import { Redis } from 'ioredis';
import type { Logger } from '../logger/index.ts';
import { redisTls } from './tls.ts';

export type { Redis } from 'ioredis';
export * from './roles.ts';
export * from './users.ts';

/**
 * The connections of one process to Redis. Every key is built by `key`, so that two systems can share one Redis.
 * Keys of a tenant begin with `t:{tenantId}:`, those of the system with `sys:`, rate limits with `rl:`.
 */
export type RedisDoor = {
  /** For commands that answer at once; each has a deadline of 2 s and is not queued while the connection is down. */
  readonly commands: Redis;
  readonly namespace: string;
  key(first: `t:${string}` | `sys:${string}` | `rl:${string}`): string;
  /**
   * A connection of one's own for blocking reads and subscriptions; it waits through outages. `blocksForMs`: the longest of those reads, 2 s
   * unless told. The caller closes it.
   */
  connect(purpose: string, settings?: { blocksForMs?: number }): Redis;
  close(): Promise<void>;
};

/**
 * A connection on which an answer is due and nothing comes for this long is dead, whatever TCP says: a machine that vanished, or a middlebox that
 * forgot the connection, tells nobody, and the kernel would find out after minutes. It is closed, and opened again.
 */
const SILENCE_MS = 3_000;
/** A connection that only listens asks this often whether it still hears. */
const PING_EVERY_MS = 3_000;
const BLOCKS_FOR_MS = 2_000;

/** Opens the connections; does not wait for Redis to be there. Throws when `caFile` cannot be read. */
export function openRedis(options: {
  url: string;
  namespace: string;
  /** PEM of the CAs that a `rediss` server's certificate may come from; default: the machine's. */
  caFile?: string | undefined;
  logger: Logger;
  name: string;
}): RedisDoor {
  const tls = redisTls(options.url, options.caFile);
  const opened: Redis[] = [];
  type Settings = { commandTimeout?: number; maxRetriesPerRequest: number | null; socketTimeout: number };
  const open = (purpose: string, settings: Settings) => {
    const connection = new Redis(options.url, {
      connectionName: `${options.name}:${purpose}`,
      // Which library this is concerns nobody, and older servers have no such command.
      disableClientInfo: true,
      connectTimeout: 5_000,
      keepAlive: 5_000,
      retryStrategy: (attempt) => Math.min(100 * 2 ** Math.min(attempt, 5), 2_000),
      ...tls,
      ...settings,
    });
    connection.on('error', (error) => options.logger.warn({ purpose, err: error.message }, 'redis: connection error'));
    opened.push(connection);
    return connection;
  };
  const commands = open('commands', { commandTimeout: 2_000, maxRetriesPerRequest: 1, socketTimeout: SILENCE_MS });
  const prefix = options.namespace === '' ? '' : `${options.namespace}:`;
  return {
    commands,
    namespace: options.namespace,
    key: (first) => `${prefix}${first}`,
    connect(purpose, { blocksForMs = BLOCKS_FOR_MS } = {}) {
      const connection = open(purpose, { maxRetriesPerRequest: null, socketTimeout: blocksForMs + SILENCE_MS });
      const pinging = setInterval(() => {
        // Whether it is answered is seen by the timeout; what became of a ping of a connection that broke does not matter.
        if (connection.status === 'ready') connection.ping().catch(() => {});
      }, PING_EVERY_MS);
      pinging.unref();
      connection.once('end', () => clearInterval(pinging));
      return connection;
    },
    async close() {
      for (const connection of opened) connection.disconnect();
    },
  };
}
