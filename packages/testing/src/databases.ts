import { createHash } from 'node:crypto';
import { type Database, type IslandUrls, migrate, openDatabase, provisionIsland, type RolePasswords } from '@academy/platform/db';
import type { Vault } from '@academy/platform/vault';
import { openTestVault } from './vault.ts';

/** Roles belong to the server, so every test must agree on their passwords: those of docker-compose.yml, which guard nothing. */
export const TEST_PASSWORDS: RolePasswords = {
  owner: 'only-for-development-owner',
  app: 'only-for-development-app',
  relay: 'only-for-development-relay',
};

export type TestDatabase = IslandUrls & {
  /** As the runtime role. */
  readonly database: Database;
  /** As the relay role. */
  readonly relayDatabase: Database;
  drop(): Promise<void>;
};

export type TestDatabaseOptions = {
  readonly adminUrl: string;
  readonly runId: string;
  readonly island: string;
  readonly migrations: string;
  /** Fills the template once per run; `name` tells this content from another. */
  readonly seed?: { readonly name: string; readonly fill: (database: Database, vault: Vault) => Promise<void> };
};

let opened = 0;

/**
 * A database of one's own for an island, cloned from a template that is migrated (and seeded) once per run.
 * Throws with what to do when the run has no PostgreSQL.
 */
export async function openTestDatabase(options: TestDatabaseOptions): Promise<TestDatabase> {
  const { adminUrl, runId, island } = options;
  if (adminUrl === '')
    throw new Error(
      'This test needs PostgreSQL and Redis: run it through `npm test`, or set TEST_ADMIN_DATABASE_URL and TEST_REDIS_URL.',
    );
  const content = createHash('sha256')
    .update(`${options.migrations}|${options.seed?.name ?? ''}`)
    .digest('hex')
    .slice(0, 8);
  const template = `tpl_${runId}_${island}_${content}`;
  const admin = openDatabase({ url: adminUrl, maxConnections: 1, name: 'tests' });
  try {
    // Another's template may be in the making, for longer than a statement of ours may take.
    await admin.pool`set statement_timeout = 0`;
    await admin.pool`select pg_advisory_lock(hashtext('test-templates'))`;
    const [there] = await admin.pool`select 1 from pg_database where datname = ${template} and datistemplate`;
    if (there === undefined) await makeTemplate(admin, template, options);
    opened += 1;
    const name = `t_${runId}_${process.pid}_${opened}_${island}`;
    const urls = await provisionIsland({
      adminUrl,
      island,
      database: name,
      passwords: TEST_PASSWORDS,
      template,
    });
    await admin.pool`select pg_advisory_unlock(hashtext('test-templates'))`;
    const database = openDatabase({ url: urls.app, maxConnections: 10, name: `test-${island}` });
    const relayDatabase = openDatabase({ url: urls.relay, maxConnections: 3, name: `test-${island}-relay` });
    return {
      ...urls,
      database,
      relayDatabase,
      async drop() {
        await Promise.all([database.close(), relayDatabase.close()]);
        const last = openDatabase({ url: adminUrl, maxConnections: 1, name: 'tests' });
        await last.pool.unsafe(`drop database if exists "${name}" with (force)`);
        await last.close();
      },
    };
  } finally {
    await admin.close();
  }
}

async function makeTemplate(admin: Database, template: string, options: TestDatabaseOptions): Promise<void> {
  await admin.pool.unsafe(`drop database if exists "${template}" with (force)`);
  const urls = await provisionIsland({
    adminUrl: options.adminUrl,
    island: options.island,
    database: template,
    passwords: TEST_PASSWORDS,
  });
  await migrate(urls.owner, options.migrations);
  if (options.seed !== undefined) {
    const database = openDatabase({ url: urls.app, maxConnections: 2, name: 'seed' });
    await options.seed.fill(database, openTestVault());
    await database.close();
  }
  await admin.pool.unsafe(`alter database "${template}" with is_template true`);
}

/** Removes every database of a run. */
export async function dropTestDatabases(adminUrl: string, runId: string): Promise<void> {
  const admin = openDatabase({ url: adminUrl, maxConnections: 1, name: 'tests' });
  const databases = await admin.pool<
    { datname: string }[]
  >`select datname from pg_database where datname like ${`%\\_${runId}\\_%`}`;
  for (const { datname } of databases) {
    await admin.pool.unsafe(`alter database "${datname}" with is_template false`);
    await admin.pool.unsafe(`drop database if exists "${datname}" with (force)`);
  }
  await admin.close();
}
