import { inject } from 'vitest';

/** The two servers that an academy is made on, and part of the name of everything that is made there. */
export type Servers = { readonly adminDatabaseUrl: string; readonly redisUrl: string; readonly runId: string };

/** Those of the running tests; a command names its own. */
export function serversOfTests(): Servers {
  return { adminDatabaseUrl: inject('adminDatabaseUrl'), redisUrl: inject('redisUrl'), runId: inject('runId') };
}
