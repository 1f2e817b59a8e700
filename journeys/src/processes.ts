import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_AUDIENCE, DEV_ISSUER_NAME } from '@academy/gateway/config';
import { createDevIssuer } from '@academy/gateway/dev-issuer';
import { type Persona, systemClock } from '@academy/kernel';
import { openDatabase } from '@academy/platform/db';
import { createLogger } from '@academy/platform/logger';
import { keepRedisUsers, type RedisRole, removeRedisUsers } from '@academy/platform/redis';
import { freePort } from '@academy/scripts/free-port';
import { type TenantSlug, tenantIdOf, userIdOf } from '@academy/testing/people';
import { TEST_REDIS_PASSWORDS } from '@academy/testing/redis-users';
import { makeServiceCertificates } from '@academy/testing/service-certificates';
import { type ComposeService, ownProcesses, ROOT, readCompose } from './compose.ts';
import { Person } from './person.ts';
import { until } from './until.ts';

const START_DEADLINE_MS = 120_000;
const STOP_DEADLINE_MS = 12_000;

/** The processes of docker-compose.yml, with its commands and environment, on this machine. */
export type Processes = AsyncDisposable & {
  readonly url: string;
  /** What the processes write: a log of each, stored documents, keys. */
  readonly folder: string;
  /** The log of each process that was started, by its file. */
  readonly logs: readonly string[];
  /** The processes that run, by their service. */
  readonly pids: ReadonlyMap<string, number>;
  environmentOf(service: string): Readonly<Record<string, string>>;
  /** Begins the names of the databases. */
  readonly databasePrefix: string;
  /** Undefined for a process that listens nowhere. */
  portOf(service: string): number | undefined;
  /** Where it is probed and measured, without TLS. */
  healthPortOf(service: string): number | undefined;
  readonly redisNamespace: string;
  /** Redis as each role reaches it, by the role's name. */
  readonly redisUrls: Readonly<Record<RedisRole, string>>;
  /** A folder of certificates when the processes call one another by them, as `npm run certificates` writes it. */
  readonly certificates: string | undefined;
  readonly sandbox: SandboxControl;
  person(tenant: TenantSlug, key: string, persona: Persona): Promise<Person>;
  /** `kill -9`: nothing is finished, nothing is said. */
  kill(service: string): Promise<void>;
  /** Starts a service again that was killed; with `environment` beside its own, this once. */
  start(service: string, environment?: Readonly<Record<string, string>>): Promise<void>;
  /** Ends a service in good order; answers its exit code. */
  end(service: string): Promise<number | null>;
  /** Stops a service where it stands, or lets it go on. */
  signal(service: string, signal: 'SIGSTOP' | 'SIGCONT'): void;
};

/** The sandbox's control plane, over HTTP. */
export type SandboxControl = {
  plan(plan: Record<string, unknown>): Promise<void>;
  submissions(): Promise<{ externalRef: string }[]>;
  ledger(): Promise<SandboxLedger>;
};

/** As much of the authority's ledger as is read here. */
export type SandboxLedger = {
  readonly submissions: readonly {
    readonly id: string;
    readonly externalRef: string;
    readonly receivedAt: string;
    readonly steps: readonly { readonly status: string }[];
  }[];
  readonly calls: readonly { readonly at: string; readonly route: string }[];
};

export type ProcessesOptions = {
  readonly adminDatabaseUrl: string;
  readonly redisUrl: string;
  /** Begins the names of everything that is made on the two servers. */
  readonly name: string;
  /** Adjusts a service's environment; `folder` is where the processes write, `environment` what it would be. */
  readonly change?: (
    service: ComposeService,
    folder: string,
    environment: Readonly<Record<string, string>>,
  ) => Record<string, string>;
  /** Whether the servers go away with the processes: then nothing needs to be dropped. */
  readonly areServersOwn?: boolean;
  /** With docker-compose.tls.yml over docker-compose.yml: calls to islands go by certificates, made for these processes. */
  readonly withCertificates?: boolean;
  /** Another main file for a service, by its name. */
  readonly mains?: Readonly<Record<string, string>>;
  /** A second process of a service, by its own name: `{ 'gateway-2': 'gateway' }`. It has to be started. */
  readonly copies?: Readonly<Record<string, string>>;
};

/**
 * Starts every process that docker-compose.yml describes, as it describes it: hosts become this machine, ports free ones, and
 * PostgreSQL and Redis those that are given.
 */
