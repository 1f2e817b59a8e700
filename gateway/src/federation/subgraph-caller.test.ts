import { createLogger } from '@academy/platform/logger';
import { createTelemetry } from '@academy/platform/telemetry';
import { type CallContext, CallFailure, type ReadyRequest, type SubgraphTransport } from '@academy/platform/topology';
import { people } from '@academy/testing/people';
import { describe, expect, test } from 'vitest';
import type { CallPolicies } from './call-policies.ts';
import { keepError } from './call-result.ts';
import { fetchOperationOf } from './fetch-operation-of.ts';
import { createSubgraphCaller, type SubgraphCallerOptions } from './subgraph-caller.ts';
import type { ExecutionContext, SubgraphFetch } from './subgraph-fetch.ts';

type Sent = { subgraph: string; request: ReadyRequest; context: CallContext };
type Answering = (sent: Sent, count: number) => unknown;

/** A subgraph that answers by JSON what `answering` returns; a CallFailure that it throws is the transport's. */
function open(answering: Answering, policies: Partial<CallPolicies> = {}, more: Partial<SubgraphCallerOptions> = {}) {
  const sent: Sent[] = [];
  const log: string[] = [];
  const transport: SubgraphTransport = {
    async send(subgraph, request, context) {
      sent.push({ subgraph, request, context });
      const aborted = new Promise<never>((_, reject) => {
        context.signal.addEventListener('abort', () => reject(new CallFailure('aborted', undefined)));
      });
      const body = await Promise.race([answering({ subgraph, request, context }, sent.length), aborted]);
      return { json: JSON.stringify(body) };
    },
    async close() {},
  };
  const telemetry = createTelemetry({ process: 'test' });
  const logger = createLogger({ process: 'test', level: 'info', destination: { write: (line) => void log.push(line) } });
  const call = createSubgraphCaller({
    transport,
    logger,
    telemetry,
    policies: { retryBaseMs: 1, ...policies },
    random: () => 0,
    ...more,
  });
  return { call, sent, log, text: async () => (await telemetry.render()).text };
}

const { alice, bruno } = people.raices;
const never = () => new Promise<never>(() => {});
const contextOf = (more: Partial<ExecutionContext> = {}): ExecutionContext => ({
  requestId: 'request-1',
  principal: alice,
  signal: new AbortController().signal,
  dueAtMs: performance.now() + 5_000,
  ...more,
});
const due = (ms: number) => ({ dueAtMs: performance.now() + ms });
const me: SubgraphFetch = {
  operation: fetchOperationOf('users', 'query Me { me { id } you: user { id } }'),
  variables: '',
  representations: undefined,
};
const change: SubgraphFetch = {
  operation: fetchOperationOf('users', 'mutation { profileUpdate { id } }'),
  variables: '',
  representations: undefined,
};
const titles = (count: number): SubgraphFetch => ({
  operation: fetchOperationOf(
    'courses',
    'query ($representations: [_Any!]!, $l: Int) { _entities(representations: $representations) { ... on Course { title } } }',
  ),
  variables: '"l":1',
  representations: Array.from({ length: count }, (_, id) => `{"__typename":"Course","id":"${id}"}`),
});
const fine = { data: { me: { id: '1' }, you: null } };
const codes = (result: { errors?: readonly { path?: readonly unknown[]; extensions?: { [name: string]: unknown } }[] }) =>
  result.errors?.map(({ path, extensions }) => [path, extensions?.['code']]);
const unreachable = () => {
  throw new CallFailure('unreachable', new Error('connect ECONNREFUSED users.internal:4001'));
};
const busy = () => {
  throw new CallFailure('busy', new Error('status 503'), 503);
};

