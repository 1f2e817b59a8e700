import { CallFailure } from '@academy/platform/topology';
import { afterEach, describe, expect, test } from 'vitest';
import { lost } from '../src/federation/call-result.ts';
import type { FetchResult, SubgraphFetch } from '../src/federation/subgraph-fetch.ts';
import { type Call, type FederateOptions, federate, type Subgraphs } from './federated.ts';

const books = (...ids: string[]) => ids.map((id) => ({ __typename: 'Book', id }));
const broken = (what: string) => {
  throw new Error(`${what} is broken`);
};

/** Two shelves of two subgraphs, whose books a third one knows; and a fourth one who asks for what the third one says. */
const shelves: Subgraphs = {
  left: {
    sdl: `type Query { left: [Book!] } type Book @key(fields: "id") { id: ID! }`,
    resolvers: { Query: { left: () => books('b1', 'b2') } },
  },
  right: {
    sdl: `type Query { right: [Book!] } type Book @key(fields: "id") { id: ID! }`,
    resolvers: { Query: { right: () => books('b2', 'b3') } },
  },
  texts: {
    sdl: `type Book @key(fields: "id") {
      id: ID! title: String pages(atLeast: Int): [Int] author: Author weight: Int } type Author { name: String nameIn(language: String): String }`,
    resolvers: {
      Book: {
        __resolveReference: ({ id }: { id: string }) => (id === 'b3' ? null : { id }),
        title: ({ id }: { id: string }) => (id === 'b2' ? broken('the title') : `title of ${id}`),
        pages: (_: unknown, { atLeast }: { atLeast: number }) => [atLeast, atLeast + 1],
        author: ({ id }: { id: string }) => ({ name: `author of ${id}` }),
        weight: ({ id }: { id: string }) => Number(id.slice(1)),
      },
      Author: { nameIn: ({ name }: { name: string }, { language }: { language: string }) => `${name} in ${language}` },
    },
  },
  posts: {
    sdl: `type Book @key(fields: "id") { id: ID! weight: Int @external inStock: Boolean postage: Int @requires(fields: "weight") }`,
    resolvers: {
      Book: {
        __resolveReference: (book: object) => book,
        inStock: () => true,
        postage: ({ weight }: { weight: number }) => weight * 10,
      },
    },
  },
};

const graphs: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(graphs.splice(0).map((graph) => graph.stop()));
});
function open(options: FederateOptions = {}) {
  const graph = federate(shelves, options);
  graphs.push(graph);
  return graph;
}
const asked = (calls: readonly Call[], subgraph: string) => calls.filter((call) => call.subgraph === subgraph);
const isJoint = ({ representations }: SubgraphFetch) => representations === undefined;

