import { afterAll, describe, expect, test } from 'vitest';
import { type Call, federate, type Subgraphs } from './federated.ts';
import { LESSONS, type Lesson, lessonBy, lessonsGraph } from './lessons-graph.ts';

const opened: { stop(): Promise<void> }[] = [];
afterAll(() => Promise.all(opened.map((graph) => graph.stop())));

function open(...given: Parameters<typeof federate>) {
  const graph = federate(...given);
  opened.push(graph);
  return graph;
}

const lessons = open(lessonsGraph);

describe('an operation is run once', () => {
  test('a query whose requirements differ asks for its lessons once', async () => {
    const { calls, errors } = await lessons.ask('{ lessons { slug tagMxn tagUsd label credit byline } }');
    expect(errors).toBeUndefined();
    expect(timesAsked(calls, 'lessons')).toBe(1);
    expect(calls.filter(({ subgraph }) => subgraph === 'catalogue')).toHaveLength(1);
  });

  test('so does one with names that collide', async () => {
    const { calls, errors } = await lessons.ask('{ lessons { id: rank title: slug seats label } }');
    expect(errors).toBeUndefined();
    expect(calls.map(({ subgraph }) => subgraph)).toEqual(['catalogue', 'sales']);
  });

  test('mutations run once each, in the order in which they are written', async () => {
    const { calls, data, errors } = await lessons.ask(
      'mutation { publish(id: "l1") { id: rank tagMxn tagUsd } withdraw(id: "l2") { title: slug label } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      publish: { id: 'r9', tagMxn: 'MXN 600', tagUsd: 'USD 30' },
      withdraw: { title: 'inverter', label: 'Inverters, 45 min' },
    });
    expect(timesAsked(calls, 'publish')).toBe(1);
    expect(timesAsked(calls, 'withdraw')).toBe(1);
    const texts = calls.map(({ query }) => query).join('\n');
    expect(texts.indexOf('publish')).toBeLessThan(texts.indexOf('withdraw'));
  });

  test.each([
    'query ($no: Boolean = false) { lesson(id: "l1") { slug label @include(if: $no) } }',
    '{ lesson(id: "l1") { slug ... @skip(if: true) { seats } } }',
    'query ($no: Boolean = false) { lesson(id: "l1") { slug } other: lesson(id: "l2") @include(if: $no) { seats } }',
  ])('what is skipped is not asked for: %s', async (query) => {
    const { calls, data } = await lessons.ask(query);
    expect(data).toEqual({ lesson: { slug: 'panel' } });
    expect(calls.map(({ subgraph }) => subgraph)).toEqual(['catalogue']);
  });

  test('an entity that stands in several places is asked for once', async () => {
    const { data, calls } = await lessons.ask('{ lessonsTwice { seats } }');
    expect(data).toEqual({ lessonsTwice: [10, 20, 10, 20].map((seats) => ({ seats })) });
    expect(calls[1]?.variables).toEqual({
      representations: [
        { __typename: 'Lesson', id: 'l1' },
        { __typename: 'Lesson', id: 'l2' },
      ],
    });
  });

  function timesAsked(calls: readonly Call[], field: string): number {
    return calls.reduce((sum, { query }) => sum + query.split(new RegExp(`\\b${field}\\b`)).length - 1, 0);
  }
});

describe('keys', () => {
  /** Reviews knows lessons by id without being able to find one by it: it finds them by slug. */
  const reviews = open({
    reviews: {
      sdl: `
        type Query { reviewed: [Lesson!]! }
        type Lesson @key(fields: "id", resolvable: false) @key(fields: "slug") {
          id: ID! slug: String! title: String! @external headline: String @requires(fields: "title")
        }`,
      resolvers: {
        Query: { reviewed: () => LESSONS.map(({ id, slug }) => ({ id, slug })) },
        Lesson: {
          __resolveReference({ slug, title }: Lesson) {
            if (slug === undefined) throw new Error('a slug was expected: the other key cannot be resolved here');
            return { slug, title, id: lessonBy({ slug })?.id };
          },
          headline: ({ title }: Lesson) => `About ${title}`,
        },
      },
    },
    catalogue: {
      sdl: 'type Query { lessons: [Lesson!]! } type Lesson @key(fields: "id") @key(fields: "slug") { id: ID! slug: String! title: String! }',
      resolvers: { Query: { lessons: () => LESSONS }, Lesson: { __resolveReference: (key: Lesson) => lessonBy(key) } },
    },
  });

  test('what is required returns by a key that can be resolved', async () => {
    const { data, errors } = await reviews.ask('{ reviewed { headline } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ reviewed: [{ headline: 'About Panels' }, { headline: 'About Inverters' }] });
  });

  test('also from the other side', async () => {
    const { data, errors } = await reviews.ask('{ lessons { id headline } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      lessons: [
        { id: 'l1', headline: 'About Panels' },
        { id: 'l2', headline: 'About Inverters' },
      ],
    });
  });
});

