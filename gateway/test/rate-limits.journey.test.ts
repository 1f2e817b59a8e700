import { createClient } from 'graphql-ws';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { DEFAULT_AUDIENCE, DEV_ISSUER_NAME, defaults, type GatewayConfig } from '../src/config.ts';
import type { TenantRecord } from '../src/tenant.ts';
import { berta, openLiveAcademy } from './live-academy.ts';
import { overSse, overWebSocket } from './live-clients.ts';
import { alice, carla, diego, tenants } from './people.ts';
import { openRedisWay } from './redis-way.ts';
import { type Got, openGateway } from './running-gateway.ts';

type Graph = Awaited<ReturnType<typeof openGateway>>;
const ME = '{ me { id } }';
/** A machine that is busy may be slower than the 50 ms after which a process counts for itself. */
const patient = { rateLimits: { ...defaults.rateLimits, answerWithinMs: 5_000 } };
const openPatient = (config: Partial<GatewayConfig> = {}, redis: { namespace?: string } = {}) =>
  openGateway({ config: { ...patient, ...config }, redis });

/** Raíces may have no more than this; the others have what they always have. */
function limitRaices(graph: Pick<Graph, 'planted'>, limits: Partial<TenantRecord['settings']['limits']>): void {
  graph.planted.set('Query.tenantDirectory', () => ({
    edges: tenants.map(({ settings, ...tenant }) => ({
      cursor: tenant.id,
      node: {
        ...tenant,
        settings: tenant.slug === alice.tenantSlug ? { ...settings, limits: { ...settings.limits, ...limits } } : settings,
      },
    })),
    pageInfo: { hasNextPage: false, hasPreviousPage: false },
  }));
}

/** Sends one query as often as asked, all at once, with one token. */
async function flood(graphs: readonly Graph[], as: typeof alice | typeof carla, times: number, query = ME): Promise<Got[]> {
  const authorization = `Bearer ${await graphs[0]?.tokenOf(as)}`;
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query }),
  };
  return Promise.all(
    Array.from({ length: times }, (_, index) => {
      const graph = graphs[index % graphs.length];
      if (graph === undefined) throw new Error('Nobody to ask.');
      return graph.send(`/t/${as.tenantSlug}/graphql`, init);
    }),
  );
}

const statuses = (answers: readonly Got[]) => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

describe('requests of a tenant', () => {
  test('are allowed exactly as often as it may send them, at two gateways and 200 at once, and others notice nothing', async () => {
    await using first = await openPatient();
    const namespace = first.redis.namespace;
    const identity = {
      kind: 'development',
      issuer: DEV_ISSUER_NAME,
      audience: DEFAULT_AUDIENCE,
      directory: first.directory,
    } as const;
    await using second = await openPatient({ identity }, { namespace });
    for (const graph of [first, second]) limitRaices(graph, { requestsPerMinute: 60 });
    const answers = await flood([first, second], alice, 200);
    expect(statuses(answers)).toEqual({ 200: 60, 429: 140 });
    expect((await first.ask(carla, ME)).status).toBe(429);
    expect(statuses(await flood([first, second], diego, 20))).toEqual({ 200: 20 });
    expect(statuses(await flood([second], alice, 5, 'not graphql'))).toEqual({ 429: 5 });
  });

  test('that are refused for another reason count too', async () => {
    await using graph = await openPatient();
    limitRaices(graph, { requestsPerMinute: 3 });
    for (const [query, status] of [
      ['{', 400],
      ['{ nothing }', 400],
      [ME, 200],
      [ME, 429],
    ] as const) {
      expect((await graph.ask(alice, query)).status).toBe(status);
    }
  });
});