describe('fetches of one subgraph that are ready at the same time', () => {
  test('are one call, and what they have in common is asked for once', async () => {
    const { data, errors, calls } = await open().ask('{ left { id weight } right { id weight } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      left: [
        { id: 'b1', weight: 1 },
        { id: 'b2', weight: 2 },
      ],
      right: [
        { id: 'b2', weight: 2 },
        { id: 'b3', weight: null },
      ],
    });
    const [only, ...more] = asked(calls, 'texts');
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      query: 'query($e0:[_Any!]!){e0:_entities(representations:$e0){...on Book{weight}}}',
      variables: { e0: ['b1', 'b2', 'b3'].map((id) => ({ __typename: 'Book', id })) },
    });
  });

  test('that ask for different things bring each its own, with the variables of all', async () => {
    const { data, errors, calls } = await open().ask(
      'query ($e: Int, $in: String) { left { pages(atLeast: $e) author { nameIn(language: $in) } } right { pages(atLeast: $e) author { name } } }',
      { e: 7, in: 'Maya' },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      left: [
        { pages: [7, 8], author: { nameIn: 'author of b1 in Maya' } },
        { pages: [7, 8], author: { nameIn: 'author of b2 in Maya' } },
      ],
      right: [
        { pages: [7, 8], author: { name: 'author of b2' } },
        { pages: null, author: null },
      ],
    });
    const [only, ...more] = asked(calls, 'texts');
    expect(more).toEqual([]);
    expect(Object.keys(only?.variables ?? {}).sort()).toEqual(['e', 'e_0', 'e_1', 'in']);
  });

  test('leave with those that come later, when nothing else waits for them', async () => {
    const { data, calls } = await open().ask('{ left { inStock postage } right { postage } }');
    expect(data).toEqual({
      left: [
        { inStock: true, postage: 10 },
        { inStock: true, postage: 20 },
      ],
      right: [{ postage: 20 }, { postage: null }],
    });
    expect(asked(calls, 'texts')).toHaveLength(1);
    expect(asked(calls, 'posts')).toHaveLength(1);
  });

  test('do not wait for those under a condition that does not hold', async () => {
    // With so many variables the plan has the conditions.
    const query = `query ($with: Boolean!, $a: Boolean = true, $b: Boolean = true, $c: Boolean = true, $d: Boolean = true, $e: Boolean = true) {
      left { weight id @include(if: $a) } right @include(if: $with) { weight id @include(if: $b) }
      ... @include(if: $c) { __typename @include(if: $d) } ... @include(if: $e) { __typename } }`;
    const seen: boolean[] = [];
    const graph = open({ answer: (fetch) => void (fetch.operation.subgraph === 'texts' && seen.push(isJoint(fetch))) });
    const left = [
      { weight: 1, id: 'b1' },
      { weight: 2, id: 'b2' },
    ];
    const right = [
      { weight: 2, id: 'b2' },
      { weight: null, id: 'b3' },
    ];
    expect((await graph.ask(query, { with: false })).data).toEqual({ __typename: 'Query', left });
    expect(seen).toEqual([false]);
    expect((await graph.ask(query, { with: true })).data).toEqual({ __typename: 'Query', left, right });
    expect(seen).toEqual([false, true]);
  });

  test('do not wait for one that has nothing to ask', async () => {
    const graph = open({
      answer: ({ operation }) => (operation.subgraph === 'right' ? { data: { right: [] } } : undefined),
    });
    const { data, calls } = await graph.ask('{ left { weight } right { weight } }');
    expect(data).toEqual({ left: [{ weight: 1 }, { weight: 2 }], right: [] });
    expect(asked(calls, 'texts')).toMatchObject([{ query: expect.stringContaining('$representations') }]);
  });

  test('do not wait long for one whose own data are slow to come', async () => {
    const { promise: firstCall, resolve } = Promise.withResolvers<void>();
    const graph = open({
      async answer({ operation }) {
        if (operation.subgraph === 'texts') resolve();
        // It answers only when the other one has gone without it.
        if (operation.subgraph === 'right') await firstCall;
        return undefined;
      },
    });
    const { data, calls } = await graph.ask('{ left { weight } right { weight } }');
    expect(data).toEqual({ left: [{ weight: 1 }, { weight: 2 }], right: [{ weight: 2 }, { weight: null }] });
    expect(asked(calls, 'texts')).toHaveLength(2);
  });

  test('are calls of their own where that is wanted', async () => {
    const graph = open({ staysAlone: ({ subgraph }) => subgraph === 'texts' });
    const { data, calls } = await graph.ask('{ left { weight } right { weight } }');
    expect(data).toEqual({ left: [{ weight: 1 }, { weight: 2 }], right: [{ weight: 2 }, { weight: null }] });
    expect(asked(calls, 'texts')).toHaveLength(2);
  });
});

