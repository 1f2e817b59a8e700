// The real academy: five islands on PostgreSQL with their workers and relays, and a gateway. Its islands are called in its own process, or listen,
// for gateways in processes of their own. Usage: forked by the benchmark with ACADEMY in the environment; tells over IPC where everything is;
// any message makes it stop and clean up.
import { join } from 'node:path';
import { openDatabase } from '@academy/platform/db';
import { createLogger } from '@academy/platform/logger';
import { ISLANDS, type IslandName } from '@academy/platform/topology';
import { startSandbox } from '@academy/sandbox';
import { startAcademy } from '@academy/scripts/academy';
import { TEST_PASSWORDS } from '@academy/testing/databases';
import { ISSUER, TENANT_DIRECTORY_SETTINGS } from '../../gateway/processes/bench-tenant.ts';
import { BENCH_SIGNING_KEY } from '../signing-key.ts';

/** How the process is told what to be. */
export type AcademySetup = {
  readonly calls: 'in-process' | 'http';
  readonly adminDatabaseUrl: string;
  readonly redisUrl: string;
  /** Of databases; with dashes, of Redis keys. */
  readonly prefix: string;
  readonly dataDir: string;
  readonly identityDirectory: string;
};

/** Where everything is. */
export type AcademyPlace = {
  readonly port: number;
  readonly islandUrls: Readonly<Partial<Record<IslandName, string>>>;
  /** The certification island's database, as its runtime role reaches it. */
  readonly certificationUrl: string;
};

const setup = JSON.parse(process.env['ACADEMY'] ?? '') as AcademySetup;
const { adminDatabaseUrl, prefix, dataDir } = setup;
const client = { clientId: 'bench', clientSecret: 'only for this bench run' };
const sandbox = await startSandbox(client);
const academy = await startAcademy({
  adminDatabaseUrl,
  databasePrefix: prefix,
  redisUrl: setup.redisUrl,
  redisNamespace: prefix.replaceAll('_', '-'),
  dataDir: join(dataDir, prefix),
  signingKey: BENCH_SIGNING_KEY,
  passwordsOf: () => TEST_PASSWORDS,
  authority: { url: sandbox.url, ...client, pollFirstMs: 1_000, pollMaxMs: 5_000, lookupSettleMs: 500, breakerPauseMs: 1_000 },
  gateway: { isExplorerOn: false, identity: { kind: 'development', ...ISSUER, directory: setup.identityDirectory } },
  calls: setup.calls,
  logger: createLogger({ process: 'academy', level: 'info' }),
  onProgress: () => {},
});
await raiseLimits();

const place: AcademyPlace = {
  port: academy.port,
  islandUrls: academy.islandUrls,
  certificationUrl: urlOf('certification', { username: 'certification_app', password: TEST_PASSWORDS.app }),
};
process.once('message', () => void stop());
process.once('disconnect', () => void stop());
process.send?.(place);

function urlOf(island: IslandName, as: { username: string; password: string } | undefined): string {
  return Object.assign(new URL(adminDatabaseUrl), { pathname: `/${prefix}_${island}`, ...as }).toString();
}

/** The tenants may have as many subscriptions and requests as the benchmark wants. */
async function raiseLimits(): Promise<void> {
  const users = openDatabase({ url: urlOf('users', undefined), maxConnections: 1, name: 'bench' });
  const { limits } = TENANT_DIRECTORY_SETTINGS;
  await users.pool`
    update tenant_directory set settings = jsonb_set(settings, '{limits}', (settings -> 'limits') || ${JSON.stringify(limits)}::text::jsonb)`;
  await users.close();
}

let stopping: Promise<void> | undefined;
function stop(): Promise<void> {
  stopping ??= cleanUp();
  return stopping;
}
async function cleanUp(): Promise<void> {
  await academy.stop();
  await sandbox.stop();
  const admin = openDatabase({ url: adminDatabaseUrl, maxConnections: 1, name: 'bench' });
  for (const island of ISLANDS) await admin.pool.unsafe(`drop database if exists "${prefix}_${island}" with (force)`);
  await admin.close();
  if (process.connected) process.send?.({ port: 0 });
  process.exit(0);
}
