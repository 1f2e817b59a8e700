import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { databaseConnection } from './connection-options.ts';

const PLATFORM_MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

/** Any number; the same in every process, so that only one migrates a database at a time. */
const MIGRATION_LOCK = 4_072_026;

type Migration = { readonly name: string; readonly text: string; readonly checksum: string };

/**
 * Brings a database to the newest version: the platform's migrations, then the island's, each file once, in order of its name, in a
 * transaction of its own. Run as the owner role. Returns the names that were applied now.
 * Throws when a file that was applied before has changed since: migrations are append-only.
 */
export async function migrate(ownerUrl: string, islandFolder: string): Promise<string[]> {
  const { url, ssl } = databaseConnection(ownerUrl);
  const sql = postgres(url, { ssl, max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await sql`create table if not exists schema_migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`;
    const applied = new Map(
      (await sql<{ name: string; checksum: string }[]>`select name, checksum from schema_migrations`).map((row) => [
        row.name,
        row.checksum,
      ]),
    );
    const now: string[] = [];
    for (const migration of [...(await read('platform', PLATFORM_MIGRATIONS)), ...(await read('island', islandFolder))]) {
      const before = applied.get(migration.name);
      if (before === migration.checksum) continue;
      if (before !== undefined) {
        throw new Error(
          `Migration ${migration.name} was applied already and has changed since; undo the change and add a new file instead.`,
        );
      }
      await sql.begin(async (tx) => {
        await tx.unsafe(migration.text);
        await tx`insert into schema_migrations (name, checksum) values (${migration.name}, ${migration.checksum})`;
      });
      now.push(migration.name);
    }
    return now;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function read(source: string, folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8');
      return { name: `${source}/${file}`, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}
