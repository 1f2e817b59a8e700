import { systemClock } from '@academy/kernel';
import { openDatabase, provisionIsland } from '@academy/platform/db';
import { ISLANDS } from '@academy/platform/topology';
import { createVault } from '@academy/platform/vault';
import { type AuthoritySettings, defineIslands, derivedKeys } from '@academy/scripts/academy';
import { prepareDatabases } from '@academy/scripts/databases';
import { TEST_PASSWORDS } from '@academy/testing/databases';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import type { Servers } from './servers.ts';

/**
 * The databases of a graph exist under `prefix` afterwards, migrated and seeded: cloned from templates that are made once per run, by whoever comes first.
 * A graph that finds them prepares nothing.
 */
export async function cloneGraphDatabases(servers: Servers, prefix: string, authority: AuthoritySettings): Promise<void> {
  const { adminDatabaseUrl: adminUrl, runId } = servers;
  const template = `tpl_${runId}_graph`;
  const admin = openDatabase({ url: adminUrl, maxConnections: 1, name: 'tests' });
  try {
    // Another's template may be in the making, for longer than a statement of ours may take.
    await admin.pool`set statement_timeout = 0`;
    await admin.pool`select pg_advisory_lock(hashtext('test-graph-templates'))`;
    // Marked last of all: a template that its maker did not finish is filled by the next.
    const [ready] = await admin.pool`select 1 from pg_database where datname = ${`${template}_users`} and datistemplate`;
    if (ready === undefined) {
      await prepareDatabases({
        adminUrl,
        prefix: template,
        passwordsOf: () => TEST_PASSWORDS,
        islands: defineIslands(authority),
        vault: createVault(derivedKeys(TEST_SIGNING_KEY)),
        now: systemClock.now(),
        onProgress: () => {},
      });
      await admin.pool.unsafe(`alter database "${template}_users" with is_template true`);
    }
    for (const island of ISLANDS)
      await provisionIsland({
        adminUrl,
        island,
        database: `${prefix}_${island}`,
        passwords: TEST_PASSWORDS,
        template: `${template}_${island}`,
      });
  } finally {
    await admin.close();
  }
}
