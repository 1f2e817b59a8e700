// What the gateway's HTTP edge costs by itself: everything but the federation, which is a stub that answers a constant. Against a server of
// node:http and one of Fastify that read the same body and answer the same text. Prints CPU of the serving process per request, medians of
// rounds that take turns, and ratios. Usage: npm run bench -- gateway-edge [--rounds N]
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { openSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createGateway } from '@academy/gateway';
import { DEFAULT_AUDIENCE, DEV_ISSUER_NAME, defaults } from '@academy/gateway/config';
import { seedId, systemClock } from '@academy/kernel';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { createTelemetry } from '@academy/platform/telemetry';
import type { IslandTransport } from '@academy/platform/topology';
import Fastify from 'fastify';
import { buildSchema, printSchema } from 'graphql';

const CONNECTIONS = 16;
const REQUESTS = 2_000;
const TENANT = 'raices';
const TENANT_ID = seedId(`bench/${TENANT}`);
const PATH = `/t/${TENANT}/graphql`;
const SMALL = '{"tenant":{"name":"Academia Raíces"}}';
const LARGE = JSON.stringify({
  courses: Array.from({ length: 200 }, (_, index) => ({
    id: seedId(`bench/course/${index}`),
    title: `Curso ${index}`,
    level: index % 2 === 0 ? 'BASIC' : 'ADVANCED',
    instructor: { displayName: `Persona ${index % 23}` },
  })),
});
const bodyOf = (name: 'Small' | 'Large') => JSON.stringify({ query: `query ${name} { tenant { name } }`, operationName: name });

type Server = 'node:http' | 'Fastify' | 'gateway';
type Side = {
  readonly name: string;
  readonly server: Server;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
};

async function serve(server: Server): Promise<void> {
  const told =
    server === 'gateway' ? await serveGateway() : { port: server === 'Fastify' ? await serveFastify() : await serveNode() };
  process.on('message', () => process.send?.(process.cpuUsage()));
  process.send?.(told);
}

