// What one subgraph call costs: CPU of the calling thread per call, of the policies alone and of the whole way over HTTP with and without
// shared connections. One answer of 20 entities, 64 calls at once, rounds interleaved, medians. Usage: npm run bench -- subgraph-call
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { createSubgraphCaller } from '@academy/gateway/subgraph-caller';
import { createLogger } from '@academy/platform/logger';
import { createTelemetry } from '@academy/platform/telemetry';
import { createTlsGate, type TlsIdentity, type TlsMaterial } from '@academy/platform/tls';
import { createHttpTransport, readAnswer, type SubgraphTransport } from '@academy/platform/topology';
import { createAuthority } from '@academy/testing/certificates';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { people } from '@academy/testing/people';

const ROUNDS = 5;
const ROUND_MS = 800;
const AT_ONCE = 64;
const ENTITIES = Array.from({ length: 20 }, (_, id) => ({
  __typename: 'Course',
  id: String(id),
  title: `course ${id}`,
  level: 'BASIC',
}));
const ANSWER = JSON.stringify({ data: { _entities: ENTITIES } });
const DOCUMENT =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Course { title level } } }';
const OPERATION = {
  subgraph: 'courses',
  kind: 'query',
  text: DOCUMENT,
  name: undefined,
  jsonPrefix: `{"query":${JSON.stringify(DOCUMENT)},"variables":`,
  rootKeys: ['_entities'],
} as const;
const REPRESENTATIONS = ENTITIES.map(({ id }) => `{"__typename":"Course","id":"${id}"}`);

if (isMainThread) await measure();
else await serve();

async function serve(): Promise<void> {
  const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(ANSWER)) };
  const answer: RequestListener = (request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(200, headers).end(ANSWER));
  };
  const gate = createTlsGate(fixedIdentity(workerData as TlsMaterial), ['gateway']);
  const secure = createSecureServer(gate.options, answer);
  gate.guard(secure, () => {});
  const ports: number[] = [];
  for (const server of [createServer(answer), secure]) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ports.push((server.address() as AddressInfo).port);
  }
  parentPort?.postMessage(ports);
}

async function measure(): Promise<void> {
  const authority = await createAuthority();
  const material = async (name: string): Promise<TlsMaterial> => {
    return { ...(await authority.issue({ name, usages: ['server', 'client'] })), ca: authority.cert };
  };
  const worker = new Worker(new URL(import.meta.url), { workerData: await material('courses') });
  const [[port, securePort]] = (await once(worker, 'message')) as [[number, number]];
  const urls = { courses: `http://127.0.0.1:${port}` };
  const identity = fixedIdentity(await material('gateway'));
  const over = (connections: object, isSigned = true) =>
    createHttpTransport({ urls, connections, ...(isSigned ? { signingKeys: [TEST_SIGNING_KEY] } : {}) });
  const nowhere: SubgraphTransport = { send: async () => ({ json: ANSWER }), close: async () => {} };
  const alone = { sharedConnections: 16, pipelining: 1 };
  const shared = { sharedConnections: 16, pipelining: 4 };
  const transports = [
    over(alone),
    over(shared),
    over({ sharedConnections: 8, pipelining: 8 }),
    over(shared, false),
    createHttpTransport({
      urls: { courses: `https://127.0.0.1:${securePort}` },
      connections: shared,
      signingKeys: [TEST_SIGNING_KEY],
      identity,
    }),
  ] as const;
  const ways: readonly (readonly [string, (count: number) => Promise<unknown>])[] = [
    ['parse only', bareOver(nowhere)],
    ['policies, no de-duplication', callOver(nowhere, false)],
    ['policies', callOver(nowhere, true)],
    ['HTTP, a connection for each call', bareOver(transports[0])],
    ['HTTP, 16 connections shared by up to 4', bareOver(transports[1])],
    ['HTTP, 8 connections shared by up to 8', bareOver(transports[2])],
    ['HTTP, 16 by 4, unsigned', bareOver(transports[3])],
    ['HTTP, 16 by 4, with certificates', bareOver(transports[4])],
    ['HTTP, 16 by 4, with policies', callOver(transports[1], true)],
  ];
  const figures = new Map(ways.map(([name]) => [name, [] as { microseconds: number; perSecond: number }[]]));
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [name, call] of ways) {
      const figure = await run(call);
      // The first round warms up.
      if (round >= 0) figures.get(name)?.push(figure);
    }
  }
  for (const [name, all] of figures) {
    const microseconds = median(all.map((one) => one.microseconds)).toFixed(1);
    console.log(
      `${name.padEnd(42)} ${microseconds.padStart(6)} µs of CPU per call, ${Math.round(median(all.map((one) => one.perSecond)))} calls/s`,
    );
  }
  for (const transport of transports) await transport.close();
  await worker.terminate();
}

function fixedIdentity(material: TlsMaterial): TlsIdentity {
  return { current: () => material, onChange: () => {}, stop: async () => {} };
}

async function run(call: (count: number) => Promise<unknown>): Promise<{ microseconds: number; perSecond: number }> {
  const endAtMs = performance.now() + ROUND_MS;
  let calls = 0;
  const startedAtMs = performance.now();
  const before = process.threadCpuUsage();
  async function keepCalling(): Promise<void> {
    while (performance.now() < endAtMs) {
      calls += 1;
      await call(calls);
      // Microtasks alone would let nobody else have a turn.
      if (calls % 256 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, keepCalling));
  const { user, system } = process.threadCpuUsage(before);
  return { microseconds: (user + system) / calls, perSecond: (calls * 1_000) / (performance.now() - startedAtMs) };
}

function requestOf(count: number) {
  return { requestId: `bench-${count}`, principal: people.raices.alice, signal: new AbortController().signal };
}

function bareOver(transport: SubgraphTransport) {
  const { text: query, kind, jsonPrefix } = OPERATION;
  return async (count: number) => {
    const variablesJson = `{"count":${count},"representations":[${REPRESENTATIONS.join(',')}]}`;
    const request = { query, operationName: undefined, kind, jsonPrefix, variablesJson };
    return readAnswer(await transport.send('courses', request, { ...requestOf(count), dueAtMs: performance.now() + 5_000 }));
  };
}

function callOver(transport: SubgraphTransport, isDeduplicating: boolean) {
  const logger = createLogger({ process: 'bench', level: 'silent' });
  const call = createSubgraphCaller({
    transport,
    logger,
    telemetry: createTelemetry({ process: 'bench' }),
    policies: { isDeduplicating },
  });
  // A variable that differs makes each call one of its own.
  return (count: number) =>
    call(
      { operation: OPERATION, variables: `"count":${count}`, representations: REPRESENTATIONS },
      { ...requestOf(count), dueAtMs: performance.now() + 5_000 },
    );
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
