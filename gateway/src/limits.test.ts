import { getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS, findExcess, measureDocument, nestingOf } from './limits.ts';

/** Each of `levels` fragments spreads the next one twice, under two aliases: 2^levels fields once expanded. */
function doubling(levels: number): string {
  const fragments = Array.from(
    { length: levels },
    (_, i) => `fragment F${i} on User { a: friends { ...F${i + 1} } b: friends { ...F${i + 1} } }`,
  );
  return `{ me { ...F0 } } ${fragments.join(' ')} fragment F${levels} on User { id }`;
}

const excessOf = (source: string) => findExcess(measureDocument(parse(source)), DEFAULT_LIMITS);

describe('the measure of a document', () => {
  test('a doubling of 60 levels is measured by visiting each written selection once', () => {
    const measure = measureDocument(parse(doubling(60)));
    // me, its spread; 60 fragments of two fields and two spreads; one id
    expect(measure.steps).toBe(2 + 60 * 4 + 1);
    expect(measure.selections).toBeGreaterThan(2 ** 60);
    expect(measure.depth).toBe(62);
  });

  test('steps grow with what is written, not with its expansion', () => {
    const steps = (levels: number) => measureDocument(parse(doubling(levels))).steps;
    expect(steps(40) - steps(20)).toBe(steps(60) - steps(40));
  });

  test('a fragment counts as often as it is spread', () => {
    const measure = measureDocument(parse('{ a: me { ...F } b: me { ...F } } fragment F on User { x: id name }'));
    expect(measure).toMatchObject({ selections: 6, aliases: 4, depth: 2 });
  });

  test('a fragment that spreads itself is found, through another one too', () => {
    expect(measureDocument(parse('{ me { ...A } } fragment A on User { ...B } fragment B on User { ...A }')).isCyclic).toBe(true);
    expect(measureDocument(parse('{ me { ...A } } fragment A on User { id }')).isCyclic).toBe(false);
  });

  test('a fragment that nothing spreads is walked too, so that validation cannot be made to walk more', () => {
    expect(measureDocument(parse('{ a } fragment A on User { ...B } fragment B on User { ...A }')).isCyclic).toBe(true);
  });

  test('the introspection query of common tools fits', () => {
    expect(excessOf(getIntrospectionQuery())).toBeUndefined();
  });
});

describe('the limits of a document', () => {
  const nested = (levels: number) => `${'{ a '.repeat(levels)}${'}'.repeat(levels)}`;
  const repeated = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, i) => text(i)).join(' ');
  const atTheLimit: [string, (count: number) => string, number, string][] = [
    ['depth', nested, DEFAULT_LIMITS.maxDepth, 'levels of fields'],
    ['aliases', (count) => `{ ${repeated(count, (i) => `x${i}: a`)} }`, DEFAULT_LIMITS.maxAliases, 'aliases'],
    [
      'selections',
      (count) => `{ ${repeated(count, () => 'a')} }`,
      DEFAULT_LIMITS.maxSelections,
      'fields once fragments are expanded',
    ],
    ['directives', (count) => `{ a ${repeated(count, () => '@skip(if: false)')} }`, DEFAULT_LIMITS.maxDirectives, 'directives'],
    ['operations', (count) => repeated(count, (i) => `query Q${i} { a }`), DEFAULT_LIMITS.maxOperations, 'operations'],
    ['variables', (count) => `query (${repeated(count, (i) => `$v${i}: Int`)}) { a }`, DEFAULT_LIMITS.maxVariables, 'variables'],
  ];
  test.each(atTheLimit)('%s at the limit pass, one more is refused', (_name, make, limit, words) => {
    expect(excessOf(make(limit))).toBeUndefined();
    expect(excessOf(make(limit + 1))).toBe(
      `A document may have ${limit} ${words}, this one has ${limit + 1}; ask for less at once.`,
    );
  });
});

describe('the nesting of values', () => {
  test('is counted up to the bound and no further', () => {
    expect(nestingOf('text', 5)).toBe(0);
    expect(nestingOf({ a: [{ b: 1 }] }, 5)).toBe(3);
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i += 1) deep = [deep];
    expect(nestingOf(deep, 20)).toBe(21);
  });
});
