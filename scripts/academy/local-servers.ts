import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const shape = z.object({
  adminDatabaseUrl: z.string(),
  databasePrefix: z.string(),
  redisUrl: z.string(),
  redisNamespace: z.string(),
});

/** Where the servers of the academy that `npm start` runs are. */
export type LocalServers = z.infer<typeof shape>;

const FILE = 'servers.json';

/** Commands that work on the running academy find its servers afterwards (mode 0600: passwords are among them). */
export async function writeLocalServers(dataDir: string, servers: LocalServers): Promise<void> {
  await writeFile(join(dataDir, FILE), JSON.stringify(servers), { mode: 0o600 });
}

/** The servers that were written last; undefined when none were. */
export async function readLocalServers(dataDir: string): Promise<LocalServers | undefined> {
  try {
    return shape.parse(JSON.parse(await readFile(join(dataDir, FILE), 'utf8')));
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return undefined;
    throw thrown;
  }
}
