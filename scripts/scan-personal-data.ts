// Looks for personal data where none may be: npm run scan:personal-data. Changes nothing, and shows where and in what form, never the value.
import { join } from 'node:path';
import { describeThrown } from '@academy/kernel';
import { readConfig } from '@academy/platform/config';
import { keysFrom, vaultVariables } from '@academy/platform/vault';
import { z } from 'zod';
import { readLocalServers } from './academy/local-servers.ts';
import { readOrMakeSecrets } from './academy/secrets.ts';
import { readOptions, readValues, USAGE } from './personal-data/options.ts';
import { valuesOfPerson } from './personal-data/person-values.ts';
import { AT_HOME, scanPersonalData } from './personal-data/scan.ts';

const environment = z.object({
  ADMIN_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_PREFIX: z.string().optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  REDIS_NAMESPACE: z.string().optional(),
  STORAGE_DIR: z.string().optional(),
  DATA_DIR: z.string().default('.cache/data'),
  ...vaultVariables,
});

try {
  const options = readOptions(process.argv.slice(2));
  const config = readConfig(environment, process.env);
  const isElsewhere = config.ADMIN_DATABASE_URL !== undefined;
  const local = isElsewhere ? undefined : await readLocalServers(config.DATA_DIR);
  const adminDatabaseUrl = config.ADMIN_DATABASE_URL ?? local?.adminDatabaseUrl;
  const redisUrl = config.REDIS_URL ?? local?.redisUrl;
  if (adminDatabaseUrl === undefined || redisUrl === undefined)
    throw new Error(`ADMIN_DATABASE_URL and REDIS_URL are needed, or an academy that npm start runs on ${config.DATA_DIR}.`);
  const targets = {
    adminDatabaseUrl,
    databasePrefix: config.DATABASE_PREFIX ?? local?.databasePrefix ?? 'academy',
    redisUrl,
    redisNamespace: config.REDIS_NAMESPACE ?? local?.redisNamespace ?? '',
    storage: [...options.storage, ...(isElsewhere ? [config.STORAGE_DIR ?? []].flat() : [join(config.DATA_DIR, 'storage')])],
    logs: options.logs,
  };
  const values =
    options.valuesFile !== undefined
      ? await readValues(options.valuesFile)
      : options.subject !== undefined
        ? await valuesOfPerson(targets, await keys(isElsewhere), options.subject)
        : [];
  const allowed = options.isStrict ? options.allowed : [...AT_HOME, ...options.allowed];
  const { findings, pieces } = await scanPersonalData(targets, values, { allowed, hasPatterns: options.hasPatterns });

  if (options.isJson) console.log(JSON.stringify({ pieces, findings }));
  else {
    for (const one of findings)
      console.log(`${one.label} (${one.form}) in ${one.place}: ${one.count}, e.g. ${one.at.join('; ')}`);
    const sought = [
      values.length > 0 ? `${values.length} values in every form` : '',
      options.hasPatterns ? 'CURPs and e-mail addresses' : '',
    ];
    console.log(
      `${findings.length === 0 ? 'clean' : `${findings.length} findings`}: ${pieces} pieces looked through for ${sought.filter(Boolean).join(' and ')}`,
    );
  }
  process.exitCode = findings.length === 0 ? 0 : 1;

  async function keys(isFromEnvironment: boolean) {
    const text = isFromEnvironment ? {} : { KEY_ENCRYPTION_KEYS: (await readOrMakeSecrets(config.DATA_DIR)).keyEncryptionKeys };
    const found = keysFrom({ ...text, ...config }, { isProduction: false });
    if (found === undefined)
      throw new Error(
        '--subject opens what is sealed: set KEY_ENCRYPTION_KEYS, KEY_ENCRYPTION_KEYS_FILE or VAULT_ADDR, or give --values.',
      );
    return found;
  }
} catch (thrown) {
  console.error(`Could not look: ${describeThrown(thrown)}\n\n${USAGE}`);
  process.exitCode = 2;
}