describe('a call', () => {
  test('gives what the subgraph answered, and sends what was asked', async () => {
    const { call, sent } = open(() => ({ data: { _entities: [{ title: 'a' }, null] } }));
    expect(await call(titles(2), contextOf())).toEqual({ data: { _entities: [{ title: 'a' }, null] } });
    const [{ subgraph, request, context } = {} as Sent] = sent;
    expect(subgraph).toBe('courses');
    expect(JSON.parse(`${request.jsonPrefix}${request.variablesJson}}`)).toEqual({
      query: request.query,
      variables: {
        l: 1,
        representations: [
          { __typename: 'Course', id: '0' },
          { __typename: 'Course', id: '1' },
        ],
      },
    });
    expect(context).toMatchObject({ principal: alice, requestId: 'request-1', dueAtMs: expect.any(Number) });
  });

  test.each([
    ['fewer entities than were asked for', { data: { _entities: [null] } }],
    ['no list of entities', { data: { _entities: null } }],
    ['neither data nor errors', { data: null }],
    ['no object', [1]],
    ['data that is a list', { data: [] }],
    ['errors that are no list', { data: null, errors: 'all of them' }],
  ])('answered with %s is UNAVAILABLE at each place that is lost, never nulls without a word', async (_name, body) => {
    const { call } = open(() => body);
    const result = await call(titles(2), contextOf());
    expect(result.data).toBeNull();
    expect(codes(result)).toEqual([
      [['_entities', 0], 'UNAVAILABLE'],
      [['_entities', 1], 'UNAVAILABLE'],
    ]);
  });

  test('that failed names fields by their response keys, and ten entities at most', async () => {
    const { call, log } = open(unreachable, { maxRetries: 0 });
    expect(codes(await call(me, contextOf()))).toEqual([
      [['me'], 'UNAVAILABLE'],
      [['you'], 'UNAVAILABLE'],
    ]);
    const many = await call(titles(1_000), contextOf());
    expect(many.errors).toHaveLength(10);
    expect(JSON.stringify(many)).not.toContain('internal');
    expect(log.join('')).toContain('users.internal');
  });

  test('passes on errors under codes for clients; others become INTERNAL, and are logged', async () => {
    const body = {
      data: fine.data,
      errors: [
        { message: 'Not for you.', path: ['me'], extensions: { code: 'FORBIDDEN', stacktrace: ['secret'] } },
        { message: 'relation "users" does not exist', path: ['you', 0, {}], extensions: { code: 'OOPS' } },
        'no object',
      ],
    };
    const { call, log } = open(() => body);
    expect((await call(me, contextOf())).errors).toEqual([
      { message: 'Not for you.', path: ['me'], extensions: { code: 'FORBIDDEN' } },
      { message: expect.not.stringContaining('relation'), path: ['you', 0], extensions: { code: 'INTERNAL' } },
      { message: expect.any(String), extensions: { code: 'INTERNAL' } },
    ]);
    expect(log.join('')).toContain('relation');
    const { call: open_ } = open(() => body, {}, { errorRule: keepError });
    expect((await open_(me, contextOf())).errors?.[1]).toMatchObject({ message: 'relation "users" does not exist' });
  });
});

describe('a deadline', () => {
  test('is kept whatever the subgraph does, and the call is given up with it', async () => {
    const { call, sent } = open(never);
    expect(codes(await call(me, contextOf(due(20))))?.[0]).toEqual([['me'], 'TIMEOUT']);
    expect(sent[0]?.context.signal.aborted).toBe(true);
  });

  test('that has passed sends nothing', async () => {
    const { call, sent } = open(() => fine);
    expect(codes(await call(me, contextOf(due(-1))))?.[0]).toEqual([['me'], 'TIMEOUT']);
    expect(codes(await call(me, contextOf({ signal: AbortSignal.abort() })))?.[0]).toEqual([['me'], 'TIMEOUT']);
    expect(sent).toHaveLength(0);
  });

  test('is kept by a call that waits for its turn', async () => {
    const { call, sent } = open(never, { maxConcurrent: 1, isDeduplicating: false });
    const first = call(me, contextOf(due(200)));
    expect(codes(await call(me, contextOf(due(20))))?.[0]).toEqual([['me'], 'TIMEOUT']);
    await first;
    expect(sent).toHaveLength(1);
  });

  test('a caller who leaves ends her call', async () => {
    const { call, sent } = open(never);
    const caller = new AbortController();
    const result = call(me, contextOf({ signal: caller.signal }));
    caller.abort();
    expect(codes(await result)?.[0]).toEqual([['me'], 'TIMEOUT']);
    expect(sent[0]?.context.signal.aborted).toBe(true);
  });
});