export async function startProcesses(options: ProcessesOptions): Promise<Processes> {
  const { name, adminDatabaseUrl, change = () => ({}) } = options;
  const folder = await mkdtemp(join(tmpdir(), 'academy-distributed-'));
  const certificates = options.withCertificates === true ? join(folder, 'certificates') : undefined;
  if (certificates !== undefined) await makeServiceCertificates(certificates);
  const originals = ownProcesses(await readCompose(...(certificates === undefined ? [] : ['docker-compose.tls.yml'])));
  const copies = Object.entries(options.copies ?? {}).map(([copy, of]) => ({ ...serviceOf(originals, of), name: copy }));
  const services = [...originals, ...copies];
  const redisNamespace = name.replaceAll('_', '-');
  const redisUsers = await keepRedisUsers({
    logger: createLogger({ process: 'processes', level: 'silent' }),
    adminUrl: options.redisUrl,
    namespace: redisNamespace,
    passwords: TEST_REDIS_PASSWORDS,
  });
  const addresses = await mapAddresses(services, options, redisUsers.urls);
  const environmentOf = (one: ComposeService) => {
    const adjusted = Object.fromEntries(
      Object.entries(one.environment).map(([key, value]) => [key, addresses.rewrite(one.name, key, value, folder)]),
    );
    const here = {
      ...adjusted,
      ...(one.name === 'prepare' ? { DATABASE_PREFIX: name } : {}),
      ...(adjusted['REDIS_URL'] === undefined ? {} : { REDIS_NAMESPACE: redisNamespace }),
    };
    return { ...here, ...change(one, folder, here) };
  };
  const running = new Map<string, ChildProcess>();
  const logs = new Set<string>();

  async function start(serviceName: string, environment: Readonly<Record<string, string>> = {}): Promise<void> {
    const one = serviceOf(services, serviceName);
    const logFile = join(folder, `${serviceName}.log`);
    logs.add(logFile);
    const log = createWriteStream(logFile, { flags: 'a' });
    const main = options.mains?.[one.name];
    const [, ...args] = main === undefined ? one.command : ['node', main];
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], ...compileCache(process.env), ...environmentOf(one), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(log);
    child.stderr.pipe(log);
    running.set(serviceName, child);
    const port = addresses.portOf(serviceName);
    if (port === undefined) return;
    await until(
      `${serviceName} to be ready`,
      async () => {
        if (child.exitCode !== null)
          throw new Error(`${serviceName} ended with ${child.exitCode}: ${await lastWordsOf(serviceName)}`);
        const path = serviceName === 'sandbox' ? '/health' : '/health/ready';
        const answer = await fetch(`http://127.0.0.1:${addresses.healthPortOf(serviceName)}${path}`).catch(() => undefined);
        return answer?.status === 200 ? true : undefined;
      },
      START_DEADLINE_MS,
    );
  }

  async function lastWordsOf(serviceName: string): Promise<string> {
    return (await readFile(join(folder, `${serviceName}.log`), 'utf8')).slice(-2_000);
  }

  async function stop(serviceName: string, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const child = running.get(serviceName);
    running.delete(serviceName);
    if (child === undefined || child.exitCode !== null) return child?.exitCode ?? null;
    const gone = once(child, 'exit');
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS);
    await gone;
    clearTimeout(timer);
    return child.exitCode;
  }

  async function close(): Promise<void> {
    await Promise.all([...running.keys()].map((one) => stop(one, 'SIGKILL')));
    await redisUsers.stop();
    if (options.areServersOwn !== true) {
      await dropDatabases();
      await removeRedisUsers({ adminUrl: options.redisUrl, namespace: redisNamespace });
    }
    await rm(folder, { recursive: true, force: true });
  }

  async function dropDatabases(): Promise<void> {
    const admin = openDatabase({ url: adminDatabaseUrl, maxConnections: 1, name: 'distributed' });
    const databases = await admin.pool<
      { datname: string }[]
    >`select datname from pg_database where datname like ${`${name}\\_%`}`;
    for (const { datname } of databases) await admin.pool.unsafe(`drop database if exists "${datname}" with (force)`);
    await admin.close();
  }

  try {
    await start('prepare');
    const [code] = (await once(running.get('prepare') as ChildProcess, 'exit')) as [number | null];
    running.delete('prepare');
    if (code !== 0) throw new Error(`prepare ended with ${code}`);
    await start('sandbox');
    await Promise.all(
      originals
        .map((one) => one.name)
        .filter((one) => !['prepare', 'sandbox', 'gateway'].includes(one))
        .map((one) => start(one)),
    );
    await start('gateway');
  } catch (thrown) {
    await close();
    throw thrown;
  }

  const issuer = await createDevIssuer({
    directory: join(folder, 'data/dev-issuer'),
    issuer: DEV_ISSUER_NAME,
    audience: DEFAULT_AUDIENCE,
    isProduction: false,
    clock: systemClock,
  });
  const url = `http://127.0.0.1:${addresses.portOf('gateway')}/graphql`;
  return {
    url,
    folder,
    get logs() {
      return [...logs];
    },
    get pids() {
      return new Map([...running].flatMap(([service, { pid }]) => (pid === undefined ? [] : [[service, pid] as const])));
    },
    environmentOf: (serviceName) => environmentOf(serviceOf(services, serviceName)),
    databasePrefix: name,
    portOf: addresses.portOf,
    healthPortOf: addresses.healthPortOf,
    certificates,
    redisNamespace,
    redisUrls: redisUsers.urls,
    sandbox: controlOf(`http://127.0.0.1:${addresses.portOf('sandbox')}`, services),
    async person(tenant, key, persona) {
      const token = await issuer.issueToken({
        userId: userIdOf(tenant, key),
        tenantId: tenantIdOf(tenant),
        persona,
        lifetimeSeconds: 3_600,
      });
      return new Person({ url, tenant, key, persona, token });
    },
    async kill(serviceName) {
      await stop(serviceName, 'SIGKILL');
    },
    start,
    end: (serviceName) => stop(serviceName, 'SIGTERM'),
    signal(serviceName, signal) {
      running.get(serviceName)?.kill(signal);
    },
    [Symbol.asyncDispose]: close,
  };
}

