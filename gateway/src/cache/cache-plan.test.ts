import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getOperationAST, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { HINTED_SDL } from '../../test/hinted-supergraph.ts';
import { planEntityFetch, planOperation } from './cache-plan.ts';
import { readCacheHints } from './hints.ts';

const hinted = readCacheHints(HINTED_SDL, 'hinted');
const academy = readCacheHints(readFileSync(join(import.meta.dirname, '../../../schema/supergraph.graphql'), 'utf8'), 'academy');

function plan(query: string, hints = hinted) {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (operation == null) throw new Error('no operation');
  const found = planOperation(hints, document, operation);
  return found === undefined ? 'none' : `${found.maxAgeSeconds} ${found.scope} ${found.types.join('+')}`;
}

describe('the answer to a query may be kept', () => {
  test.each([
    ['as long as its type says', '{ course(id: 1) { title } }', '300 PUBLIC '],
    ['5 min when the hint says nothing else', '{ courses { total } }', '300 PUBLIC '],
    ['as its field says, before its type', '{ briefly { title } }', '20 PUBLIC Course'],
    ['no longer than its shortest part', '{ course(id: 1) { title price } motto }', '30 PRIVATE '],
    [
      'through connections, edges and parts that inherit',
      '{ courses { edges { node { chapters { title } } } } }',
      '300 PUBLIC Course',
    ],
    ['for one session alone when any part is PRIVATE', '{ course(id: 1) { title notes } }', '300 PRIVATE '],
    ['for one session alone when a hint names no scope', '{ enrollments { due } }', '120 PRIVATE Enrollment'],
    ['until any shown entity changes', '{ course(id: 1) { author { name } sequels { title } } }', '300 PUBLIC Author+Course'],
    [
      'through fragments',
      'query { ...F } fragment F on Query { course(id: 1) { ...G } } fragment G on Course { price }',
      '30 PRIVATE ',
    ],
    ['as the strictest of the types that an interface may be', '{ things { label } }', '10 PUBLIC Globe+Map'],
    ['of a scalar on the root that is hinted', '{ motto }', '60 PUBLIC '],
    ['of a type that is hinted by its field alone', '{ shelf { label } }', '50 PUBLIC '],
  ])('%s', (_name, query, expected) => {
    expect(plan(query)).toBe(expected);
  });

  test.each([
    ['a field on the root without a hint', '{ now }'],
    ['an object without a hint', '{ user(id: 1) { name } }'],
    ['an object without a hint below one that has it', '{ course(id: 1) { title owner { name } } }'],
    ['a part of age 0', '{ course(id: 1) { title stock } }'],
    ['one root field of two', '{ course(id: 1) { title } user(id: 1) { name } }'],
    ['a part that is not shown this time', 'query ($no: Boolean!) { course(id: 1) { title stock @include(if: $no) } }'],
    [
      'a hidden part behind two fragments',
      '{ ...F } fragment F on Query { course(id: 1) { ...G } } fragment G on Course { owner { id } }',
    ],
    ['the schema', '{ motto __schema { queryType { name } } }'],
    ['nothing but a type name', '{ __typename }'],
    ['a mutation', 'mutation { enrollmentReturn(id: 1) { enrollment { due } } }'],
  ])('not when it has %s', (_name, query) => {
    expect(plan(query)).toBe('none');
  });

  test('until the entity changes that it names by id, when the id is all that it is looked up by', () => {
    const lookups = (query: string) => {
      const document = parse(query);
      const operation = getOperationAST(document);
      return operation == null ? [] : planOperation(hinted, document, operation)?.lookups.map(({ type }) => type);
    };
    expect(lookups('{ a: course(id: 1) { title } b: course(id: 2) { title } }')).toEqual(['Course', 'Course']);
    expect(lookups('{ courseByCode(id: 1, edition: 2) { title } }')).toEqual([]);
    expect(plan('{ courseByCode(id: 1, edition: 2) { title } }')).toBe('300 PUBLIC Course');
  });

  test('which is decided in linear time, however fragments spread one another', () => {
    const depth = 60;
    const fragments = Array.from({ length: depth }, (_, n) => `fragment F${n} on Course { ...F${n + 1} ...F${n + 1} title }`);
    expect(plan(`{ course(id: 1) { ...F0 } } ${fragments.join(' ')} fragment F${depth} on Course { title }`)).toBe('300 PUBLIC ');
  });
});

