import { coursePublished } from '@academy/contracts';
import type { RedisDoor } from '@academy/platform/redis';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EntityCache } from '../src/cache/entity-cache.ts';
import type {
  CallSubgraph,
  ExecutionContext,
  FetchOperation,
  FetchResult,
  SubgraphFetch,
} from '../src/federation/subgraph-fetch.ts';
import { contextOf, openHintedCache, openTestRedis, SETTLED_MS, session, visitor } from './hinted-cache.ts';
import { alice, carla, diego } from './people.ts';

type Opened = Awaited<ReturnType<typeof openHintedCache>>;

const id = (n: number) => `01956f00-0000-7000-8000-0000000000c${n}`;
const course = (n: number) => JSON.stringify({ __typename: 'Course', id: id(n) });

function operation(selection: string, kind: FetchOperation['kind'] = 'query'): FetchOperation {
  const text = `query ($representations: [_Any!]!) { _entities(representations: $representations) ${selection} }`;
  return { subgraph: 'courses', kind, text, name: undefined, jsonPrefix: '', rootKeys: [] };
}
const TITLES = operation('{ ... on Course { title } }');
const STOCK = operation('{ ... on Course { stock } }');
const DUE = operation('{ ... on Enrollment { due } }');

let redis: RedisDoor;
let here: Opened;
/** What the subgraph was asked for: the representations of each call. */
let calls: (readonly string[])[];
let answer: (representations: readonly string[]) => FetchResult;
let call: EntityCache;

beforeEach(async () => {
  redis = openTestRedis();
  here = await openHintedCache({ redis });
  await here.ready();
  calls = [];
  answer = (representations) => ({
    data: { _entities: representations.map((text) => ({ title: `${text.at(-3)} of call ${calls.length}` })) },
  });
  call = here.cache.aroundCalls(async ({ representations }) => {
    calls.push(representations ?? []);
    return answer(representations ?? []);
  });
});
afterEach(async () => {
  await here[Symbol.asyncDispose]();
  await redis.close();
});

async function fetch(
  numbers: readonly number[],
  how: { operation?: FetchOperation; variables?: string; context?: ExecutionContext; through?: CallSubgraph } = {},
): Promise<FetchResult> {
  const asked: SubgraphFetch = {
    operation: how.operation ?? TITLES,
    variables: how.variables ?? '',
    representations: numbers.map(course),
  };
  const result = await (how.through ?? call)(asked, how.context ?? contextOf(visitor(alice)));
  await here.kept();
  return result;
}
const entitiesOf = (result: FetchResult) => (result.data?.['_entities'] ?? []) as ({ title: string } | null)[];
const titles = (result: FetchResult) => entitiesOf(result).map((entity) => entity?.title);

describe('entities that are kept', () => {
  test('are left out of the call, and stand in their places', async () => {
    expect(titles(await fetch([2, 4]))).toEqual(['2 of call 1', '4 of call 1']);
    expect(titles(await fetch([1, 2, 3, 4, 5]))).toEqual([
      '1 of call 2',
      '2 of call 1',
      '3 of call 2',
      '4 of call 1',
      '5 of call 2',
    ]);
    expect(calls[1]).toEqual([1, 3, 5].map(course));
    expect(titles(await fetch([5, 1]))).toEqual(['5 of call 2', '1 of call 2']);
    expect(calls).toHaveLength(2);
  });

  test('are the reader’s own copy', async () => {
    await fetch([1]);
    const first = await fetch([1]);
    for (const entity of entitiesOf(first)) if (entity !== null) entity.title = 'scribbled over';
    expect(titles(await fetch([1]))).toEqual(['1 of call 1']);
  });

  test('make the whole answer as old as they are', async () => {
    await fetch([1]);
    const madeAtMs = here.clock.now().getTime();
    here.clock.advance(30_000);
    const cache = { mode: 'default' as const, oldestAsOfMs: undefined };
    await fetch([1, 2], { context: contextOf(visitor(alice), { cache }) });
    expect(cache.oldestAsOfMs).toBe(madeAtMs);
  });

  test('are others under other variables, another selection, another subgraph', async () => {
    await fetch([1]);
    await fetch([1], { variables: '"first":5' });
    await fetch([1], { operation: operation('{ ... on Course { title id } }') });
    await fetch([1], { operation: { ...TITLES, subgraph: 'conocer' } });
    expect(calls).toHaveLength(4);
  });

  test('come to nobody of another tenant, and PRIVATE ones to nobody else at all', async () => {
    await fetch([1]);
    await fetch([1], { context: contextOf(visitor(diego)) });
    await fetch([1], { context: contextOf(session(carla)) });
    expect(calls).toHaveLength(2);
    const readers = [
      session(alice),
      session(carla),
      session(alice, { sessionId: 'tuesday' }),
      session(alice, { persona: 'admin' }),
    ];
    for (const reader of readers) await fetch([1], { operation: DUE, context: contextOf(reader) });
    expect(calls).toHaveLength(6);
    await fetch([1], { operation: DUE, context: contextOf(session(alice)) });
    expect(calls).toHaveLength(6);
    await fetch([1], { operation: DUE });
    expect(calls).toHaveLength(7);
  });

  test('end with an event about them, and with no other', async () => {
    await fetch([1, 2]);
    const data = { courseId: id(1), slug: 's', title: 't', standardCode: null, instructorId: id(9), priceMxn: 0 };
    await here.happens(coursePublished, data);
    expect(titles(await fetch([1, 2]))).toEqual(['1 of call 2', '2 of call 1']);
    expect(titles(await fetch([1]))).toEqual(['1 of call 3']);
    here.clock.advance(SETTLED_MS);
    await fetch([1]);
    expect(titles(await fetch([1]))).toEqual(['1 of call 4']);
  });

  test('end when something happened while they were being fetched', async () => {
    const gate = Promise.withResolvers<void>();
    const slow = here.cache.aroundCalls(async () => {
      await gate.promise;
      return { data: { _entities: [{ title: 'as it was' }] } };
    });
    const fetching = fetch([1], { through: slow });
    const data = { courseId: id(1), slug: 's', title: 't', standardCode: null, instructorId: id(9), priceMxn: 0 };
    await here.happens(coursePublished, data);
    here.clock.advance(SETTLED_MS);
    gate.resolve();
    expect(titles(await fetching)).toEqual(['as it was']);
    expect(titles(await fetch([1]))).toEqual(['1 of call 1']);
  });
});

