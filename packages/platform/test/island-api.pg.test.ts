import { fileURLToPath } from 'node:url';
import { Fault, type Principal } from '@academy/kernel';
import { createNonceMemory, everyone, personas, type SIGNATURE_HEADERS, signCall } from '@academy/platform/access';
import type { IslandContext } from '@academy/platform/graphql';
import { newId } from '@academy/platform/ids';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { createFileStorage } from '@academy/platform/storage';
import { type IslandDefinition, type IslandResources, openIsland, startApi } from '@academy/platform/subgraph';
import { ISLAND_PATH } from '@academy/platform/topology';
import { createTestClock } from '@academy/testing/clock';
import { people, tenantIdOf } from '@academy/testing/people';
import { sql } from 'drizzle-orm';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openWorld, signingKeys, until, type World } from './world.ts';

const { alice, carla } = people.raices;
const clock = createTestClock();
const [key] = signingKeys;
if (key === undefined) throw new Error('Expected a signing key.');

const released = Promise.withResolvers<void>();
const seen: string[] = [];

type Context = IslandContext<object>;

const definition: IslandDefinition<object, object> = {
  name: 'users',
  typeDefs: parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    type Query { me: String forAdmins: String tenantOfRows: String slow: String endless: String count: Int }
    type Mutation { note(text: String!): Int }
  `),
  resolvers: {
    Query: {
      me: (_parent: unknown, _args: unknown, { principal, requestId }: Context) => `${JSON.stringify(principal)} ${requestId}`,
      forAdmins: () => 'for admins',
      tenantOfRows: async (_parent: unknown, _args: unknown, { db }: Context) => {
        const [row] = await db.read((tx) =>
          tx.execute<{ tenant: string }>(sql`select current_setting('app.tenant_id') as tenant`),
        );
        return row?.tenant;
      },
      slow: () => released.promise.then(() => 'at last'),
      endless: async (_parent: unknown, _args: unknown, { db }: Context) => {
        seen.push('reading');
        try {
          for (;;) await db.read((tx) => tx.execute(sql`select 1`));
        } catch (thrown) {
          seen.push(thrown instanceof Fault ? thrown.code : String(thrown));
          throw thrown;
        }
      },
    },
    Mutation: { note: (_parent: unknown, { text }: { text: string }) => seen.push(text) },
  },
  access: {
    Query: {
      me: everyone,
      forAdmins: personas('admin'),
      tenantOfRows: everyone,
      slow: everyone,
      endless: everyone,
      count: everyone,
    },
    Mutation: { note: everyone },
  },
  migrations: fileURLToPath(new URL('./fixtures/no-migrations', import.meta.url)),
  createLoaders: () => ({}),
  emits: [],
  reactions: [],
  jobs: [],
  scopes: [],
  openServices: () => ({}),
};

let world: World;
let resources: IslandResources;
/** Two replicas of one island. */
let replicas: readonly { url: string; stop(): Promise<void> }[];

async function startReplica(of: IslandResources, plugins: IslandDefinition<object, object>['plugins'] = []) {
  const island = await openIsland({ ...definition, plugins }, of);
  const api = await startApi(island, of, { host: '127.0.0.1', port: 0 });
  return {
    url: `http://127.0.0.1:${api.port}`,
    async stop() {
      await api.stop();
      await island.close();
    },
  };
}

beforeAll(async () => {
  world = await openWorld();
  resources = {
    database: world.db.database,
    relayDatabase: world.db.relayDatabase,
    redis: world.redis,
    signingKeys,
    storage: createFileStorage('/nonexistent'),
    clock,
    ...world.tools,
  };
  replicas = [await startReplica(resources), await startReplica(resources)];
});
afterAll(async () => {
  released.resolve();
  await Promise.all(replicas.map((replica) => replica.stop()));
  await world[Symbol.asyncDispose]();
});

type Headers = Record<string, string>;

function sign(body: string, principal: Principal = alice): Headers {
  return signCall({ method: 'POST', path: ISLAND_PATH, body }, principal, key as NonNullable<typeof key>, clock);
}