describe('a query that was not answered', () => {
  test.each([
    ['unreachable', unreachable],
    ['busy', busy],
  ])('because the subgraph is %s is sent again, twice at most', async (_reason, fail) => {
    const recovering = open((_sent, count) => (count < 3 ? fail() : fine));
    expect(await recovering.call(me, contextOf())).toEqual(fine);
    expect(await recovering.text()).toContain('academy_gateway_subgraph_retries_total{subgraph="users",process="test"} 2');
    const lasting = open(fail);
    expect(codes(await lasting.call(me, contextOf()))?.[0]).toEqual([['me'], 'UNAVAILABLE']);
    expect(lasting.sent).toHaveLength(3);
  });

  test.each(['refused', 'nonsense', 'too-large', 'threw'] as const)('because it was %s is not', async (reason) => {
    const { call, sent } = open(() => {
      throw new CallFailure(reason, undefined, 500);
    });
    expect(codes(await call(me, contextOf()))?.[0]).toEqual([['me'], 'UNAVAILABLE']);
    expect(sent).toHaveLength(1);
  });

  test('is not sent again when the budget is spent, or after the deadline', async () => {
    const poor = open(unreachable, { retryReserve: 1, retryShare: 0, failuresUntilBroken: 100 });
    for (let count = 0; count < 3; count += 1) await poor.call(me, contextOf());
    expect(poor.sent).toHaveLength(4);
    const late = open(unreachable, { retryBaseMs: 60_000, retryMaxMs: 60_000 }, { random: () => 1 });
    await late.call(me, contextOf());
    expect(late.sent).toHaveLength(1);
  });

  test('a mutation is sent exactly once', async () => {
    const { call, sent } = open(unreachable, { hedgeAfterMs: 1 });
    expect(codes(await call(change, contextOf()))).toEqual([[['profileUpdate'], 'UNAVAILABLE']]);
    expect(sent).toHaveLength(1);
  });
});

