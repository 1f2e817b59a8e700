import { Fault } from '@academy/kernel';
import { everyone, personas } from '@academy/platform/access';
import { MAX_DEPTH, MAX_TOKENS, type OperationPipeline, openApolloPipeline, openLeanPipeline } from '@academy/platform/graphql';
import { createLogger } from '@academy/platform/logger';
import { buildGuardedSchema } from '@academy/platform/subgraph';
import type { IslandRequest, IslandResponse } from '@academy/platform/topology';
import { people } from '@academy/testing/people';
import { GraphQLError, GraphQLScalarType, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

type Context = { principal: unknown; log: string[] };

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  scalar DateTime
  enum Level { BASIC ADVANCED }
  input Filter { level: Level = BASIC words: [String!] since: DateTime }
  interface Named { name: String! }
  union Found = Course | Person
  type Query {
    echo(filter: Filter, first: Int = 7, text: String): String
    courses: [Course!]
    courseOrNull: [Course]
    found: [Found]
    named: [Named!]
    unknownKind: Named
    strict: Strict
    tick: DateTime
    badTick: DateTime
    fault: String
    coded: String
    bug: String
    late: String
    secret: String
  }
  type Mutation { first: String second: String failing: String }
  type Strict { must: String! deep: Strict! list: [String!]! }
  type Course implements Named @key(fields: "id") { id: ID! name: String! teacher: Person self: Course }
  type Person implements Named { name: String! }
`);

const DateTime = new GraphQLScalarType({
  name: 'DateTime',
  serialize(value) {
    if (value instanceof Date) return value.toISOString();
    throw new GraphQLError('DateTime expects a Date.');
  },
  parseValue(value) {
    if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return new Date(value);
    throw new GraphQLError('DateTime expects an instant.');
  },
});
const course = (id: string) => ({ __typename: 'Course', id, name: `course ${id}`, teacher: { name: 'Iván' } });
const noted =
  (name: string) =>
  async (_parent: unknown, _args: unknown, { log }: Context) => {
    log.push(`${name} begins`);
    await Promise.resolve();
    log.push(`${name} ends`);
    return name;
  };

const schema = buildGuardedSchema({
  name: 'courses',
  typeDefs,
  resolvers: {
    DateTime,
    Query: {
      echo: (_parent: unknown, args: unknown) => JSON.stringify(args),
      courses: async () => [course('1'), course('2')],
      courseOrNull: () => [
        Promise.resolve(course('1')),
        Promise.reject(new Fault('UNAVAILABLE', 'Try again.')),
        null,
        course('4'),
      ],
      found: () => [course('1'), { __typename: 'Person', name: 'Alice' }, null],
      named: async () => [course('1'), { __typename: 'Person', name: 'Alice' }],
      unknownKind: () => ({ __typename: 'Ghost', name: 'x' }),
      strict: () => ({ must: null, deep: async () => ({ must: null }), list: ['a', null] }),
      tick: () => new Date(0),
      badTick: () => 'yesterday',
      fault: () => {
        throw new Fault('NOT_FOUND', 'Nothing of that id.', { details: { hint: 'another id' } });
      },
      coded: () => new GraphQLError('Not so fast.', { extensions: { code: 'RATE_LIMITED', internal: 'secret' } }),
      bug: () => {
        throw new Error('postgres://secret');
      },
      late: async () => Promise.reject(new Error('postgres://secret')),
      secret: () => 'secret',
    },
    Mutation: {
      first: noted('first'),
      second: noted('second'),
      failing: async () => Promise.reject(new Fault('TIMEOUT', 'Late.')),
    },
    Course: {
      __resolveReference: async ({ id }: { id: string }) => {
        if (id === 'gone') return null;
        if (id === 'broken') throw new Fault('UNAVAILABLE', 'Try again.');
        return course(id);
      },
      self: (parent: unknown) => parent,
    },
  },
  access: {
    Query: { ...fieldsOf('Query'), secret: personas('admin') },
    Mutation: everyone,
    Strict: everyone,
    Course: everyone,
    Person: everyone,
  },
});

function fieldsOf(type: string) {
  const definition = typeDefs.definitions.find((one) => 'name' in one && one.name?.value === type);
  const fields = definition !== undefined && 'fields' in definition ? (definition.fields ?? []) : [];
  return Object.fromEntries(fields.map((field) => [field.name.value, everyone]));
}

const logger = createLogger({ process: 'test', level: 'silent' });
let lean: OperationPipeline<Context>;
let apollo: OperationPipeline<Context>;
let misses = 0;
beforeAll(async () => {
  lean = openLeanPipeline(schema, {
    logger,
    onMiss: () => {
      misses += 1;
    },
  });
  apollo = await openApolloPipeline(schema, { logger, plugins: [] });
});
afterAll(async () => {
  await lean.stop();
  await apollo.stop();
});

/** As JSON, the ids of bugs made equal. */
function told(response: IslandResponse): unknown {
  return JSON.parse(JSON.stringify(response).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'an id'));
}

async function ask(request: IslandRequest, pipeline = lean) {
  const log: string[] = [];
  const response = await pipeline.run(request, { principal: people.raices.alice, log });
  return { response: told(response) as IslandResponse, log };
}

const entities = (...ids: string[]) => ({
  query: 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Course { id name } } }',
  variables: { r: ids.map((id) => ({ __typename: 'Course', id })) },
});
const nested = (depth: number) => `{ courses ${'{ self '.repeat(depth - 2)}{ id }${' }'.repeat(depth - 2)} }`;

const REQUESTS: Record<string, IslandRequest> = {
  'a list': { query: '{ courses { id name teacher { name } } }' },
  'aliases, fragments and type names': {
    query: '{ a: courses { ...c x: name } __typename } fragment c on Course { id ... on Named { name __typename } }',
  },
  'skip and include': {
    query:
      'query ($yes: Boolean!, $no: Boolean!) { tick @include(if: $no) courses { id @skip(if: $yes) name @include(if: $yes) } }',
    variables: { yes: true, no: false },
  },
  'a union': { query: '{ found { __typename ... on Course { id } ... on Person { name } } }' },
  'an interface': { query: '{ named { name __typename ... on Course { id } } }' },
  'a type that is none': { query: '{ unknownKind { name } }' },
  'defaults of arguments': { query: '{ echo }' },
  'arguments and variables': {
    query: 'query ($f: Filter, $t: String = "hola", $n: Int) { echo(filter: $f, first: $n, text: $t) }',
    variables: { f: { words: ['sol'], since: '2026-03-01T00:00:00.000Z' } },
  },
  'a null for what has a default': { query: 'query ($n: Int) { echo(first: $n) }', variables: { n: null } },
  'a variable of another type': { query: 'query ($n: Int) { echo(first: $n) }', variables: { n: 'seven' } },
  'a variable of a scalar that refuses it': {
    query: 'query ($f: Filter) { echo(filter: $f) }',
    variables: { f: { since: 'soon' } },
  },
  'an input with a field too many': { query: 'query ($f: Filter) { echo(filter: $f) }', variables: { f: { ghost: 1 } } },
  'a required variable left out': { query: 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }' },
  'a scalar': { query: '{ tick }' },
  'a scalar that cannot be told': { query: '{ badTick tick }' },
  'null where there may be none': { query: '{ strict { must } tick }' },
  'null far below': { query: '{ strict { deep { must } } }' },
  'null in a list': { query: '{ strict { list } }' },
  'items of a list that fail': { query: '{ courseOrNull { id } }' },
  'a fault': { query: '{ fault tick }' },
  'an error with a code of its own': { query: '{ coded }' },
  'a bug': { query: '{ bug tick }' },
  'a bug later': { query: '{ late tick }' },
  'what the persona may not see': { query: '{ secret tick }' },
  mutations: { query: 'mutation { first second }' },
  'a mutation after one that failed': { query: 'mutation { failing second }' },
  entities: entities('1', '2'),
  'entities of which one is gone and one fails': entities('1', 'gone', 'broken', '4'),
  'entities of which the first fails': entities('broken', '2', '3'),
  'an entity of no type of ours': {
    query: 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
    variables: { r: [{ __typename: 'Ghost', id: '1' }] },
  },
  'the operation of that name': { query: 'query A { tick } query B { echo }', operationName: 'B' },
  'no operation of that name': { query: 'query A { tick }', operationName: 'B' },
  'one of two operations': { query: 'query A { tick } query B { echo }' },
  'no operation': { query: 'fragment c on Course { id }' },
  'what is no GraphQL': { query: '{ tick' },
  'a field that does not exist': { query: '{ ghost }' },
  'a variable that is not used': { query: 'query ($n: Int) { tick }' },
  'a fragment that spreads itself': { query: '{ courses { ...c } } fragment c on Course { self { ...c } }' },
  introspection: { query: '{ __schema { types { name } } __type(name: "Course") { name } }' },
  'as deep as may be': { query: nested(MAX_DEPTH) },
  'deeper than may be': { query: nested(MAX_DEPTH + 1) },
  'deeper than may be, through fragments': {
    query: `{ courses { ${'self { '.repeat(10)} ...c ${'} '.repeat(10)} } } fragment c on Course { ${'self { '.repeat(10)} id ${'} '.repeat(10)} }`,
  },
  'more tokens than may be': { query: `{ ${'tick '.repeat(MAX_TOKENS)} }` },
};

describe('the lean pipeline answers as Apollo Server does', () => {
  test.each(Object.entries(REQUESTS))('%s', async (_name, request) => {
    const once = await ask(request);
    expect(once.response).toEqual((await ask(request, apollo)).response);
    expect(await ask(request), 'and again, from memory').toEqual(once);
  });
});

describe('a pipeline', () => {
  const codesOf = ({ errors }: IslandResponse) => (errors ?? []).map((error) => error.extensions?.['code']);

  test.each([
    ['what is no GraphQL', ['GRAPHQL_PARSE_FAILED']],
    ['more tokens than may be', ['GRAPHQL_PARSE_FAILED']],
    ['a field that does not exist', ['GRAPHQL_VALIDATION_FAILED']],
    ['a variable that is not used', ['GRAPHQL_VALIDATION_FAILED']],
    ['a variable of another type', ['BAD_USER_INPUT']],
    ['no operation of that name', ['BAD_REQUEST']],
    ['introspection', ['INTROSPECTION_DISABLED', 'INTROSPECTION_DISABLED']],
    ['as deep as may be', []],
    ['deeper than may be', ['QUERY_TOO_COMPLEX']],
    ['deeper than may be, through fragments', ['QUERY_TOO_COMPLEX']],
    ['what the persona may not see', ['FORBIDDEN']],
    ['a fault', ['NOT_FOUND']],
    ['a bug', ['INTERNAL']],
  ])('gives the code of %s', async (name, codes) => {
    const request = REQUESTS[name];
    if (request === undefined) throw new Error(`Expected a request for ${name}.`);
    expect(codesOf((await ask(request)).response)).toEqual(codes);
  });

  test('tells nothing of a bug but an id', async () => {
    for (const pipeline of [lean, apollo]) {
      const { response } = await ask({ query: '{ bug late }' }, pipeline);
      expect(JSON.stringify(response)).not.toContain('secret');
      expect(response.errors).toHaveLength(2);
    }
  });

  test('runs mutations one after the other', async () => {
    expect((await ask({ query: 'mutation { first second }' })).log).toEqual([
      'first begins',
      'first ends',
      'second begins',
      'second ends',
    ]);
  });

  test('refuses a document whose nesting would exhaust the stack, and lives', async () => {
    // Three tokens a level, and six around them: as deep as the bound on tokens lets a document be.
    const levels = Math.floor((MAX_TOKENS - 6) / 3);
    const query = `{ courses { ${'self{'.repeat(levels)}id${'}'.repeat(levels)} } }`;
    expect(codesOf((await ask({ query })).response)).toEqual(['QUERY_TOO_COMPLEX']);
    expect((await ask({ query: '{ tick }' })).response.errors).toBeUndefined();
  });

  test('parses and validates a document once, ahead if asked to', async () => {
    const before = misses;
    lean.prepare({ query: '{ once: tick }' });
    await ask({ query: '{ once: tick }' });
    await ask({ query: '{ once: tick }' });
    expect(misses - before).toBe(1);
  });

  test('forgets the documents that were not used for longest, and never keeps what is invalid', async () => {
    for (let i = 0; i < 1_001; i += 1) lean.prepare({ query: `{ t${i}: tick }` });
    const before = misses;
    lean.prepare({ query: '{ t1000: tick }' });
    expect(misses - before).toBe(0);
    lean.prepare({ query: '{ t0: tick }' });
    expect(misses - before).toBe(1);
    lean.prepare({ query: '{ ghost }' });
    lean.prepare({ query: '{ ghost }' });
    expect(misses - before).toBe(3);
  });
});

test('plugins of an island hear of each operation', async () => {
  const heard: string[] = [];
  const pipeline = await openApolloPipeline<Context>(schema, {
    logger,
    plugins: [
      {
        async requestDidStart() {
          return {
            async didResolveOperation({ operationName }) {
              heard.push(`operation ${operationName}`);
            },
            async didEncounterErrors({ errors }) {
              heard.push(`errors ${errors.length}`);
            },
            async willSendResponse() {
              heard.push('response');
            },
          };
        },
      },
    ],
  });
  await ask({ query: 'query Ask { fault }' }, pipeline);
  expect(heard).toEqual(['operation Ask', 'errors 1', 'response']);
  await pipeline.stop();
});
