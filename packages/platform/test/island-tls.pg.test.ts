import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConnectionOptions, connect } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { type Principal, systemClock } from '@academy/kernel';
import { everyone, signCall } from '@academy/platform/access';
import { createFileStorage } from '@academy/platform/storage';
import { type IslandDefinition, openIsland, startApi } from '@academy/platform/subgraph';
import { openTlsIdentity, type TlsIdentity } from '@academy/platform/tls';
import { createHttpTransport, ISLAND_PATH } from '@academy/platform/topology';
import { createAuthority, type LeafRequest, type Pair, type TestAuthority, writePair } from '@academy/testing/certificates';
import { people } from '@academy/testing/people';
import { parse } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, signingKeys, until, type World } from './world.ts';

const { alice } = people.raices;
const LOOK_MS = 20;
const seen: string[] = [];

const definition: IslandDefinition<object, object> = {
  name: 'certification',
  typeDefs: parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    type Query { me: String }
  `),
  resolvers: {
    Query: {
      me: (_parent: unknown, _args: unknown, { principal }: { principal: Principal }) => {
        seen.push(principal.kind);
        return principal.kind;
      },
    },
  },
  access: { Query: { me: everyone } },
  migrations: fileURLToPath(new URL('./fixtures/no-migrations', import.meta.url)),
  createLoaders: () => ({}),
  emits: [],
  reactions: [],
  jobs: [],
  scopes: [],
  openServices: () => ({}),
};

let world: World;
let ca: TestAuthority;
let folder: string;
let url: string;
let port: number;
let healthPort: number | undefined;
let server: Pair;
const closing: (() => unknown)[] = [];
const closingEach: (() => unknown)[] = [];

/** An identity whose files may be exchanged. */
async function identityOf(
  name: string,
  pair: Pair,
  authority: Pair = ca,
): Promise<TlsIdentity & { exchange(pair: Pair, cas: string): Promise<void> }> {
  const files = { ...(await writePair(folder, name, pair)), caFile: join(folder, `${name}.ca`) };
  await writeFile(files.caFile, authority.cert);
  const identity = await openTlsIdentity({ files, logger: world.tools.logger, lookEveryMs: LOOK_MS });
  closing.push(() => identity.stop());
  return {
    ...identity,
    async exchange(next, cas) {
      await writePair(folder, name, next);
      await writeFile(files.caFile, cas);
      await until('the files are in force', () => identity.current().cert === next.cert && identity.current().ca === cas);
    },
  };
}

async function startIsland(identity: TlsIdentity) {
  const resources = {
    database: world.db.database,
    relayDatabase: world.db.relayDatabase,
    redis: world.redis,
    signingKeys,
    storage: createFileStorage('/nonexistent'),
    clock: systemClock,
    ...world.tools,
  };
  const island = await openIsland(definition, resources);
  const clientNames = ['gateway', 'spiffe://academy/courses-worker'];
  const api = await startApi(island, resources, {
    host: '127.0.0.1',
    port: 0,
    healthPort: 0,
    tls: { identity, clientNames, gatewayName: 'gateway' },
  });
  closing.push(async () => {
    await api.stop();
    await island.close();
  });
  return api;
}

beforeAll(async () => {
  world = await openWorld();
  folder = await mkdtemp(join(tmpdir(), 'academy-tls-'));
  ca = await createAuthority();
  server = await ca.issue({ name: 'certification', usages: ['server'] });
  ({ port, healthPort } = await startIsland(await identityOf('certification', server)));
  url = `https://127.0.0.1:${port}`;
});
afterEach(async () => {
  for (const close of closingEach.splice(0)) await close();
});
afterAll(async () => {
  for (const close of closing.reverse()) await close();
  await rm(folder, { recursive: true, force: true });
  await world[Symbol.asyncDispose]();
});

const QUERY = '{"query":"{ me }"}';

function transportTo(address: string, identity: TlsIdentity, name = 'certification') {
  const transport = createHttpTransport({ urls: { [name]: address }, signingKeys, identity });
  closingEach.push(() => transport.close());
  return transport;
}

function ask(transport: ReturnType<typeof transportTo>, principal: Principal = alice) {
  return transport.call(
    'certification',
    { query: '{ me }' },
    { principal, requestId: 'tls', signal: AbortSignal.timeout(5_000) },
  );
}

