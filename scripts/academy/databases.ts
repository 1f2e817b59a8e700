import { type IslandUrls, migrate, openDatabase, provisionIsland, type RolePasswords } from '@academy/platform/db';
import { ISLANDS, type IslandName } from '@academy/platform/topology';
import type { Vault } from '@academy/platform/vault';
import { seeders } from './seed.ts';

/** What preparing the databases needs to know of each island. */
export type IslandMigrations = Readonly<Record<IslandName, { readonly migrations: string }>>;

/**
 * One database per island exists afterwards, on the newest version, with its three roles, and seeded when it was empty.
 * `prefix` begins the databases' names, so that several systems can share a server.
 */
export async function prepareDatabases(options: {
  adminUrl: string;
  prefix: string;
  passwordsOf: (island: IslandName) => RolePasswords;
  islands: IslandMigrations;
  /** Seals what the seed says of people. */
  vault: Vault;
  now: Date;
  onProgress: (message: string) => void;
}): Promise<Record<IslandName, IslandUrls>> {
  const fill = seeders(options.now, options.vault);
  const prepared = await Promise.all(
    ISLANDS.map(async (island) => {
      const urls = await provisionIsland({
        adminUrl: options.adminUrl,
        island,
        database: `${options.prefix}_${island}`,
        passwords: options.passwordsOf(island),
      });
      const applied = await migrate(urls.owner, options.islands[island].migrations);
      if (applied.length > 0) options.onProgress(`${island}: ${applied.length} migration${applied.length === 1 ? '' : 's'}`);
      const database = openDatabase({ url: urls.app, maxConnections: 2, name: `seed-${island}` });
      try {
        await fill[island](database);
      } finally {
        await database.close();
      }
      return [island, urls] as const;
    }),
  );
  return Object.fromEntries(prepared) as Record<IslandName, IslandUrls>;
}
