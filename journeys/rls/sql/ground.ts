import { openDatabase } from '@academy/platform/db';
import { ISLANDS, type IslandName } from '@academy/platform/topology';
import { defineIslands } from '@academy/scripts/academy';
import { prepareDatabases } from '@academy/scripts/databases';
import { TEST_PASSWORDS } from '@academy/testing/databases';
import { openTestVault } from '@academy/testing/vault';
import type { Sql } from './connection.ts';
import { makeOracle, sampleValues } from './oracle.ts';
import type { Vocabulary } from './random-sql.ts';
import { readableRelations } from './relations.ts';

/** One island's database, seeded with two tenants, and an oracle beside it. */
export type Ground = {
  readonly island: IslandName;
  readonly database: string;
  readonly role: string;
  /** Each a single connection, so that what one statement leaves behind meets the next. */
  readonly app: Sql;
  readonly owner: Sql;
  /** As superuser. */
  readonly admin: Sql;
  readonly words: Vocabulary;
};

const AUTHORITY = { url: 'http://127.0.0.1:9', clientId: 'none', clientSecret: 'no authority is ever called' };
const POLLS = { pollFirstMs: 1_000, pollMaxMs: 1_000, lookupSettleMs: 1_000, breakerPauseMs: 1_000 };

/** The databases of the five islands under a prefix of their own, with the seed. */
export async function openGrounds(adminUrl: string, prefix: string, tenantId: string): Promise<Ground[]> {
  const urls = await prepareDatabases({
    adminUrl,
    prefix,
    passwordsOf: () => TEST_PASSWORDS,
    islands: defineIslands({ ...AUTHORITY, ...POLLS }),
    vault: openTestVault(),
    now: new Date('2026-03-02T16:00:00Z'),
    onProgress: () => {},
  });
  return Promise.all(ISLANDS.map((island) => openGround(adminUrl, island, urls[island], tenantId)));
}

/** Closes the connections and drops the databases. */
export async function closeGrounds(adminUrl: string, grounds: readonly Ground[]): Promise<void> {
  for (const { app, owner, admin } of grounds) await Promise.all([app.end(), owner.end(), admin.end()]);
  const server = openDatabase({ url: adminUrl, maxConnections: 1, name: 'fuzz-rls' });
  for (const { database } of grounds) await server.pool.unsafe(`drop database if exists "${database}" with (force)`);
  await server.close();
}

/** The ground as it is now: after a change of the catalogue. */
export async function lookAgain(ground: Ground, tenantId: string): Promise<Ground> {
  return { ...ground, words: await readWords(ground.admin, ground.role, tenantId) };
}

async function openGround(
  adminUrl: string,
  island: IslandName,
  urls: { readonly app: string; readonly owner: string },
  tenantId: string,
): Promise<Ground> {
  const database = new URL(urls.app).pathname.slice(1);
  const adminOfIt = new URL(adminUrl);
  adminOfIt.pathname = `/${database}`;
  const [app, owner, admin] = [urls.app, urls.owner, adminOfIt.toString()].map(
    (url) => openDatabase({ url, maxConnections: 1, name: 'fuzz-rls' }).pool,
  ) as [Sql, Sql, Sql];
  const role = `${island}_app`;
  return { island, database, role, app, owner, admin, words: await readWords(admin, role, tenantId) };
}

async function readWords(admin: Sql, role: string, tenantId: string): Promise<Vocabulary> {
  const relations = await readableRelations(admin, role);
  await makeOracle(admin, relations, tenantId);
  return { relations, values: await sampleValues(admin, relations) };
}
