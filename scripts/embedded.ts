// The whole academy in one process: started by `npm start`, which brings PostgreSQL and Redis. With --once it ends after its first answer.
import { join, relative } from 'node:path';
import { DEFAULT_AUDIENCE, DEV_ISSUER_NAME } from '@academy/gateway/config';
import { describeThrown } from '@academy/kernel';
import { onOff, readConfig, wholeNumber } from '@academy/platform/config';
import { stopOnSignal } from '@academy/platform/lifecycle';
import { createLogger } from '@academy/platform/logger';
import { outboundPolicyOf, outboundVariables } from '@academy/platform/outbound';
import { createKeyRing, parseRing } from '@academy/platform/vault';
import { startSandbox } from '@academy/sandbox';
import { mailSettingsOf, mailVariables } from '@academy/users/mail';
import { z } from 'zod';
import { startAcademy } from './academy/academy.ts';
import { banner } from './academy/banner.ts';
import { writeDatabaseUrls } from './academy/database-urls.ts';
import { askFirstQuery } from './academy/first-answer.ts';
import { freePort } from './academy/free-port.ts';
import { writeLocalServers } from './academy/local-servers.ts';
import { readOrMakeSecrets } from './academy/secrets.ts';
import { fetchTokens, writeSeedPeople, writeTokens } from './academy/tokens.ts';

const AUTHORITY_CLIENT = 'academy';
/** The sandbox takes this long to a verdict here, so that a newcomer who copies an id by hand still sees it come. */
const SANDBOX_PROCESSING_MS = 15_000;
/** Of the two tenants of the seed, the one that newcomers are shown. */
const SHOWN_TENANT = 'raices';
const POLL_FIRST_MS = 500;
const POLL_MAX_MS = 3_000;
const LOOKUP_SETTLE_MS = 2_000;
const BREAKER_PAUSE_MS = 5_000;

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test']).default('development'),
  ADMIN_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }),
  REDIS_CA_FILE: z.string().optional(),
  REDIS_NAMESPACE: z.string().default(''),
  DATABASE_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,30}$/)
    .default('academy'),
  DATA_DIR: z.string(),
  PORT_WANTED: wholeNumber(0).default(4000),
  START_T0: wholeNumber(0).default(Date.now()),
  ...outboundVariables,
  /** People of the seed may set a password, and sign in with it: docs/identity.md. */
  /** How people are written to: docs/notifications.md. */
  ...mailVariables,
  LOCAL_LOGIN: onOff().default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('error'),
});

const config = readConfig(environment, process.env);
const mail = mailSettingsOf(config);
const isOnce = process.argv.includes('--once');
const say = (message: string) => console.log(`${((Date.now() - config.START_T0) / 1_000).toFixed(1).padStart(6)}s  ${message}`);

say(
  mail.by === 'off'
    ? 'e-mail is off: people are told things in the academy alone (docs/notifications.md)'
    : `e-mail goes by ${mail.by}`,
);

const secrets = await readOrMakeSecrets(config.DATA_DIR);
const logger = createLogger({ process: 'academy', level: config.LOG_LEVEL });
const devIssuerDirectory = join(config.DATA_DIR, 'dev-issuer');
await writeSeedPeople(devIssuerDirectory);

const sandbox = await startSandbox({
  clientId: AUTHORITY_CLIENT,
  clientSecret: secrets.authoritySecret,
  processingMs: SANDBOX_PROCESSING_MS,
  ledgerFile: join(config.DATA_DIR, 'sandbox-ledger.jsonl'),
});
say(`CONOCER sandbox ready on ${sandbox.port}`);

const port = await freePort(config.PORT_WANTED);
if (port !== config.PORT_WANTED) say(`port ${config.PORT_WANTED} is taken; the gateway uses ${port} instead`);

const academy = await startAcademy({
  adminDatabaseUrl: config.ADMIN_DATABASE_URL,
  databasePrefix: config.DATABASE_PREFIX,
  redisUrl: config.REDIS_URL,
  ...(config.REDIS_CA_FILE === undefined ? {} : { redisCaFile: config.REDIS_CA_FILE }),
  redisNamespace: config.REDIS_NAMESPACE,
  dataDir: config.DATA_DIR,
  signingKey: secrets.signingKey,
  keyEncryptionKeys: createKeyRing(parseRing(secrets.keyEncryptionKeys)),
  authority: {
    url: sandbox.url,
    clientId: AUTHORITY_CLIENT,
    clientSecret: secrets.authoritySecret,
    pollFirstMs: POLL_FIRST_MS,
    pollMaxMs: POLL_MAX_MS,
    lookupSettleMs: LOOKUP_SETTLE_MS,
    breakerPauseMs: BREAKER_PAUSE_MS,
  },
  users: { outboundPolicy: outboundPolicyOf(config), mail },
  gateway: {
    port,
    isLocalLoginOn: config.LOCAL_LOGIN,
    identity: { kind: 'development', issuer: DEV_ISSUER_NAME, audience: DEFAULT_AUDIENCE, directory: devIssuerDirectory },
  },
  calls: 'in-process',
  logger,
  onProgress: say,
}).catch(giveUp);
await writeLocalServers(config.DATA_DIR, {
  adminDatabaseUrl: config.ADMIN_DATABASE_URL,
  databasePrefix: config.DATABASE_PREFIX,
  redisUrl: config.REDIS_URL,
  redisNamespace: config.REDIS_NAMESPACE,
});
say('five islands, their workers and the gateway are up');

await writeDatabaseUrls(config.DATA_DIR, academy.databaseUrls);

const services = [academy, sandbox];
try {
  const answer = await askFirstQuery(`${academy.url}/graphql`, SHOWN_TENANT);
  say('first federated query answered');
  const tokens = await fetchTokens(academy.url, SHOWN_TENANT);
  const tokensFile = await writeTokens(config.DATA_DIR, tokens);
  const places = { tokensFile: fromHere(tokensFile), dataDir: fromHere(config.DATA_DIR) };
  console.log(banner({ port: academy.port, tenantSlug: SHOWN_TENANT, tokens, answer, ...places }));
} catch (thrown) {
  await academy.stop();
  await giveUp(thrown);
}
if (isOnce) {
  for (const service of services) await service.stop();
  process.exit(0);
}
stopOnSignal(process, services, logger);

/** Says in plain words what is in the way, and ends. The whole story is logged at the level `debug`. */
async function giveUp(thrown: unknown): Promise<never> {
  logger.debug({ err: thrown }, 'the academy could not start');
  console.error(`\nThe academy could not start: ${describeThrown(thrown)}`);
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  if (cause !== undefined) console.error(`  because: ${describeThrown(cause)}`);
  console.error(
    '  LOG_LEVEL=debug shows the whole story; npm run doctor says what this machine has; docs/run.md what can be done.',
  );
  await sandbox.stop();
  process.exit(1);
}

/** The path as a person in this folder would write it. */
function fromHere(path: string): string {
  const shorter = relative(process.cwd(), path);
  return shorter.startsWith('..') ? path : shorter;
}