describe('an entity that is fetched for a plan may be kept', () => {
  const entityPlan = (selection: string, hints = hinted) => {
    const found = planEntityFetch(
      hints,
      `query ($representations: [_Any!]!) { _entities(representations: $representations) ${selection} }`,
    );
    return found === undefined ? 'none' : `${found.maxAgeSeconds} ${found.scope} ${found.types.join('+')}`;
  };
  test.each([
    ['as long as its type says', '{ ... on Course { title } }', '300 PUBLIC '],
    ['until what it shows changes', '{ __typename ... on Course { author { name } } }', '300 PUBLIC Author'],
    ['for one session', '{ ... on Enrollment { due } }', '100 PRIVATE '],
    ['not when one of its types may not', '{ ... on Course { title } ... on User { name } }', 'none'],
    ['not when one of its parts may not', '{ ... on Course { stock } }', 'none'],
    ['not when it only inherits, as it has no parent here', '{ ... on Thing { id } }', 'none'],
    ['not when it is of a type that is not known', '{ ... on Unicorn { horn } }', 'none'],
  ])('%s', (_name, selection, expected) => {
    expect(entityPlan(selection)).toBe(expected);
  });
});

describe('of the academy', () => {
  test.each([
    [
      'the catalogue',
      '{ courses(first: 3) { pageInfo { hasNextPage } edges { cursor node { id title priceMxn standards { code } } } } }',
      '300 PUBLIC Course+Standard',
    ],
    [
      'a course with its lessons',
      '{ course(id: "c") { title modules { title lessons { title minutes } } assessment { passingScorePercent } } }',
      '300 PUBLIC ',
    ],
    [
      'the register',
      '{ standards(first: 5) { edges { node { code title } } } standard(code: "EC0217") { sector } }',
      '86400 PUBLIC Standard',
    ],
    ['the name on the door', '{ tenant { name slug status } }', '300 PUBLIC Tenant'],
  ])('%s is kept', (_name, query, expected) => {
    expect(plan(query, academy)).toBe(expected);
  });

  test.each([
    ['a person', '{ me { displayName } }'],
    ['who teaches a course', '{ courses { edges { node { title instructor { displayName } } } } }'],
    ['a lesson’s text', '{ course(id: "c") { modules { lessons { body } } } }'],
    ['an assessment’s questions', '{ course(id: "c") { assessment { items { prompt } } } }'],
    ['a tenant’s settings', '{ tenant { settings { tier } } }'],
    ['a certificate’s verification', '{ certificateVerification(code: "x") { isValid } }'],
    ['a certification', '{ certification(id: "c") { status } }'],
    ['a report', '{ completionReport { rows { edges { node { completions } } } } }'],
  ])('%s is not', (_name, query) => {
    expect(plan(query, academy)).toBe('none');
  });

  test('only what no person is behind is kept at all', () => {
    expect([...academy.keptTypes].sort()).toEqual(['Course', 'Standard', 'Tenant']);
    expect(academy.hasPrivate).toBe(false);
  });
});

test('what shows standards alone is kept for a day; beside anything else, as long as that', () => {
  expect(plan('{ standards(first: 5) { edges { node { code versions { code } } } pageInfo { hasNextPage } } }', academy)).toBe(
    '86400 PUBLIC Standard',
  );
  expect(plan('{ standard(code: "EC0325") { title } courses(first: 1) { edges { node { title } } } }', academy)).toBe(
    '300 PUBLIC Course+Standard',
  );
});
