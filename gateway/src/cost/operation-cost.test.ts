import { buildSchema, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createCostModel } from './cost-model.ts';
import { compileCost } from './operation-cost.ts';

const SDL = `
  directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
  directive @listSize(
    assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true
  ) on FIELD_DEFINITION

  type Query {
    me: Person
    people(first: Int, after: String): People
    crowd(first: Int, last: Int): [Person!]! @listSize(slicingArguments: ["first", "last"])
    search(input: SearchInput): People @listSize(assumedSize: 50, slicingArguments: ["input.page.first"], sizedFields: ["edges"], requireOneSlicingArgument: false)
    report: Report @cost(weight: 25)
    total: Int @cost(weight: 7)
    anything: Anything
    nodes: [Node!]! @listSize(assumedSize: 4)
  }
  type Mutation { rename(input: RenameInput!, names: [String!] @cost(weight: 2)): Person }
  type People { edges: [Edge!]! total: Int pageInfo: PageInfo }
  type PageInfo { hasNextPage: Boolean }
  type Edge { node: Person! }
  interface Node { id: ID! }
  union Anything = Person | Report
  type Person implements Node { id: ID! friends(first: Int): People tags: [String!]! pets: [Pet!]! }
  type Pet { name: String }
  type Report implements Node @cost(weight: 9) { id: ID! }
  input SearchInput { text: String, page: PageInput = { first: 5 } }
  input PageInput { first: Int = 10 }
  input RenameInput { name: String @cost(weight: 3), alternatives: [RenameInput!] }
`;
const schema = buildSchema(SDL);

function compile(source: string, sdl = SDL) {
  const document = parse(source);
  return compileCost(
    document,
    document.definitions[0] as OperationDefinitionNode,
    buildSchema(sdl),
    createCostModel(sdl, schema),
  );
}
const cost = (source: string, variables: Record<string, unknown> = {}) => compile(source).of(variables);

describe('without directives', () => {
  test('an object costs 1, a scalar nothing, a mutation 10 beside its fields', () => {
    expect(cost('{ me { id } }')).toBe(1);
    expect(cost('{ __typename }')).toBe(0);
    expect(cost('mutation { rename(input: {}) { id } }')).toBe(10 + 1 + 1);
  });

  test('a page multiplies the lists directly below it, and nothing else', () => {
    expect(cost('{ people(first: 30) { edges { node { id } } pageInfo { hasNextPage } } }')).toBe(1 + 30 * 2 + 1);
  });

  test('pages within pages multiply', () => {
    expect(cost('{ people(first: 10) { edges { node { friends(first: 5) { edges { node { id } } } } } } }')).toBe(
      1 + 10 * (2 + 1 + 5 * 2),
    );
  });

  test('a page that is not asked for by size costs the default page', () => {
    expect(cost('{ people { edges { node { id } } } }')).toBe(1 + 20 * 2);
    expect(cost('query ($n: Int) { people(first: $n) { edges { node { id } } } }')).toBe(1 + 20 * 2);
  });

  test('a size in a variable counts like one that is written, and so does its default', () => {
    expect(cost('query ($n: Int) { people(first: $n) { edges { node { id } } } }', { n: 100 })).toBe(1 + 100 * 2);
    expect(cost('query ($n: Int = 40) { people(first: $n) { edges { node { id } } } }')).toBe(1 + 40 * 2);
  });

  test('a size below 1 does not make anything cheaper', () => {
    expect(cost('{ people(first: -1000) { edges { node { id } } } }')).toBe(1 + 2);
    expect(cost('query ($n: Int) { people(first: $n) { edges { node { id } } } }', { n: -5 })).toBe(1 + 2);
  });

  test('a list that nobody sizes is taken to have ten items', () => {
    expect(cost('{ me { pets { name } tags } }')).toBe(1 + 10 * 1);
  });

  test('a page under a fragment costs as much as one that is written out', () => {
    expect(cost('{ people(first: 30) { ...F } } fragment F on People { edges { node { id } } }')).toBe(1 + 30 * 2);
    expect(cost('{ people(first: 30) { ... { edges { node { id } } } } }')).toBe(1 + 30 * 2);
  });

  test('what is left out by a condition costs nothing', () => {
    const source =
      'query ($no: Boolean!) { me { id } people @skip(if: $no) { total } ... @include(if: false) { report { id } } }';
    expect([cost(source, { no: true }), cost(source, { no: false })]).toEqual([1, 2]);
  });
});

