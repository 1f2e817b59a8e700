import { CallFailure } from '@academy/platform/topology';
import { describe, expect, test } from 'vitest';
import { keepError } from '../src/federation/call-result.ts';
import {
  alice,
  busy,
  change,
  codes,
  contextOf,
  due,
  fine,
  me,
  never,
  openCaller,
  type Sent,
  titles,
  unreachable,
} from './called-subgraph.ts';

describe('a call', () => {
  test('gives what the subgraph answered, and sends what was asked', async () => {
    const { call, sent } = openCaller(() => ({ data: { _entities: [{ title: 'a' }, null] } }));
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
    const { call } = openCaller(() => body);
    const result = await call(titles(2), contextOf());
    expect(result.data).toBeNull();
    expect(codes(result)).toEqual([
      [['_entities', 0], 'UNAVAILABLE'],
      [['_entities', 1], 'UNAVAILABLE'],
    ]);
  });

  test('that failed names fields by their response keys, and ten entities at most', async () => {
    const { call, log } = openCaller(unreachable, { maxRetries: 0 });
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
    const { call, log } = openCaller(() => body);
    expect((await call(me, contextOf())).errors).toEqual([
      { message: 'Not for you.', path: ['me'], extensions: { code: 'FORBIDDEN' } },
      { message: expect.not.stringContaining('relation'), path: ['you', 0], extensions: { code: 'INTERNAL' } },
      { message: expect.any(String), extensions: { code: 'INTERNAL' } },
    ]);
    expect(log.join('')).toContain('relation');
    const { call: open_ } = openCaller(() => body, {}, { errorRule: keepError });
    expect((await open_(me, contextOf())).errors?.[1]).toMatchObject({ message: 'relation "users" does not exist' });
  });
});

describe('a deadline', () => {
  test('is kept whatever the subgraph does, and the call is given up with it', async () => {
    const { call, sent } = openCaller(never);
    expect(codes(await call(me, contextOf(due(20))))?.[0]).toEqual([['me'], 'TIMEOUT']);
    expect(sent[0]?.context.signal.aborted).toBe(true);
  });

  test('that has passed sends nothing', async () => {
    const { call, sent } = openCaller(() => fine);
    expect(codes(await call(me, contextOf(due(-1))))?.[0]).toEqual([['me'], 'TIMEOUT']);
    expect(codes(await call(me, contextOf({ signal: AbortSignal.abort() })))?.[0]).toEqual([['me'], 'TIMEOUT']);
    expect(sent).toHaveLength(0);
  });

  test('is kept by a call that waits for its turn', async () => {
    const { call, sent } = openCaller(never, { maxConcurrent: 1, isDeduplicating: false });
    const first = call(me, contextOf(due(200)));
    expect(codes(await call(me, contextOf(due(20))))?.[0]).toEqual([['me'], 'TIMEOUT']);
    await first;
    expect(sent).toHaveLength(1);
  });

  test('a caller who leaves ends her call', async () => {
    const { call, sent } = openCaller(never);
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
    const recovering = openCaller((_sent, count) => (count < 3 ? fail() : fine));
    expect(await recovering.call(me, contextOf())).toEqual(fine);
    expect(await recovering.text()).toContain('academy_gateway_subgraph_retries_total{subgraph="users",process="test"} 2');
    const lasting = openCaller(fail);
    expect(codes(await lasting.call(me, contextOf()))?.[0]).toEqual([['me'], 'UNAVAILABLE']);
    expect(lasting.sent).toHaveLength(3);
  });

  test.each(['refused', 'nonsense', 'too-large', 'threw'] as const)('because it was %s is not', async (reason) => {
    const { call, sent } = openCaller(() => {
      throw new CallFailure(reason, undefined, 500);
    });
    expect(codes(await call(me, contextOf()))?.[0]).toEqual([['me'], 'UNAVAILABLE']);
    expect(sent).toHaveLength(1);
  });

  test('is not sent again when the budget is spent, or after the deadline', async () => {
    const poor = openCaller(unreachable, { retryReserve: 1, retryShare: 0, failuresUntilBroken: 100 });
    for (let count = 0; count < 3; count += 1) await poor.call(me, contextOf());
    expect(poor.sent).toHaveLength(4);
    const late = openCaller(unreachable, { retryBaseMs: 60_000, retryMaxMs: 60_000 }, { random: () => 1 });
    await late.call(me, contextOf());
    expect(late.sent).toHaveLength(1);
  });

  test('a mutation is sent exactly once', async () => {
    const { call, sent } = openCaller(unreachable, { hedgeAfterMs: 1 });
    expect(codes(await call(change, contextOf()))).toEqual([[['profileUpdate'], 'UNAVAILABLE']]);
    expect(sent).toHaveLength(1);
  });
});

