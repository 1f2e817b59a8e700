/** PostgreSQL and Redis that may be killed and come back under the same address. */
export type KillableServers = {
  /** URL of the superuser. */
  readonly postgresUrl: string;
  readonly redisUrl: string;
  /** Where Redis keeps its append-only file. */
  readonly redisFolder: string;
  /** Sends the server this signal, and waits until it and what it started are gone. Rejects when it does not run, or does not go. */
  kill(name: 'PostgreSQL' | 'Redis', signal: NodeJS.Signals): Promise<void>;
  /** Starts it again on its data; resolves when it answers. */
  startPostgres(): Promise<void>;
  /** Starts it again on what its append-only file has; with `isEmpty` on nothing. */
  startRedis(options?: { isEmpty?: boolean }): Promise<void>;
  /** Ends both, and removes the folder. */
  stop(): Promise<void>;
};

/**
 * Starts both in `folder`, which is made; what is acknowledged is kept over a kill, as with `npm start`.
 * Rejects when one cannot be had on this machine, with the choices.
 */
export function startKillableServers(folder: string): Promise<KillableServers>;
