import { openDatabase, provisionIsland } from '@academy/platform/db';
import { ISLANDS, type IslandName } from '@academy/platform/topology';
import { prepareDatabases } from '@academy/scripts/databases';
import { TEST_PASSWORDS } from '@academy/testing/databases';
import { tenantIdOf } from '@academy/testing/people';
import { openTestVault } from '@academy/testing/vault';
import { fillWorld } from '../../../permissions/fill-world.ts';
import type { Sql } from '../../sql/connection.ts';
import { addRows } from './add-rows.ts';
import { addTwin, TWIN } from './add-twin.ts';
import type { Definitions } from './open-world.ts';
import { watchForeignWrites } from './undone-writes.ts';

/** The databases of a world: how its islands reach them, and a superuser's connection to each. */
export type WorldDatabases = {
  readonly urls: Readonly<Record<IslandName, string>>;
  readonly admin: Readonly<Record<IslandName, Sql>>;
};

/** `whole` has every tenant; `alone` is the same without any row of another tenant than the asking one. */
export type PreparedWorlds = { readonly whole: WorldDatabases; readonly alone: WorldDatabases; drop(): Promise<void> };

/** The tenant that asks. */
export const OWN = { id: tenantIdOf('raices'), slug: 'raices' } as const;
/** The others: one with people and ids of its own, and one that has everything that the asking one has, under the same ids. */
export const OTHERS = [{ id: tenantIdOf('solaris'), slug: 'solaris' }, TWIN] as const;

/**
 * Both worlds are there, seeded and filled alike: one database per island and world, named under `prefix`. Nothing differs between them but the rows
 * of other tenants.
 */
export async function prepareWorlds(options: {
  adminUrl: string;
  prefix: string;
  definitions: Definitions;
  now: Date;
}): Promise<PreparedWorlds> {
  const { adminUrl, prefix, definitions } = options;
  const vault = openTestVault();
  const made = await prepareDatabases({
    adminUrl,
    prefix: `${prefix}_whole`,
    passwordsOf: () => TEST_PASSWORDS,
    islands: definitions,
    vault,
    now: options.now,
    onProgress: () => {},
  });
  const admins: Sql[] = [];
  const parts = await Promise.all(
    ISLANDS.map(async (island) => {
      const database = openDatabase({ url: made[island].app, maxConnections: 1, name: 'fuzz-rls' });
      await fillWorld(island, database, vault);
      await database.close();
      const filling = openAdmin(adminUrl, made[island].app);
      await addRows(island, filling);
      // Nobody may be connected to what is copied.
      await filling.end();
      const clone = await provisionIsland({
        adminUrl,
        island,
        database: `${prefix}_alone_${island}`,
        passwords: TEST_PASSWORDS,
        template: `${prefix}_whole_${island}`,
      });
      const whole = openAdmin(adminUrl, made[island].app);
      const alone = openAdmin(adminUrl, clone.app);
      admins.push(whole, alone);
      await addTwin(whole, OWN.id);
      await removeOthers(alone);
      for (const admin of [whole, alone]) await watchForeignWrites(admin, OWN.id);
      return { island, whole: { url: made[island].app, admin: whole }, alone: { url: clone.app, admin: alone } };
    }),
  );
  const worldOf = (which: 'whole' | 'alone'): WorldDatabases => ({
    urls: Object.fromEntries(parts.map((part) => [part.island, part[which].url])) as WorldDatabases['urls'],
    admin: Object.fromEntries(parts.map((part) => [part.island, part[which].admin])) as WorldDatabases['admin'],
  });
  return {
    whole: worldOf('whole'),
    alone: worldOf('alone'),
    async drop() {
      await Promise.all(admins.map((admin) => admin.end()));
      const server = openDatabase({ url: adminUrl, maxConnections: 1, name: 'fuzz-rls' });
      for (const island of ISLANDS)
        for (const which of ['whole', 'alone'])
          await server.pool.unsafe(`drop database if exists "${prefix}_${which}_${island}" with (force)`);
      await server.close();
    },
  };
}

function openAdmin(adminUrl: string, databaseUrl: string): Sql {
  const url = new URL(adminUrl);
  url.pathname = new URL(databaseUrl).pathname;
  return openDatabase({ url: url.toString(), maxConnections: 1, name: 'fuzz-rls' }).pool;
}

/** Only rows of the asking tenant, and of nobody, are left. What refers to what, and what may not be deleted, is not asked. */
async function removeOthers(admin: Sql): Promise<void> {
  const tables = await admin<{ name: string; bearer: string }[]>`
    select c.relname as name, a.attname as bearer from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attname = case when c.relname = 'tenant_directory' then 'id' else 'tenant_id' end`;
  await admin.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const { name, bearer } of tables) await tx.unsafe(`delete from public."${name}" where "${bearer}" <> $1`, [OWN.id]);
  });
}
