// Prepares the databases of the distributed topology: roles, databases, migrations, seed. Safe to repeat; ends with 0 when all is done.
import { readConfig } from '@academy/platform/config';
import { createVault, keysFrom } from '@academy/platform/vault';
import { z } from 'zod';
import { defineIslands } from './academy/academy.ts';
import { prepareDatabases } from './academy/databases.ts';
import { prepareEnvironment } from './academy/prepare-environment.ts';
import { writeSeedPeople } from './academy/tokens.ts';

const config = readConfig(z.object(prepareEnvironment), process.env);
const keys = keysFrom(config, { isProduction: config.NODE_ENV === 'production' });
if (keys === undefined)
  throw new Error(
    'Preparing seals people’s data: set KEY_ENCRYPTION_KEYS, KEY_ENCRYPTION_KEYS_FILE or VAULT_ADDR (docs/personal-data.md).',
  );
const password = { owner: config.OWNER_PASSWORD, app: config.APP_PASSWORD, relay: config.RELAY_PASSWORD };
await prepareDatabases({
  adminUrl: config.ADMIN_DATABASE_URL,
  prefix: config.DATABASE_PREFIX,
  passwordsOf: () => password,
  islands: defineIslands({
    url: 'http://unused.invalid',
    clientId: 'unused',
    clientSecret: 'not used for preparing',
    pollFirstMs: 1,
    pollMaxMs: 1,
    lookupSettleMs: 1,
    breakerPauseMs: 1,
  }),
  vault: createVault(keys),
  now: new Date(),
  onProgress: (message) => console.log(message),
});
await keys.close?.();
if (config.DEV_ISSUER_DIR !== undefined) await writeSeedPeople(config.DEV_ISSUER_DIR);
console.log('databases ready');