describe('what cannot be answered', () => {
  /** `thing` is a Node that no object of `things` can be, and nothing leads from there to `notes`. */
  const nodes = open({
    things: {
      sdl: 'type Query { thing: Node hello: String } interface Node @key(fields: "id") { id: ID! }',
      resolvers: { Query: { thing: () => ({ __typename: 'Nothing', id: 'n1' }), hello: () => 'hello' } },
    },
    notes: {
      sdl: 'type Query { noted: Node } type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID! note: String }',
      resolvers: { Query: { noted: () => ({ id: 'n1', note: 'read me' }) } },
    },
  });

  test('an operation for which there is no plan is an error, not an answer without data', async () => {
    const { data, errors, calls } = await nodes.ask('{ thing { note } }');
    expect(errors).toHaveLength(1);
    expect(data).toBeNull();
    expect(calls).toEqual([]);
  });

  test('also when the rest of the operation has one: nothing is left out in silence', async () => {
    const { errors, data, calls } = await nodes.ask('{ hello thing { note } }');
    expect(errors?.[0]?.message).toContain('thing');
    expect(data).toBeNull();
    expect(calls).toEqual([]);
  });

  test('an operation that asks for nothing has no plan and no error', async () => {
    expect(await nodes.ask('{ noted @skip(if: true) { note } }')).toEqual({ data: {}, calls: [] });
    expect(await nodes.ask('{ __typename }')).toEqual({ data: { __typename: 'Query' }, calls: [] });
    expect(await nodes.ask('query ($no: Boolean = false) { noted @include(if: $no) { note } }')).toEqual({ data: {}, calls: [] });
  });

  test('an entity that a subgraph does not find is null, without an error', async () => {
    const { data, errors } = await lessons.ask('{ lesson(id: "unsold") { slug seats } }');
    expect(data).toEqual({ lesson: { slug: 'sketch', seats: null } });
    expect(errors).toBeUndefined();
  });

  test('unless its value was promised: then it is an error at its place, and takes its parent with it', async () => {
    const { data, errors } = await lessons.ask('{ lesson(id: "unsold") { slug number: stock } }');
    expect(data).toEqual({ lesson: null });
    expect(errors).toMatchObject([{ path: ['lesson', 'number'], extensions: { code: 'NOT_FOUND' } }]);
  });
});

describe('what is @inaccessible', () => {
  const graph = open({
    shop: {
      sdl: `
        type Query { goods: [Good] good(id: ID!): Good! states: [State] state: State! }
        interface Good { id: ID! }
        type Book implements Good { id: ID! }
        type Draft implements Good @inaccessible { id: ID! }
        enum State { OPEN CLOSED SECRET @inaccessible }`,
      resolvers: {
        Query: {
          goods: () => ['Book', 'Draft'].map((name, index) => ({ __typename: name, id: String(index) })),
          good: () => ({ __typename: 'Draft', id: '1' }),
          states: () => ['OPEN', 'SECRET'],
          state: () => 'SECRET',
        },
      },
    },
  });

  test('is null, and no error tells that it is there', async () => {
    const { data, errors } = await graph.ask('{ states goods { __typename id } }');
    expect(data).toEqual({ states: ['OPEN', null], goods: [{ __typename: 'Book', id: '0' }, null] });
    expect(errors).toBeUndefined();
  });

  test('takes its parent with it where a value was promised, and that is an error', async () => {
    const { data, errors } = await graph.ask('{ state }');
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { message: 'A value is missing that the schema promises.', path: ['state'], extensions: { code: 'INTERNAL' } },
    ]);
    expect((await graph.ask('{ good(id: "1") { id } }')).errors).toMatchObject([{ path: ['good'] }]);
  });
});

describe('@override(label:)', () => {
  const labels = { zero: 'percent(0)', all: 'percent(100)', half: 'percent(50)', on: 'switched-on', off: 'switched-off' };
  const fields = Object.keys(labels);
  const level = (subgraph: string) => Object.fromEntries(fields.map((field) => [field, () => subgraph]));
  const moving: Subgraphs = {
    old: {
      sdl: `type Query { lesson: Lesson } type Lesson @key(fields: "id") { id: ID! ${fields.map((field) => `${field}: String`).join(' ')} }`,
      resolvers: {
        Query: { lesson: () => ({ id: 'l1' }) },
        Lesson: { __resolveReference: (reference: Lesson) => reference, ...level('old') },
      },
    },
    next: {
      sdl: `type Lesson @key(fields: "id") {
        id: ID! ${Object.entries(labels)
          .map(([field, label]) => `${field}: String @override(from: "old", label: "${label}")`)
          .join(' ')}
      }`,
      resolvers: { Lesson: { __resolveReference: (reference: Lesson) => reference, ...level('next') } },
    },
  };
  const draws: number[] = [];
  const graph = open(moving, { overrides: { active: ['switched-on'], random: () => draws.shift() ?? 0.99 } });

  test('a field comes from its new subgraph when its label is on, and else from the old one', async () => {
    const { data, errors } = await graph.ask('{ lesson { zero all on off } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ lesson: { zero: 'old', all: 'next', on: 'next', off: 'old' } });
  });

  test('a share is drawn per request, also for one and the same operation', async () => {
    draws.push(0.2, 0.8, 0.49, 0.5);
    const answers: unknown[] = [];
    for (let count = 0; count < 4; count += 1) answers.push((await graph.ask('{ lesson { half } }')).data?.['lesson']);
    expect(answers).toEqual([{ half: 'next' }, { half: 'old' }, { half: 'next' }, { half: 'old' }]);
  });
});