async function serveNode(): Promise<number> {
  const server = createServer((incoming, response) => {
    let text = '';
    incoming.on('data', (chunk) => {
      text += String(chunk);
    });
    incoming.on('end', () => {
      const { operationName } = JSON.parse(text) as { operationName: string };
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(answerTo(operationName));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function serveFastify(): Promise<number> {
  const app = Fastify({ logger: false });
  app.post<{ Body: { operationName: string } }>('/t/:tenant/graphql', async (incoming, reply) =>
    reply.header('content-type', 'application/json; charset=utf-8').send(answerTo(incoming.body.operationName)),
  );
  await app.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.address() as AddressInfo).port;
}

async function serveGateway(): Promise<{ port: number; tokens: string[] }> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-edge-'));
  const nowhere = openSync('/dev/null', 'w');
  const logger = createLogger({
    process: 'gateway',
    level: 'info',
    destination: { write: (line) => void writeSync(nowhere, line) },
  });
  const schema = buildSchema('type Tenant { name: String } type Query { tenant: Tenant }');
  const gateway = await createGateway({
    config: {
      ...defaults,
      isExplorerOn: false,
      identity: { kind: 'development', issuer: DEV_ISSUER_NAME, audience: DEFAULT_AUDIENCE, directory },
    },
    transport: directoryOnly,
    supergraphSdl: '',
    apiSdl: '',
    redis: openRedis({ url: process.env['TEST_REDIS_URL'] ?? '', namespace: `bench-${process.pid}`, logger, name: 'bench' }),
    signingKeys: [{ id: 'bench', secret: 'only for this bench run, 32 letters' }],
    logger,
    telemetry: createTelemetry({ process: 'gateway' }),
    clock: systemClock,
    load: async () => ({
      schema: () => ({ schema, id: 'bench' }),
      supergraphSdl: () => printSchema(schema),
      onSchema: () => () => undefined,
      execute: async ({ operationName }) => ({ dataJson: operationName === 'Large' ? LARGE : SMALL }),
      executeEvent: async () => ({ dataJson: SMALL }),
      prepare: async () => undefined,
      planText: async () => '',
      warm: async () => 0,
      reload: async () => undefined,
      stop: async () => undefined,
    }),
  });
  const { port } = await gateway.listen();
  const people = Array.from({ length: 100 }, (_, index) => seedId(`bench/person/${index}`));
  const tokens = people.map((userId) =>
    gateway.devIssuer?.issueToken({ userId, tenantId: TENANT_ID, persona: 'learner', lifetimeSeconds: 3_600 }),
  );
  await rm(directory, { recursive: true });
  return { port, tokens: (await Promise.all(tokens)).filter((token) => token !== undefined) };
}

const directoryOnly: IslandTransport = {
  send: () => Promise.reject(new Error('The stub asks no subgraph.')),
  async call() {
    const limits = {
      requestsPerMinute: 1e9,
      costPerMinute: 1e9,
      costPerMinutePerPrincipal: 1e9,
      maxCost: 5_000,
      maxSubscriptions: 1,
    };
    const policies = {
      solarpunkPolicy: 'ADVISORY',
      minimumSustainability: 0,
      minimumSocialJustice: 0,
      evaluation: 'AUTOMATIC_FROM_ASSESSMENT',
      certificationStart: 'ON_REQUEST',
    };
    const settings = { tier: 'PROFESSIONAL', allowedOrigins: ['https://raices.example'], limits, policies };
    const node = { id: TENANT_ID, slug: TENANT, name: 'Academia Raíces', status: 'ACTIVE', settings };
    const pageInfo = { hasNextPage: false, endCursor: null };
    return { data: { tenantDirectory: { edges: [{ node }], pageInfo }, accessRevocations: { edges: [], pageInfo } } };
  },
  async close() {},
};

function answerTo(operationName: string): string {
  return `{"data":${operationName === 'Large' ? LARGE : SMALL}}`;
}

async function compare(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
  const children = new Map<Server, { child: ChildProcess; port: number; tokens: string[] }>();
  for (const server of ['node:http', 'Fastify', 'gateway'] as const) {
    const child = fork(import.meta.filename, ['--serve', server]);
    child.once('exit', (code) => {
      if (code !== null) throw new Error(`The server ${server} ended with ${code}.`);
    });
    const [told] = (await once(child, 'message')) as [{ port: number; tokens?: string[] }];
    children.set(server, { child, port: told.port, tokens: told.tokens ?? [] });
  }
  const tokens = children.get('gateway')?.tokens ?? [];
  const bearer = (token: string | undefined) => ({ authorization: `Bearer ${token}` });
  const sides: readonly Side[] = [
    { name: 'node:http', server: 'node:http', body: bodyOf('Small'), headers: {} },
    { name: 'Fastify', server: 'Fastify', body: bodyOf('Small'), headers: {} },
    { name: 'gateway, nobody', server: 'gateway', body: bodyOf('Small'), headers: {} },
    { name: 'gateway, alice', server: 'gateway', body: bodyOf('Small'), headers: bearer(tokens[0]) },
    {
      name: 'gateway, a page',
      server: 'gateway',
      body: bodyOf('Small'),
      headers: { origin: 'https://raices.example', ...bearer(tokens[0]) },
    },
    { name: 'node:http, 30 kB', server: 'node:http', body: bodyOf('Large'), headers: {} },
    { name: 'gateway, alice, 30 kB', server: 'gateway', body: bodyOf('Large'), headers: bearer(tokens[0]) },
    {
      name: 'gateway, alice, 30 kB as zstd',
      server: 'gateway',
      body: bodyOf('Large'),
      headers: { 'accept-encoding': 'gzip, br, zstd', ...bearer(tokens[0]) },
    },
  ];
  const taken = new Map(sides.map(({ name }) => [name, [] as number[]]));
  const everybody: number[] = [];
  console.log(`${REQUESTS} requests a round on ${CONNECTIONS} connections, ${values.rounds} rounds in turn after one to warm up`);
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    for (const side of sides) {
      const { child, port } = children.get(side.server) ?? never();
      const micros = await measure(child, () => drive(port, () => side));
      if (round > 0) taken.get(side.name)?.push(micros);
    }
    const { child, port } = children.get('gateway') ?? never();
    const alice = sides[3] ?? never();
    let turn = 0;
    const next = () => {
      turn += 1;
      return { ...alice, headers: bearer(tokens[turn % tokens.length]) };
    };
    const micros = await measure(child, () => drive(port, next));
    if (round > 0) everybody.push(micros);
  }
  const all = new Map([...taken, ['gateway, 100 people in turn', everybody]]);
  const floor = median(all.get('node:http') ?? []);
  for (const [name, micros] of all) {
    console.log(
      `${name.padEnd(32)} ${median(micros).toFixed(0).padStart(6)} µs CPU a request   ${(median(micros) / floor).toFixed(2)} × node:http`,
    );
  }
  for (const { child } of children.values()) child.kill();
}

/** Microseconds of CPU that a child took per request of a round. */
async function measure(child: ChildProcess, round: () => Promise<void>): Promise<number> {
  const before = await cpuOf(child);
  await round();
  return ((await cpuOf(child)) - before) / REQUESTS;
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage];
  return user + system;
}

/** Sends one round; each answer must be 200. */
async function drive(port: number, next: () => Side): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let sent = 0;
  const client = async () => {
    for (; sent < REQUESTS; ) {
      sent += 1;
      await ask(port, agent, next());
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  agent.destroy();
}

function ask(port: number, agent: Agent, { body, headers, name }: Side): Promise<void> {
  return new Promise((resolve, reject) => {
    const length = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
    const asking = request({ port, host: '127.0.0.1', path: PATH, method: 'POST', agent, headers: { ...length, ...headers } });
    asking.on('response', (response) => {
      if (response.statusCode !== 200) reject(new Error(`${name} answered ${response.statusCode}.`));
      response.resume();
      response.on('end', resolve);
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function never(): never {
  throw new Error('Every side has its server.');
}

if (process.argv[2] === '--serve') await serve(process.argv[3] as Server);
else await compare();