describe('@cost', () => {
  test('weighs a field, whatever its type', () => {
    expect(cost('{ report { id } total }')).toBe(25 + 7);
  });

  test('weighs an object wherever it is answered, an abstract type like the dearest of its objects', () => {
    expect(cost('{ anything { __typename } nodes { id } }')).toBe(9 + 4 * 9);
  });

  test('weighs arguments: input objects and their fields, items of lists, in variables too', () => {
    const written = 'mutation { rename(input: { name: "a", alternatives: [{ name: "b" }] }, names: ["x", "y"]) { id } }';
    const dear = 10 + 1 + (1 + 3 + (1 + 3)) + 2 * 2;
    expect(cost(written)).toBe(dear);
    const source = 'mutation ($i: RenameInput!, $n: [String!]) { rename(input: $i, names: $n) { id } }';
    expect(cost(source, { i: { name: 'a', alternatives: [{ name: 'b' }] }, n: ['x', 'y'] })).toBe(dear);
    expect(cost(source, { i: {}, n: null })).toBe(10 + 1 + 1);
  });

  test('is read under the name that composition gave it', () => {
    const link = 'extend schema @link(url: "https://specs.apollo.dev/cost/v0.1", import: [{ name: "@cost", as: "@price" }])';
    const renamed = SDL.replace('total: Int @cost(weight: 7)', 'total: Int @price(weight: 70)');
    const model = createCostModel(`${renamed}\n${link}`, schema);
    const document = parse('{ total }');
    expect(compileCost(document, document.definitions[0] as OperationDefinitionNode, schema, model).of({})).toBe(70);
  });
});

describe('@listSize', () => {
  test('takes the greatest of several slicing arguments', () => {
    expect(cost('{ crowd(first: 3, last: 8) { id } }')).toBe(8);
  });

  test('asks for exactly one of them where it must be given', () => {
    const { findUnbounded } = compile('query ($n: Int) { crowd(first: $n) { id } }');
    expect(findUnbounded({ n: 3 })).toBeUndefined();
    expect(findUnbounded({})).toBe('Query.crowd expects exactly one of first, last; 0 came.');
    expect(compile('{ crowd(first: 1, last: 2) { id } }').findUnbounded({})).toContain('2 came');
    expect(compile('{ me { id } }').findUnbounded({})).toBeUndefined();
  });

  test('reads a slicing argument inside an input object, with the defaults of the schema', () => {
    const page = '{ edges { node { id } } }';
    expect(cost(`{ search(input: { page: { first: 7 } }) ${page} }`)).toBe(1 + 7 * 2 + 2);
    expect(cost(`{ search(input: { page: {} }) ${page} }`)).toBe(1 + 10 * 2 + 2);
    expect(cost(`{ search(input: {}) ${page} }`)).toBe(1 + 5 * 2 + 1);
    expect(cost(`query ($i: SearchInput) { search(input: $i) ${page} }`, { i: { page: { first: 7 } } })).toBe(1 + 7 * 2 + 2);
    expect(cost(`query ($n: Int) { search(input: { page: { first: $n } }) ${page} }`, { n: 7 })).toBe(1 + 7 * 2 + 2);
    expect(cost(`{ search ${page} }`)).toBe(1 + 50 * 2);
  });
});

test('fragments that spread one another twice are evaluated once each, with variables too', () => {
  const fragments = Array.from(
    { length: 40 },
    (_, i) => `fragment F${i} on Person { a: friends(first: $n) { total edges { node { ...F${i + 1} } } } ...F${i + 1} }`,
  );
  const source = `query ($n: Int) { me { ...F0 } } ${fragments.join(' ')} fragment F40 on Person { id }`;
  const compiled = compile(source);
  // f(40) = 0, f(i) = 1 + n × (2 + f(i + 1)) + f(i + 1): with n = 1, f(i) = 3 + 2 f(i + 1).
  expect(compiled.of({ n: 1 })).toBe(1 + 3 * (2 ** 40 - 1));
});