describe('the cost of operations', () => {
  test('of one principal is limited without taking the tenant’s', async () => {
    await using graph = await openPatient();
    limitRaices(graph, { costPerMinutePerPrincipal: 10 });
    const { headers } = await graph.ask(alice, ME);
    const cost = 10 - Number(headers.get('ratelimit-remaining'));
    const allowed = Math.floor(10 / cost);
    expect(statuses(await flood([graph], alice, 30))).toEqual({ 200: allowed - 1, 429: 30 - (allowed - 1) });
    expect((await graph.ask(carla, ME)).status).toBe(200);
  });

  test('is told in the headers of every answer: what is left goes down, and so do the seconds', async () => {
    await using graph = await openPatient();
    limitRaices(graph, { costPerMinutePerPrincipal: 1_000 });
    const told = async (query: string) => {
      const { headers } = await graph.ask(alice, query);
      expect(headers.get('ratelimit-policy')).toBe(
        '"tenant-requests";q=6000;w=60, "tenant-cost";q=600000;w=60;qu="cost", "principal-cost";q=1000;w=60;qu="cost"',
      );
      const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((name) => Number(headers.get(`ratelimit-${name}`)));
      expect(headers.get('ratelimit')).toBe(`"principal-cost";r=${remaining};t=${reset}`);
      return { limit, remaining, reset };
    };
    const first = await told(ME);
    const second = await told(ME);
    const mistaken = await told('{ nothing }');
    expect(first).toMatchObject({ limit: 1_000, reset: expect.toSatisfy((seconds: number) => seconds >= 60 && seconds <= 65) });
    expect(second.remaining).toBe(2 * (first.remaining ?? 0) - 1_000);
    expect(mistaken.remaining).toBe((second.remaining ?? 0) - 1);
    expect(mistaken.reset).toBeLessThanOrEqual(first.reset ?? 0);
    await expect.poll(async () => (await told(ME)).reset, { timeout: 5_000 }).toBeLessThan(first.reset ?? 0);
  });

  test('bounds a single operation: one that could never be allowed is too complex, not too early', async () => {
    await using graph = await openPatient();
    limitRaices(graph, { costPerMinutePerPrincipal: 5 });
    const { status, body } = await graph.ask(alice, '{ courses(first: 50) { edges { node { id title } } } }');
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'QUERY_TOO_COMPLEX']);
  });
});

