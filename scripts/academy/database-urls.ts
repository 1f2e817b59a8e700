import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { ISLANDS, type IslandName } from '@academy/platform/topology';

const FILE = 'databases.env';

/** Where each island's database is, for the runtime role. */
export type DatabaseUrls = Readonly<Record<IslandName, string>>;

/** The addresses are in a file that a shell can source, readable by its owner alone; they hold while the academy runs. Returns its path. */
export async function writeDatabaseUrls(dataDir: string, urls: DatabaseUrls): Promise<string> {
  const path = join(dataDir, FILE);
  // A file that is there keeps its mode when it is written.
  await rm(path, { force: true });
  await writeFile(path, ISLANDS.map((island) => `export ${variableOf(island)}='${urls[island]}'\n`).join(''), { mode: 0o600 });
  return path;
}

/** The addresses from the variables `USERS_DATABASE_URL` and so on, each from the file of the data folder where there is no variable. Throws when one is in neither. */
export async function readDatabaseUrls(
  environment: Readonly<Record<string, string | undefined>>,
  dataDir: string,
): Promise<DatabaseUrls> {
  const text = await readFile(join(dataDir, FILE), 'utf8').catch(() => '');
  const written = parseEnv(text.replaceAll(/^export /gm, ''));
  const urls = ISLANDS.map((island) => [island, environment[variableOf(island)] ?? written[variableOf(island)]] as const);
  const missing = urls.filter(([, url]) => url === undefined).map(([island]) => variableOf(island));
  if (missing.length > 0) {
    throw new Error(
      `Expected ${missing.join(', ')} in the environment, or ${join(dataDir, FILE)} of an academy that runs; found neither. Run npm start beside this, or set them.`,
    );
  }
  return Object.fromEntries(urls) as DatabaseUrls;
}

function variableOf(island: IslandName): string {
  return `${island.toUpperCase()}_DATABASE_URL`;
}
