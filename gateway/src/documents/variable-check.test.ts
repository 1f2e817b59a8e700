import fc from 'fast-check';
import { buildSchema, getVariableValues, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { compileVariableCheck } from './variable-check.ts';

const schema = buildSchema(`
  scalar Anything
  enum Level { BASIC ADVANCED }
  input Filter { text: String! = "x", level: Level, sub: Filter, ids: [ID!], ratio: Float }
  input OneOf @oneOf { a: Int, b: String }
  type Query { f(i: Int, n: Int!, s: [String!], l: Level, g: Filter, a: Anything, o: OneOf, b: Boolean): Int }
`);
const operation = parse(`
  query ($i: Int, $n: Int! = 3, $s: [String!], $l: Level, $g: Filter, $a: Anything, $o: OneOf, $b: Boolean!) {
    f(i: $i, n: $n, s: $s, l: $l, g: $g, a: $a, o: $o, b: $b)
  }
`).definitions[0] as OperationDefinitionNode;
const check = compileVariableCheck(operation, schema, 3);

describe('values', () => {
  test('that fit pass', () => {
    const filter = { text: 'sol', level: 'BASIC', sub: { ids: ['a', 1] }, ratio: 0.5 };
    expect(check({ i: 1, n: 2, s: ['a'], l: 'ADVANCED', g: filter, a: { any: [1] }, o: { a: 1 }, b: true })).toEqual([]);
    expect(check({ b: false })).toEqual([]);
    // One item where a list is expected, as the specification has it.
    expect(check({ b: true, s: 'a' })).toEqual([]);
  });

  const wrong: [string, Record<string, unknown>, string][] = [
    ['of the wrong type', { b: true, i: '1' }, 'Int cannot represent non-integer value'],
    ['too large for an Int', { b: true, i: 2 ** 31 }, 'non 32-bit signed integer'],
    ['that is missing', {}, 'Variable "$b" of required type "Boolean!" was not provided.'],
    ['that is null where none may be', { b: true, n: null }, 'must not be null'],
    ['of no such name', { b: true, l: 'EXPERT' }, 'does not exist in "Level" enum'],
    ['with a field that there is not', { b: true, g: { txt: 'x' } }, 'Field "txt" is not defined'],
    ['with a field of an object’s prototype', { b: true, g: { toString: 'x' } }, 'Field "toString" is not defined'],
    ['with two of one', { b: true, o: { a: 1, b: 'x' } }, 'Exactly one key must be specified'],
  ];
  test.each(wrong)('%s are refused in graphql-js’s words', (_name, values, words) => {
    expect(check(values)[0]?.message).toContain(words);
  });
});

test('pass exactly when graphql-js takes them', () => {
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(null, true, 0, 1.5, 2 ** 31, -(2 ** 31), '', 'BASIC', 'x', Number.NaN),
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom('text', 'level', 'sub', 'ids', 'ratio', 'a', 'b', 'nothing'), tie('value'), { maxKeys: 3 }),
    ),
  })).value;
  const values = fc.dictionary(fc.constantFrom('i', 'n', 's', 'l', 'g', 'a', 'o', 'b', 'unknown'), json, { maxKeys: 8 });
  fc.assert(
    fc.property(values, (given) => {
      const told = check({ b: true, ...given });
      const errors = getVariableValues(
        schema,
        operation.variableDefinitions ?? [],
        { b: true, ...given },
        { maxErrors: 3 },
      ).errors;
      expect(told.length > 0).toBe(errors !== undefined);
    }),
    { numRuns: 2_000 },
  );
});