async function send(body: string, headers: Headers, replica = replicas[0]) {
  const response = await fetch(`${replica?.url}${ISLAND_PATH}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  const answer = (await response.json()) as {
    data?: Record<string, unknown> | null;
    errors?: { extensions: { code: string } }[];
  };
  return { status: response.status, answer, codes: (answer.errors ?? []).map((error) => error.extensions.code) };
}

async function ask(
  query: string,
  options: { as?: Principal; headers?: Headers; variables?: object; replica?: (typeof replicas)[number] } = {},
) {
  const body = JSON.stringify({ query, variables: options.variables });
  return send(body, { ...sign(body, options.as), ...options.headers }, options.replica);
}

const REFUSED = {
  status: 401,
  answer: { errors: [{ message: 'A signed call was expected.', extensions: { code: 'UNAUTHENTICATED' } }] },
};

describe('an island over HTTP', () => {
  test('answers whom the signature names, about rows of her tenant', async () => {
    const { status, answer } = await ask('{ me tenantOfRows }', { headers: { 'x-request-id': 'of-the-gateway' } });
    expect(status).toBe(200);
    expect(answer).toEqual({
      data: { me: `${JSON.stringify(alice)} of-the-gateway`, tenantOfRows: tenantIdOf('raices') },
    });
  });

  test('keeps its access rules in force', async () => {
    expect(await ask('{ forAdmins }')).toMatchObject({
      status: 200,
      answer: { data: { forAdmins: null } },
      codes: ['FORBIDDEN'],
    });
    expect((await ask('{ forAdmins }', { as: carla })).answer).toEqual({ data: { forAdmins: 'for admins' } });
  });

  test('keeps them in force when it has plugins', async () => {
    await using stack = new AsyncDisposableStack();
    const operations: (string | null)[] = [];
    const replica = await startReplica(resources, [
      {
        async requestDidStart() {
          return {
            async didResolveOperation({ operationName }) {
              operations.push(operationName);
            },
          };
        },
      },
    ]);
    stack.defer(() => replica.stop());
    expect((await ask('query Mine { forAdmins me }', { replica })).codes).toEqual(['FORBIDDEN']);
    expect((await ask('query Hers { forAdmins }', { as: carla, replica })).answer).toEqual({ data: { forAdmins: 'for admins' } });
    expect(operations).toEqual(['Mine', 'Hers']);
  });
});

describe('a call is refused, and nothing of it is executed,', () => {
  const body = JSON.stringify({ query: 'mutation { note(text: "refused") }' });
  const headerNames: readonly (typeof SIGNATURE_HEADERS)[keyof typeof SIGNATURE_HEADERS][] = [
    'x-academy-principal',
    'x-academy-created',
    'x-academy-nonce',
    'x-academy-key-id',
    'x-academy-signature',
  ];

  test('when it is not signed', async () => {
    expect(await send(body, {})).toMatchObject(REFUSED);
  });

  test.each(headerNames)('when %s was exchanged', async (name) => {
    const forged = { ...sign(body), [name]: name === 'x-academy-principal' ? (sign(body, carla)[name] ?? '') : '1' };
    expect(await send(body, forged)).toMatchObject(REFUSED);
  });

  test('when it is sent again, to this replica or to the other', async () => {
    const once = JSON.stringify({ query: 'mutation { note(text: "once") }' });
    const headers = sign(once);
    expect((await send(once, headers)).status).toBe(200);
    for (const replica of replicas) expect(await send(once, headers, replica)).toMatchObject(REFUSED);
    expect(seen.filter((text) => text === 'once')).toHaveLength(1);
  });

  test('when it is sent many times at once: one is served', async () => {
    const once = JSON.stringify({ query: 'mutation { note(text: "raced") }' });
    const headers = sign(once);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => send(once, headers, replicas[i % 2])));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 401)]);
    expect(seen.filter((text) => text === 'raced')).toHaveLength(1);
  });

  test('and a forged one is not even remembered', async () => {
    const headers = sign(body);
    expect((await send(body, { ...headers, 'x-academy-signature': 'forged' })).status).toBe(401);
    const nonceKey = world.redis.key(`sys:nonce:${headers['x-academy-nonce']}`);
    expect(await world.redis.commands.exists(nonceKey)).toBe(0);
  });

  test('and unsigned documents are not parsed', async () => {
    const parsed = async () =>
      (await world.tools.telemetry.render()).text.match(/academy_island_documents_total\{.*\} (\d+)/)?.[1];
    const before = await parsed();
    await send(JSON.stringify({ query: '{ never: me }' }), {});
    expect(await parsed()).toBe(before);
    await ask('{ never: me }');
    expect(Number(await parsed())).toBe(Number(before) + 1);
  });

  test('while the memory of nonces is away', async () => {
    await using stack = new AsyncDisposableStack();
    const logger = createLogger({ process: 'test', level: 'silent' });
    const redis = openRedis({ url: 'redis://127.0.0.1:1', namespace: '', logger, name: 'away' });
    stack.defer(() => redis.close());
    const replica = await startReplica({ ...resources, redis });
    stack.defer(() => replica.stop());
    const { status, codes } = await send(body, sign(body), replica);
    expect([status, codes]).toEqual([503, ['UNAVAILABLE']]);
  });

  test('and no refused call was executed', () => {
    expect(seen).not.toContain('refused');
  });
});

describe('the memory of nonces', () => {
  test('knows each of many that come at once, and keeps them for twice the window', async () => {
    const redis = openRedis({ url: inject('redisUrl'), namespace: `test-${newId()}`, logger: resources.logger, name: 'test' });
    await using stack = new AsyncDisposableStack();
    stack.defer(() => redis.close());
    const memory = createNonceMemory(redis);
    const nonces = ['a', 'b', 'a', 'c', 'b', 'a'];
    expect(await Promise.all(nonces.map((nonce) => memory.isNew(nonce)))).toEqual([true, true, false, true, false, false]);
    expect(await memory.isNew('c')).toBe(false);
    expect(await memory.isNew('d')).toBe(true);
    const left = await redis.commands.ttl(redis.key('sys:nonce:a'));
    expect(left).toBeGreaterThan(110);
    expect(left).toBeLessThanOrEqual(120);
  });
});

describe('a body', () => {
  test.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['no query', '{}'],
    ['a query that is no text', '{"query":1}'],
    ['variables that are no object', '{"query":"{ me }","variables":[]}'],
    ['an operation name that is no text', '{"query":"{ me }","operationName":7}'],
  ])('that is %s gets 400 and is told what was expected', async (_name, body) => {
    const { status, codes, answer } = await send(body, sign(body));
    expect([status, codes]).toEqual([400, ['BAD_REQUEST']]);
    expect(JSON.stringify(answer)).toContain('a text `query` was expected');
  });

  test('that is larger than may be gets 413', async () => {
    const body = JSON.stringify({ query: '{ me }', variables: { text: 'x'.repeat(4 * 1024 * 1024) } });
    expect((await send(body, sign(body))).status).toBe(413);
  });

  test('with more representations than may be gets 400', async () => {
    const { status, codes } = await ask('{ me }', { variables: { representations: Array.from({ length: 5_001 }, () => 1) } });
    expect([status, codes]).toEqual([400, ['BAD_REQUEST']]);
  });

  test('may leave out or null what an operation does not need', async () => {
    const body = JSON.stringify({ query: '{ count }', operationName: null, variables: null });
    expect(await send(body, sign(body))).toMatchObject({ status: 200, answer: { data: { count: null } } });
  });
});

describe('a deadline', () => {
  const within = (ms: string) => ({ headers: { 'x-academy-deadline-ms': ms } });

  test('that passes is answered with TIMEOUT', async () => {
    expect(await ask('{ slow me }', within('50'))).toMatchObject({ status: 200, answer: { data: null }, codes: ['TIMEOUT'] });
  });

  test('is over when the caller hangs up: no further read is begun', async () => {
    const caller = new AbortController();
    const body = JSON.stringify({ query: '{ endless }' });
    const asking = fetch(`${replicas[0]?.url}${ISLAND_PATH}`, {
      method: 'POST',
      body,
      headers: sign(body),
      signal: caller.signal,
    });
    await until('the operation reads', () => seen.includes('reading'));
    caller.abort();
    await expect(asking).rejects.toThrow();
    await until('a read was refused', () => seen.includes('TIMEOUT'));
  });

  test('that has passed already leaves nothing to execute', async () => {
    expect((await ask('mutation { note(text: "too late") }', within('0'))).codes).toEqual(['TIMEOUT']);
    expect(seen).not.toContain('too late');
  });

  test.each(['', 'soon', '-1', '1e3', '999999999'])('of %j leaves the 15 s that every operation has', async (ms) => {
    expect((await ask('{ me }', within(ms))).codes).toEqual([]);
  });
});

test('health, readiness and metrics are there for whoever runs the island', async () => {
  const get = async (path: string) => {
    const response = await fetch(`${replicas[0]?.url}${path}`);
    return { status: response.status, text: await response.text() };
  };
  expect(await get('/health/live')).toEqual({ status: 200, text: '{"status":"ok"}' });
  expect(await get('/health/ready')).toEqual({ status: 200, text: '{"status":"ok"}' });
  const metrics = await get('/metrics');
  expect(metrics.text).toContain('academy_island_operation_seconds_count');
  expect(metrics.text).toMatch(/academy_island_calls_refused_total\{.*reason="replayed".*\} \d/);
  expect((await get('/graphql')).status).toBe(404);
});