/** What the island says to a signed request over a connection that is opened so; empty when it is closed without a word. */
async function answerTo(options: ConnectionOptions, to = port): Promise<string> {
  const headers = signCall(
    { method: 'POST', path: ISLAND_PATH, body: QUERY },
    alice,
    signingKeys[0] as (typeof signingKeys)[0],
    systemClock,
  );
  const lines = Object.entries({
    ...headers,
    'content-type': 'application/json',
    'content-length': QUERY.length,
    connection: 'close',
  });
  const socket = connect({ host: '127.0.0.1', port: to, servername: 'certification', ca: ca.cert, ...options });
  socket.on('error', () => {});
  let answer = '';
  socket.setEncoding('utf8').on('data', (text) => {
    answer += text;
  });
  socket.write(
    `POST ${ISLAND_PATH} HTTP/1.1\r\nhost: island\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${QUERY}`,
  );
  await new Promise((resolve) => socket.once('close', resolve));
  return answer;
}

const both: LeafRequest['usages'] = ['server', 'client'];
const longAgo = new Date(Date.now() - 86_400_000);
const intruders: [who: string, certificate: () => Promise<Partial<Pair>>][] = [
  ['nobody, without a certificate', async () => ({})],
  ['another service of the same CA', () => ca.issue({ name: 'analytics', usages: both })],
  ['the island itself, whose certificate is for listening', () => ca.issue({ name: 'gateway', usages: ['server'] })],
  ['the CA', async () => ca],
  [
    'an expired gateway',
    () => ca.issue({ name: 'gateway', usages: both, notBefore: longAgo, notAfter: new Date(Date.now() - 1_000) }),
  ],
  ['a gateway that is not yet', () => ca.issue({ name: 'gateway', usages: both, notBefore: new Date(Date.now() + 3_600_000) })],
  ['the gateway of another CA', async () => (await createAuthority()).issue({ name: 'gateway', usages: both })],
  [
    'the gateway of another CA of the same name',
    async () => (await createAuthority('academy development CA')).issue({ name: 'gateway', usages: both }),
  ],
  [
    'a gateway by its common name alone',
    () => ca.issue({ name: 'gateway', usages: both, alternativeNames: [{ type: 'dns', value: 'analytics' }] }),
  ],
  ['a wildcard', () => ca.issue({ name: 'any', usages: both, alternativeNames: [{ type: 'dns', value: '*' }] })],
  [
    'a name that hides another',
    () => ca.issue({ name: 'any', usages: both, alternativeNames: [{ type: 'url', value: 'http://x, DNS:gateway' }] }),
  ],
  [
    'a gateway by its address',
    () => ca.issue({ name: 'any', usages: both, alternativeNames: [{ type: 'email', value: 'gateway' }] }),
  ],
];