describe('an error in a call for several fetches', () => {
  test('is told at the places of each, and takes nothing else with it', async () => {
    const { data, errors, calls } = await open().ask('{ left { title author { name } } again: left { id } right { title } }');
    expect(asked(calls, 'texts')).toHaveLength(1);
    expect(data).toEqual({
      left: [
        { title: 'title of b1', author: { name: 'author of b1' } },
        { title: null, author: { name: 'author of b2' } },
      ],
      again: [{ id: 'b1' }, { id: 'b2' }],
      right: [{ title: null }, { title: null }],
    });
    expect(errors?.map(({ path }) => path)).toEqual([
      ['left', 1, 'title'],
      ['right', 0, 'title'],
    ]);
  });

  const nothing: FetchResult = { data: null, errors: [{ message: 'no' }] };
  test.each<[string, (fetch: SubgraphFetch) => FetchResult]>([
    ['without any data', () => nothing],
    ['of no entity', () => ({ data: { e0: [null, null, null] }, errors: [{ message: 'no' }] })],
    ['with too few entities', () => ({ data: { e0: [null] } })],
    ['refused', (fetch) => lost(fetch, new CallFailure('refused', undefined, 413))],
    ['too large', (fetch) => lost(fetch, new CallFailure('too-large', undefined))],
  ])('%s: each is asked by itself, then and for a while', async (_, refusal) => {
    const graph = open({
      answer: (fetch) => (fetch.operation.text.includes('$e0') ? refusal(fetch) : undefined),
    });
    const query = '{ left { weight } right { weight } }';
    const expected = { left: [{ weight: 1 }, { weight: 2 }], right: [{ weight: 2 }, { weight: null }] };
    const first = await graph.ask(query);
    expect(first).toMatchObject({ data: expected });
    expect(first.errors).toBeUndefined();
    expect(asked(first.calls, 'texts')).toHaveLength(3);
    const second = await graph.ask(query);
    expect(second.data).toEqual(expected);
    expect(asked(second.calls, 'texts')).toHaveLength(2);
  });

  test('each is asked by itself, and none waits for another', async () => {
    const { promise: postsAsked, resolve } = Promise.withResolvers<void>();
    const graph = open({
      async answer({ operation, representations }) {
        if (operation.subgraph === 'posts') resolve();
        if (operation.subgraph !== 'texts') return undefined;
        if (representations === undefined) return nothing;
        // What follows for the others comes first.
        if (representations.some((one) => one.includes('b3'))) await postsAsked;
        return undefined;
      },
    });
    const { data } = await graph.ask('{ left { postage } right { weight } }');
    expect(data).toEqual({ left: [{ postage: 10 }, { postage: 20 }], right: [{ weight: 2 }, { weight: null }] });
  });

  test('that no answer came is told of each fetch, and none is called again for it', async () => {
    const graph = open({
      answer: (fetch) =>
        fetch.operation.subgraph === 'texts' ? lost(fetch, new CallFailure('unreachable', undefined)) : undefined,
    });
    const { data, errors, calls } = await graph.ask('{ left { weight author { name } } right { weight } }');
    expect(data).toEqual({
      left: [
        { weight: null, author: null },
        { weight: null, author: null },
      ],
      right: [{ weight: null }, { weight: null }],
    });
    expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions?.['code']])).toEqual(
      ['left.0', 'left.1', 'right.0', 'right.1'].map((path) => [path, 'UNAVAILABLE']),
    );
    expect(asked(calls, 'texts')).toHaveLength(1);
  });
});

test('more entities than are good for one call are not put into one', async () => {
  const many = (from: number) => Array.from({ length: 600 }, (_, index) => ({ __typename: 'Book', id: `b${from + index}` }));
  const joint: boolean[] = [];
  const graph = open({
    answer(fetch) {
      const { subgraph } = fetch.operation;
      if (subgraph === 'left') return { data: { left: many(0) } };
      if (subgraph === 'right') return { data: { right: many(1_000) } };
      joint.push(isJoint(fetch));
      return undefined;
    },
  });
  const { data } = await graph.ask('{ left { weight } right { weight author { name } } }');
  expect(data?.['left']).toHaveLength(600);
  expect(joint).toEqual([false, false]);
});