/** What Node compiled for an earlier process serves the next as well, where the command that runs us keeps it. */
function compileCache({ NODE_COMPILE_CACHE }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };
}

function serviceOf(services: readonly ComposeService[], name: string): ComposeService {
  const one = services.find((candidate) => candidate.name === name);
  if (one === undefined) throw new Error(`docker-compose.yml has no process ${name}.`);
  return one;
}

async function mapAddresses(
  services: readonly ComposeService[],
  options: ProcessesOptions,
  redisUrls: Readonly<Record<string, string>>,
) {
  const ports = new Map<string, { from: string; to: number }>();
  const healthPorts = new Map<string, number>();
  const given = new Set<number>();
  /** A port is free until somebody listens on it, which those that it is given to do later. */
  const newPort = async (): Promise<number> => {
    const port = await freePort(0);
    if (given.has(port)) return newPort();
    given.add(port);
    return port;
  };
  for (const one of services) {
    const from = one.environment['PORT'] ?? one.environment['SANDBOX_PORT'];
    if (from !== undefined) ports.set(one.name, { from, to: await newPort() });
    if (one.environment['HEALTH_PORT'] !== undefined) healthPorts.set(one.name, await newPort());
  }
  const admin = new URL(options.adminDatabaseUrl);
  return {
    portOf: (name: string) => ports.get(name)?.to,
    healthPortOf: (name: string) => healthPorts.get(name) ?? ports.get(name)?.to,
    /** A value of docker-compose.yml as it must be here. */
    rewrite(service: string, key: string, value: string, folder: string): string {
      if (key === 'HOST' || key === 'SANDBOX_HOST') return '127.0.0.1';
      if (key === 'ADMIN_DATABASE_URL') return admin.toString();
      if (key === 'REDIS_URL') return redisUrls[new URL(value).username.replace('academy-', '')] ?? value;
      if (key.endsWith('DATABASE_URL')) {
        const url = new URL(value);
        url.host = admin.host;
        url.pathname = url.pathname.replace('/academy_', `/${options.name}_`);
        return url.toString();
      }
      if (value.startsWith('data/') || value.startsWith('certificates/')) return join(folder, value);
      if (key === 'PORT' || key === 'SANDBOX_PORT') return String(ports.get(service)?.to ?? value);
      if (key === 'HEALTH_PORT') return String(healthPorts.get(service) ?? value);
      for (const [name, { from, to }] of ports) {
        const [, scheme] = value.match(/^(https?):/) ?? [];
        if (value === `${scheme}://${name}:${from}`) return `${scheme}://127.0.0.1:${to}`;
      }
      return value;
    },
  };
}

function controlOf(url: string, services: readonly ComposeService[]): SandboxControl {
  const secret = services.find((one) => one.name === 'sandbox')?.environment['SANDBOX_CLIENT_SECRET'] ?? '';
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${url}/__sandbox/${path}`, {
      method,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`The sandbox's control plane answered ${response.status}: ${await response.text()}`);
    return response.json() as Promise<unknown>;
  };
  return {
    async plan(plan) {
      await call('PUT', 'plan', plan);
    },
    async submissions() {
      return ((await call('GET', 'ledger')) as { submissions: { externalRef: string }[] }).submissions;
    },
    async ledger() {
      return (await call('GET', 'ledger')) as SandboxLedger;
    },
  };
}