describe('an island that asks for certificates', () => {
  test('answers the gateway', async () => {
    const certificate = await ca.issue({ name: 'gateway', usages: ['client'] });
    const transport = transportTo(url, await identityOf('gateway', certificate));
    expect(await ask(transport)).toEqual({ data: { me: 'user' } });
    expect(await answerTo(certificate)).toMatch(/^HTTP\/1\.1 200 /);
  });

  test.each(intruders)('says nothing to %s', async (_who, certificate) => {
    seen.length = 0;
    expect(await answerTo(await certificate())).toBe('');
    expect(seen).toEqual([]);
  });

  test('speaks TLS 1.3 and nothing older', async () => {
    const certificate = await ca.issue({ name: 'gateway', usages: ['client'] });
    expect(await answerTo({ ...certificate, maxVersion: 'TLSv1.2' })).toBe('');
    expect(await answerTo({ ...certificate, minVersion: 'TLSv1.3' })).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('counts whom it refused', async () => {
    await answerTo(await ca.issue({ name: 'analytics', usages: both }));
    const { text } = await world.tools.telemetry.render();
    expect(text).toMatch(/academy_island_connections_refused_total\{island="certification",reason="name"[^}]*\} [1-9]/);
  });

  test('answers probes without a certificate on their own port, and nothing else there', async () => {
    const at = `http://127.0.0.1:${healthPort}`;
    expect((await fetch(`${at}/health/ready`)).status).toBe(200);
    expect((await fetch(`${at}/health/live`)).status).toBe(200);
    expect((await fetch(`${at}${ISLAND_PATH}`, { method: 'POST', body: QUERY })).status).toBe(404);
  });
});

describe('a certificate is an identity beside the signature', () => {
  const worker = (service: string): Principal => ({ kind: 'service', tenantId: alice.tenantId, service, scopes: [] });

  test('a worker speaks for itself, and neither for a user nor for another worker', async () => {
    const names = [{ type: 'url', value: 'spiffe://academy/courses-worker' }] as const;
    const certificate = await ca.issue({ name: 'courses-worker', usages: ['client'], alternativeNames: names });
    const transport = transportTo(url, await identityOf('courses-worker', certificate));
    expect(await ask(transport, worker('courses-worker'))).toEqual({ data: { me: 'service' } });
    seen.length = 0;
    await expect(ask(transport, alice)).rejects.toMatchObject({ code: 'UNAVAILABLE', reason: 'refused', status: 401 });
    await expect(ask(transport, worker('users-worker'))).rejects.toMatchObject({ status: 401 });
    expect(seen).toEqual([]);
  });
});

describe('the caller', () => {
  test('does not believe a server with the certificate of another service', async () => {
    const gateway = await identityOf('gateway-2', await ca.issue({ name: 'gateway', usages: ['client'] }));
    const { port: other } = await startIsland(
      await identityOf('analytics', await ca.issue({ name: 'analytics', usages: ['server'] })),
    );
    seen.length = 0;
    await expect(ask(transportTo(`https://127.0.0.1:${other}`, gateway))).rejects.toMatchObject({ reason: 'unreachable' });
    const foreign = await (await createAuthority()).issue({ name: 'certification', usages: ['server'] });
    const { port: false_ } = await startIsland(await identityOf('false', foreign));
    await expect(ask(transportTo(`https://127.0.0.1:${false_}`, gateway))).rejects.toMatchObject({ reason: 'unreachable' });
    expect(seen).toEqual([]);
  });

  test('refuses to call without TLS once it has certificates', async () => {
    const gateway = await identityOf('gateway-3', await ca.issue({ name: 'gateway', usages: ['client'] }));
    expect(() => transportTo('http://127.0.0.1:1', gateway)).toThrow('An https:// URL was expected for certification');
  });
});

describe('certificates are exchanged while everything runs', () => {
  test('a new CA takes over in three steps without a call lost, and the old one is then refused', async () => {
    const old = await ca.issue({ name: 'gateway', usages: ['client'] });
    const next = await createAuthority('the next CA');
    const both = `${next.cert}${ca.cert}`;
    const island = await identityOf('exchanged', server);
    const gateway = await identityOf('gateway-4', old);
    const { port: to } = await startIsland(island);
    const transport = transportTo(`https://127.0.0.1:${to}`, gateway);
    const isAnswered = async () => expect(await ask(transport)).toEqual({ data: { me: 'user' } });
    await isAnswered();
    await island.exchange(server, both);
    await gateway.exchange(old, both);
    await isAnswered();
    await island.exchange(await next.issue({ name: 'certification', usages: ['server'] }), both);
    await isAnswered();
    await gateway.exchange(await next.issue({ name: 'gateway', usages: ['client'] }), both);
    await isAnswered();
    await island.exchange(await next.issue({ name: 'certification', usages: ['server'] }), next.cert);
    await gateway.exchange(await next.issue({ name: 'gateway', usages: ['client'] }), next.cert);
    await isAnswered();
    expect(await answerTo({ ...old, ca: both }, to)).toBe('');
  });

  test('files that do not fit together change nothing', async () => {
    const identity = await identityOf('unfit', server);
    const { cert } = identity.current();
    const [one, other] = [
      await ca.issue({ name: 'certification', usages: ['server'] }),
      await ca.issue({ name: 'x', usages: both }),
    ];
    await writePair(folder, 'unfit', { cert: one.cert, key: other.key });
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS * 10));
    expect(identity.current().cert).toBe(cert);
    await writePair(folder, 'unfit', one);
    await until('the pair is in force', () => identity.current().cert === one.cert);
  });

  test('a connection outlives its certificate by no request', async () => {
    const short = await ca.issue({ name: 'gateway', usages: ['client'], notAfter: new Date(Date.now() + 2_500) });
    const transport = transportTo(url, await identityOf('gateway-5', short));
    expect(await ask(transport)).toEqual({ data: { me: 'user' } });
    await until('the certificate expired', () =>
      ask(transport).then(
        () => false,
        (thrown: { status?: number; reason?: string }) => thrown.status === 401 || thrown.reason === 'unreachable',
      ),
    );
  });

  test('a process does not start with files that do not fit', async () => {
    const { certFile } = await writePair(folder, 'one', server);
    const { keyFile } = await writePair(folder, 'two', await ca.issue({ name: 'x', usages: both }));
    const caFile = join(folder, 'certification.ca');
    const open = (files: { certFile: string; keyFile: string; caFile: string }) =>
      openTlsIdentity({ files, logger: world.tools.logger });
    await expect(open({ certFile, keyFile, caFile })).rejects.toThrow('is not that of the certificate');
    await expect(open({ certFile: keyFile, keyFile, caFile })).rejects.toThrow('a certificate in PEM was expected');
    const old = await writePair(
      folder,
      'old',
      await ca.issue({ name: 'x', usages: both, notBefore: longAgo, notAfter: new Date(Date.now() - 1_000) }),
    );
    await expect(open({ ...old, caFile })).rejects.toThrow('expired on');
  });
});