describe('a subgraph that is not well', () => {
  const failing = { failuresUntilBroken: 3, maxRetries: 0, isDeduplicating: false };

  test('is spared after failures in a row, and asked again when it is back', async () => {
    const subgraph = { isDown: true };
    const { call, sent, text } = openCaller(() => (subgraph.isDown ? unreachable() : fine), { ...failing, tryAfterMs: 100 });
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
    const hurried = openCaller(never, { ...failing, slowMs: 60_000 });
    for (let count = 0; count < 5; count += 1) await hurried.call(me, contextOf(due(5)));
    expect(hurried.sent).toHaveLength(5);
    const hanging = openCaller(never, { ...failing, slowMs: 5 });
    for (let count = 0; count < 5; count += 1) {
      await hanging.call(me, contextOf(due(30)));
      // The caller is answered first; the breaker hears of it afterwards.
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(hanging.sent).toHaveLength(3);
  });

  test('is not told by callers who leave, by 4xx or by answers that are too large', async () => {
    for (const reason of ['refused', 'too-large'] as const) {
      const { call, sent } = openCaller(() => {
        throw new CallFailure(reason, undefined, 400);
      }, failing);
      for (let count = 0; count < 5; count += 1) await call(me, contextOf());
      expect(sent).toHaveLength(5);
    }
    const { call, sent } = openCaller(never, { ...failing, slowMs: 0 });
    for (let count = 0; count < 5; count += 1) {
      const caller = new AbortController();
      const left = call(me, contextOf({ signal: caller.signal }));
      caller.abort();
      await left;
    }
    expect(sent).toHaveLength(5);
  });

  test('does not hold up another', async () => {
    const { call } = openCaller(
      ({ subgraph }) => (subgraph === 'users' ? unreachable() : { data: { _entities: [null] } }),
      failing,
    );
    for (let count = 0; count < 4; count += 1) await call(me, contextOf());
    expect(await call(titles(1), contextOf())).toEqual({ data: { _entities: [null] } });
  });

  test('gets so many calls at once, and a full queue is UNAVAILABLE at once', async () => {
    const { call, sent, text } = openCaller(never, { maxConcurrent: 2, maxQueued: 1, isDeduplicating: false });
    const others = [1, 2, 3].map(() => call(me, contextOf(due(300))));
    expect(codes(await call(me, contextOf(due(60_000))))?.[0]).toEqual([['me'], 'UNAVAILABLE']);
    expect(sent).toHaveLength(2);
    expect(await text()).toContain('outcome="full"');
    await Promise.all(others);
  });
});

test('a caller that stops ends what is under way, and sends nothing more', async () => {
  const { call, sent } = openCaller(never);
  const underWay = call(me, contextOf());
  call.stop();
  expect(sent[0]?.context.signal.aborted).toBe(true);
  expect(codes(await underWay)?.[0]).toEqual([['me'], 'UNAVAILABLE']);
  expect(codes(await call(me, contextOf()))?.[0]).toEqual([['me'], 'UNAVAILABLE']);
  expect(sent).toHaveLength(1);
});