describe('a fetch with errors', () => {
  test('keeps nothing, and its errors name the places that the client’s answer has', async () => {
    await fetch([2]);
    answer = (representations) => ({
      data: { _entities: representations.map((_, place) => (place === 1 ? null : { title: 'new' })) },
      errors: [
        { message: 'gone', path: ['_entities', 1, 'title'], extensions: { code: 'NOT_FOUND' } },
        { message: 'without a place', extensions: { code: 'INTERNAL' } },
      ],
    });
    const result = await fetch([1, 2, 3]);
    expect(titles(result)).toEqual(['new', '2 of call 1', undefined]);
    expect(result.errors?.map(({ path }) => path)).toEqual([['_entities', 2, 'title'], undefined]);
    await fetch([1]);
    expect(calls).toHaveLength(3);
  });

  test('that brought nothing still gives what was kept', async () => {
    await fetch([2]);
    const lost = (place: number) => ({ message: 'away', path: ['_entities', place], extensions: { code: 'UNAVAILABLE' } });
    answer = (representations) => ({ data: null, errors: representations.map((_, place) => lost(place)) });
    const result = await fetch([1, 2, 3]);
    expect(titles(result)).toEqual([undefined, '2 of call 1', undefined]);
    expect(result.errors?.map(({ path }) => path)).toEqual([
      ['_entities', 0],
      ['_entities', 2],
    ]);
    expect(await fetch([7])).toEqual({ data: null, errors: [lost(0)] });
  });

  test('or without an entity keeps no absence', async () => {
    answer = (representations) => ({ data: { _entities: representations.map(() => null) } });
    await fetch([1]);
    await fetch([1]);
    expect(calls).toHaveLength(2);
  });
});

describe('the call is made as it came', () => {
  test.each([
    ['of what is not hinted', { operation: STOCK }],
    ['within a mutation', { operation: operation('{ ... on Course { title } }', 'mutation') }],
    ['of a type that the supergraph does not have', { operation: operation('{ ... on Unicorn { horn } }') }],
    ['of a process', { context: contextOf({ kind: 'service', tenantId: alice.tenantId, service: 'w', scopes: [] }) }],
    [
      'when nothing kept is wanted',
      { context: contextOf(visitor(alice), { cache: { mode: 'no-store', oldestAsOfMs: undefined } }) },
    ],
  ])('%s', async (_name, how) => {
    await fetch([1]);
    await fetch([1, 2], how);
    expect(calls[1]).toEqual([1, 2].map(course));
  });

  test('is a call of its own where it might have been kept, and may be one with others where not', () => {
    expect([TITLES, DUE, STOCK].map((one) => call.mayKeep(one))).toEqual([true, true, false]);
  });

  test('of root fields', async () => {
    const root = { operation: TITLES, variables: '"id":"1"', representations: undefined };
    expect(await call(root, contextOf(visitor(alice)))).toEqual({ data: { _entities: [] } });
  });

  test('and kept anew on a reload', async () => {
    await fetch([1]);
    const reload = contextOf(visitor(alice), { cache: { mode: 'reload', oldestAsOfMs: undefined } });
    expect(titles(await fetch([1], { context: reload }))).toEqual(['1 of call 2']);
    expect(titles(await fetch([1]))).toEqual(['1 of call 2']);
  });

  test('while Redis is away', async () => {
    const gone = openTestRedis('redis://127.0.0.1:1');
    await using alone = await openHintedCache({ redis: gone, readDeadlineMs: 50 });
    const through = alone.cache.aroundCalls(async ({ representations }) => {
      calls.push(representations ?? []);
      return answer(representations ?? []);
    });
    expect(titles(await fetch([1, 2], { through }))).toEqual(['1 of call 1', '2 of call 1']);
    expect(titles(await fetch([1, 2], { through }))).toEqual(['1 of call 2', '2 of call 2']);
    await gone.close();
  });
});