describe('a refusal', () => {
  test('over HTTP is 429, also for clients of application/json alone, and says when to come back', async () => {
    await using graph = await openPatient();
    limitRaices(graph, { requestsPerMinute: 1 });
    await graph.ask(alice, ME);
    const { status, headers, body } = await graph.ask(alice, ME, {
      headers: { accept: 'application/json', origin: `https://${alice.tenantSlug}.example` },
    });
    const seconds = Number(headers.get('retry-after'));
    expect(status).toBe(429);
    expect(seconds).toBeGreaterThan(30);
    expect(seconds).toBeLessThanOrEqual(65);
    expect(body).toEqual({
      errors: [
        {
          message: `The people of a tenant may send 1 requests a minute together; try again in ${seconds} s.`,
          extensions: {
            code: 'RATE_LIMITED',
            requestId: headers.get('x-request-id'),
            docs: '/docs/errors#RATE_LIMITED',
            retryAfterSeconds: seconds,
          },
        },
      ],
    });
    expect(headers.get('ratelimit')).toBe(`"tenant-requests";r=0;t=${headers.get('ratelimit-reset')}`);
    expect(headers.get('x-tenant-id')).toBe(alice.tenantSlug);
    expect(headers.get('access-control-expose-headers')).toContain('ratelimit-remaining');
  });

  test('over a stream is the same error; a subscription is counted once, when it begins', async () => {
    await using graph = await openLiveAcademy({ config: patient });
    limitRaices(graph, { requestsPerMinute: 3 });
    const { id } = graph.opensCase();
    const socket = await overWebSocket(graph, { as: alice, variables: { id } });
    const stream = await overSse(graph, { as: alice, variables: { id } });
    await Promise.all([socket.gets(1), stream.gets(1)]);
    await graph.ask(berta, ME);
    const authorization = `Bearer ${await graph.tokenOf(alice)}`;
    const refused = await graph.send('/t/raices/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization },
      body: JSON.stringify({
        query: 'subscription ($id: ID!) { certificationStatusChanged(certificationId: $id) { seq } }',
        variables: { id },
      }),
    });
    expect(refused).toMatchObject({ status: 429, body: { errors: [{ extensions: { code: 'RATE_LIMITED' } }] } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(30);
    const client = createClient({
      url: `${graph.url.replace('http', 'ws')}/t/raices/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization },
      retryAttempts: 0,
    });
    const told = Promise.withResolvers<unknown>();
    client.subscribe({ query: ME }, { next: told.resolve, error: told.resolve, complete: () => told.resolve('complete') });
    expect(await told.promise).toMatchObject([
      { extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.toSatisfy((seconds: number) => seconds > 30) } },
    ]);
    await client.dispose();
    socket.stop();
    stream.stop();
  });
});

describe('callers who are not signed in', () => {
  const TENANT = '{ tenant { name } }';

  test('are told apart by the address that a trusted proxy tells, and by no other', async () => {
    await using trusting = await openPatient({ trustedProxies: ['127.0.0.0/8', '::1'] });
    await using strict = await openPatient();
    for (const graph of [trusting, strict]) limitRaices(graph, { costPerMinutePerPrincipal: 1 });
    const from = async (graph: Graph, address: string) =>
      (await graph.ask(undefined, TENANT, { headers: { 'x-forwarded-for': address } })).status;
    expect([
      await from(trusting, '192.0.2.1'),
      await from(trusting, '192.0.2.2'),
      await from(trusting, '9.9.9.9, 192.0.2.1'),
    ]).toEqual([200, 200, 429]);
    expect([await from(strict, '192.0.2.1'), await from(strict, '192.0.2.2')]).toEqual([200, 429]);
    const keys = await trusting.redis.commands.keys(`${trusting.redis.namespace}:rl:*`);
    expect(keys.join()).not.toContain('192.0.2');
  });
});

describe('without Redis', () => {
  test.each(['cut', 'stalled'] as const)(
    'whose way is %s, a gateway answers and counts by itself, and with the others again later',
    async (state) => {
      await using way = await openRedisWay();
      await using graph = await openGateway({
        redis: { url: way.url },
        config: { rateLimits: { ...defaults.rateLimits, answerWithinMs: 500 } },
      });
      limitRaices(graph, { requestsPerMinute: 10 });
      expect((await graph.ask(alice, ME)).headers.get('ratelimit-remaining')).toBe('9');
      way.state = state;
      expect(statuses(await flood([graph], alice, 30))).toEqual({ 200: 10, 429: 20 });
      expect(graph.log.filter((line) => line.includes('each process counts for itself'))).toHaveLength(1);
      const metrics = await (await fetch(`${graph.url}/metrics`)).text();
      expect(metrics).toMatch(/^academy_gateway_rate_allowed_total\{by="local",.*\} 10$/m);
      way.state = 'open';
      await expect
        .poll(() => graph.log.some((line) => line.includes('all processes count together')), { timeout: 10_000 })
        .toBe(true);
      expect((await graph.ask(diego, ME)).status).toBe(200);
      expect(await (await fetch(`${graph.url}/metrics`)).text()).toMatch(
        /^academy_gateway_rate_allowed_total\{by="shared",.*\} 2$/m,
      );
    },
  );
});

test('a whole installation has a limit above its tenants’', async () => {
  await using graph = await openPatient();
  await using small = await openPatient({ rateLimits: { ...patient.rateLimits, globalCostPerMinute: 4 } });
  expect(statuses(await flood([graph], alice, 10))).toEqual({ 200: 10 });
  const answers = await flood([small], alice, 10);
  expect(statuses(answers)[429]).toBeGreaterThan(0);
  const refused = await small.ask(diego, ME);
  expect(refused).toMatchObject({
    status: 429,
    body: { errors: [{ message: expect.stringMatching(/^More is asked of this service/) }] },
  });
});