describe('a subgraph that is not well', () => {
  const failing = { failuresUntilBroken: 3, maxRetries: 0, isDeduplicating: false };

  test('is spared after failures in a row, and asked again when it is back', async () => {
    const subgraph = { isDown: true };
    const { call, sent, text } = open(() => (subgraph.isDown ? unreachable() : fine), { ...failing, tryAfterMs: 100 });
    for (let count = 0; count < 6; count += 1) expect((await call(me, contextOf())).data).toBeNull();
    expect(sent).toHaveLength(3);
    expect(await text()).toContain('academy_gateway_subgraph_breaker{subgraph="users",process="test"} 2');
    expect(await text()).toContain('academy_gateway_subgraph_calls_total{subgraph="users",outcome="broken",process="test"} 3');
    subgraph.isDown = false;
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(await call(me, contextOf())).toEqual(fine);
    expect(await text()).toContain('academy_gateway_subgraph_breaker{subgraph="users",process="test"} 0');
  });

  test('is told by deadlines only if it had the time', async () => {
    const hurried = open(never, { ...failing, slowMs: 60_000 });
    for (let count = 0; count < 5; count += 1) await hurried.call(me, contextOf(due(5)));
    expect(hurried.sent).toHaveLength(5);
    const hanging = open(never, { ...failing, slowMs: 5 });
    for (let count = 0; count < 5; count += 1) {
      await hanging.call(me, contextOf(due(30)));
      // The caller is answered first; the breaker hears of it afterwards.
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(hanging.sent).toHaveLength(3);
  });

  test('is not told by callers who leave, by 4xx or by answers that are too large', async () => {
    for (const reason of ['refused', 'too-large'] as const) {
      const { call, sent } = open(() => {
        throw new CallFailure(reason, undefined, 400);
      }, failing);
      for (let count = 0; count < 5; count += 1) await call(me, contextOf());
      expect(sent).toHaveLength(5);
    }
    const { call, sent } = open(never, { ...failing, slowMs: 0 });
    for (let count = 0; count < 5; count += 1) {
      const caller = new AbortController();
      const left = call(me, contextOf({ signal: caller.signal }));
      caller.abort();
      await left;
    }
    expect(sent).toHaveLength(5);
  });

  test('does not hold up another', async () => {
    const { call } = open(({ subgraph }) => (subgraph === 'users' ? unreachable() : { data: { _entities: [null] } }), failing);
    for (let count = 0; count < 4; count += 1) await call(me, contextOf());
    expect(await call(titles(1), contextOf())).toEqual({ data: { _entities: [null] } });
  });

  test('gets so many calls at once, and a full queue is UNAVAILABLE at once', async () => {
    const { call, sent, text } = open(never, { maxConcurrent: 2, maxQueued: 1, isDeduplicating: false });
    const others = [1, 2, 3].map(() => call(me, contextOf(due(300))));
    expect(codes(await call(me, contextOf(due(60_000))))?.[0]).toEqual([['me'], 'UNAVAILABLE']);
    expect(sent).toHaveLength(2);
    expect(await text()).toContain('outcome="full"');
    await Promise.all(others);
  });
});

describe('identical queries of one principal', () => {
  test('that are under way at the same time are one call, and each has a result of her own', async () => {
    const { call, sent, text } = open(async () => ({ data: { _entities: [{ title: 'a' }] } }));
    const results = await Promise.all([1, 2, 3].map(() => call(titles(1), contextOf({ principal: { ...alice } }))));
    expect(sent).toHaveLength(1);
    for (const result of results) {
      expect(result).toEqual({ data: { _entities: [{ title: 'a' }] } });
      (result.data as { _entities: { title: string }[] })._entities[0] = { title: 'changed' };
    }
    expect(await text()).toContain('academy_gateway_subgraph_joined_total{subgraph="courses",process="test"} 2');
    await call(titles(1), contextOf());
    expect(sent).toHaveLength(2);
  });

  test('are not one with those of another principal, session, header or variable', async () => {
    const { call, sent } = open(async () => fine);
    await Promise.all([
      call(me, contextOf()),
      call(me, contextOf({ principal: bruno })),
      call(me, contextOf({ principal: { ...alice, sessionId: 'another' } as typeof alice })),
      call(me, contextOf({ headers: { authorization: 'x' } })),
      call({ ...me, variables: '"a":1' }, contextOf()),
    ]);
    expect(sent).toHaveLength(5);
  });

  test('leave one by one: the call goes on for those who still wait', async () => {
    const answer = Promise.withResolvers<unknown>();
    const { call, sent } = open(() => answer.promise);
    const leaving = new AbortController();
    const first = call(me, contextOf({ signal: leaving.signal }));
    const second = call(me, contextOf());
    leaving.abort();
    expect(codes(await first)?.[0]).toEqual([['me'], 'TIMEOUT']);
    answer.resolve(fine);
    expect(await second).toEqual(fine);
    expect(sent).toHaveLength(1);
  });

  test('do not join a call that will be given up long before their own deadline', async () => {
    const { call, sent } = open(never);
    const short = call(me, contextOf(due(20)));
    const long = call(me, contextOf(due(100)));
    expect(sent).toHaveLength(2);
    await Promise.all([short, long]);
  });

  test('see what she changed: after a mutation nobody joins what began before', async () => {
    const first = Promise.withResolvers<unknown>();
    const { call, sent } = open(({ request }, count) =>
      request.kind === 'query' && count === 1 ? first.promise : { data: { me: count } },
    );
    const before = call(me, contextOf());
    await call(change, contextOf());
    expect(await call(me, contextOf())).toEqual({ data: { me: 3 } });
    first.resolve({ data: { me: 1 } });
    expect(await before).toEqual({ data: { me: 1 } });
    expect(sent).toHaveLength(3);
  });

  test('mutations are never one, nor is what is asked afresh', async () => {
    const { call, sent } = open(async () => fine);
    await Promise.all([call(change, contextOf()), call(change, contextOf())]);
    expect(sent).toHaveLength(2);
    await Promise.all([call(me, contextOf()), call.afresh(me, contextOf())]);
    expect(sent).toHaveLength(4);
  });
});

describe('hedging', () => {
  test('sends a slow query a second time, takes the first answer and gives the other up', async () => {
    const { call, sent, text } = open((_sent, count) => (count === 1 ? never() : fine), { hedgeAfterMs: 5 });
    expect(await call(me, contextOf())).toEqual(fine);
    expect(sent.map(({ context }) => context.signal.aborted)).toEqual([true, true]);
    expect(await text()).toContain('academy_gateway_subgraph_hedges_total{subgraph="users",process="test"} 1');
  });

  test('sends a query once that is answered in time, or when the budget is spent', async () => {
    const quick = open(() => fine, { hedgeAfterMs: 1_000 });
    expect(await quick.call(me, contextOf())).toEqual(fine);
    expect(quick.sent).toHaveLength(1);
    const poor = open(never, { hedgeAfterMs: 1, retryReserve: 0, retryShare: 0 });
    await poor.call(me, contextOf(due(50)));
    expect(poor.sent).toHaveLength(1);
  });
});

test('a caller that stops ends what is under way, and sends nothing more', async () => {
  const { call, sent } = open(never);
  const underWay = call(me, contextOf());
  call.stop();
  expect(sent[0]?.context.signal.aborted).toBe(true);
  expect(codes(await underWay)?.[0]).toEqual([['me'], 'UNAVAILABLE']);
  expect(codes(await call(me, contextOf()))?.[0]).toEqual([['me'], 'UNAVAILABLE']);
  expect(sent).toHaveLength(1);
});
