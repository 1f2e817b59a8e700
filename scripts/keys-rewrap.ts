// Wraps every data key with the newest key-encryption key: npm run keys:rewrap. Safe to repeat and to run beside a running academy.
import { describeThrown } from '@academy/kernel';
import { readConfig } from '@academy/platform/config';
import { openDatabase } from '@academy/platform/db';
import { ISLANDS } from '@academy/platform/topology';
import { keysFrom, rewrapTenant, vaultVariables } from '@academy/platform/vault';
import { z } from 'zod';
import { readLocalServers } from './academy/local-servers.ts';
import { readOrMakeSecrets } from './academy/secrets.ts';

const environment = z.object({
  ADMIN_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_PREFIX: z.string().optional(),
  DATA_DIR: z.string().default('.cache/data'),
  ...vaultVariables,
});

try {
  const config = readConfig(environment, process.env);
  const local = config.ADMIN_DATABASE_URL === undefined ? await readLocalServers(config.DATA_DIR) : undefined;
  const adminUrl = config.ADMIN_DATABASE_URL ?? local?.adminDatabaseUrl;
  if (adminUrl === undefined)
    throw new Error(`ADMIN_DATABASE_URL is needed, or an academy that npm start runs on ${config.DATA_DIR}.`);
  const ring = local === undefined ? {} : { KEY_ENCRYPTION_KEYS: (await readOrMakeSecrets(config.DATA_DIR)).keyEncryptionKeys };
  const keys = keysFrom({ ...ring, ...config }, { isProduction: false });
  if (keys === undefined)
    throw new Error('KEY_ENCRYPTION_KEYS, KEY_ENCRYPTION_KEYS_FILE or VAULT_ADDR is needed, newest key first.');
  for (const island of ISLANDS) {
    const url = new URL(adminUrl);
    url.pathname = `/${config.DATABASE_PREFIX ?? local?.databasePrefix ?? 'academy'}_${island}`;
    const database = openDatabase({ url: url.toString(), maxConnections: 2, name: 'keys-rewrap' });
    try {
      const tenants = await database.pool<{ id: string }[]>`select distinct tenant_id as id from data_keys order by 1`;
      let [seen, rewrapped] = [0, 0];
      for (const { id } of tenants) {
        const count = await rewrapTenant(database, keys, id);
        seen += count.seen;
        rewrapped += count.rewrapped;
      }
      console.log(`${island}: ${seen} data keys of ${tenants.length} tenants, ${rewrapped} wrapped anew`);
    } finally {
      await database.close();
    }
  }
  await keys.close?.();
} catch (thrown) {
  console.error(`Could not rewrap: ${describeThrown(thrown)}`);
  process.exitCode = 1;
}
