import { describe, expect, test } from 'vitest';
import { alice, bruno, change, codes, contextOf, due, fine, me, never, openCaller, titles } from './called-subgraph.ts';

describe('identical queries of one principal', () => {
  test('that are under way at the same time are one call, and each has a result of her own', async () => {
    const { call, sent, text } = openCaller(async () => ({ data: { _entities: [{ title: 'a' }] } }));
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
    const { call, sent } = openCaller(async () => fine);
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
    const { call, sent } = openCaller(() => answer.promise);
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
    const { call, sent } = openCaller(never);
    const short = call(me, contextOf(due(20)));
    const long = call(me, contextOf(due(100)));
    expect(sent).toHaveLength(2);
    await Promise.all([short, long]);
  });

  test('see what she changed: after a mutation nobody joins what began before', async () => {
    const first = Promise.withResolvers<unknown>();
    const { call, sent } = openCaller(({ request }, count) =>
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
    const { call, sent } = openCaller(async () => fine);
    await Promise.all([call(change, contextOf()), call(change, contextOf())]);
    expect(sent).toHaveLength(2);
    await Promise.all([call(me, contextOf()), call.afresh(me, contextOf())]);
    expect(sent).toHaveLength(4);
  });
});

describe('hedging', () => {
  test('sends a slow query a second time, takes the first answer and gives the other up', async () => {
    const { call, sent, text } = openCaller((_sent, count) => (count === 1 ? never() : fine), { hedgeAfterMs: 5 });
    expect(await call(me, contextOf())).toEqual(fine);
    expect(sent.map(({ context }) => context.signal.aborted)).toEqual([true, true]);
    expect(await text()).toContain('academy_gateway_subgraph_hedges_total{subgraph="users",process="test"} 1');
  });

  test('sends a query once that is answered in time, or when the budget is spent', async () => {
    const quick = openCaller(() => fine, { hedgeAfterMs: 1_000 });
    expect(await quick.call(me, contextOf())).toEqual(fine);
    expect(quick.sent).toHaveLength(1);
    const poor = openCaller(never, { hedgeAfterMs: 1, retryReserve: 0, retryShare: 0 });
    await poor.call(me, contextOf(due(50)));
    expect(poor.sent).toHaveLength(1);
  });
});
