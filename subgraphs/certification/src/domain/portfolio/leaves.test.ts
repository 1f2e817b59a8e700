import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { LEAF_KINDS, leavesOf, type PortfolioPart } from './leaves.ts';

const part: fc.Arbitrary<PortfolioPart> = fc.record({
  kind: fc.constantFrom(...LEAF_KINDS),
  key: fc.string({ maxLength: 4 }),
  record: fc.dictionary(fc.string({ maxLength: 3 }), fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null))),
});
const parts = fc.uniqueArray(part, { selector: ({ kind, key }) => `${kind}:${key}`, maxLength: 30 });

test('the leaves of a portfolio are the same in whatever order its parts came', () => {
  fc.assert(
    fc.property(parts, fc.infiniteStream(fc.nat()), (all, order) => {
      const shuffled = all.map((one) => [order.next().value as number, one] as const).sort(([a], [b]) => a - b);
      const saltOf = (leaf: string) => `salt of ${leaf}`;
      expect(
        leavesOf(
          shuffled.map(([, one]) => one),
          saltOf,
        ),
      ).toEqual(leavesOf(all, saltOf));
    }),
    { numRuns: 300 },
  );
});

test('each leaf has a salt of its own, and without the salt two portfolios of the same parts share no leaf', () => {
  const all: PortfolioPart[] = [
    { kind: 'ANSWER', key: 'R2', record: { isFulfilled: true } },
    { kind: 'ANSWER', key: 'R1', record: { isFulfilled: true } },
    { kind: 'PLAN', key: 'plan', record: { dueOn: '2026-06-30' } },
  ];
  const [plan, first] = leavesOf(all, (leaf) => `one ${leaf}`);
  expect(plan?.content).toBe('{"key":"plan","kind":"PLAN","record":{"dueOn":"2026-06-30"},"salt":"one PLAN:plan"}');
  expect(first?.content).toContain('"salt":"one ANSWER:R1"');
  expect(leavesOf(all, (leaf) => `another ${leaf}`).map(({ content }) => content)).not.toContain(first?.content);
});

test('canonical JSON is the same for equal values, whatever the order of their keys', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: new Date(0) })).toBe(
    '{"a":"1970-01-01T00:00:00.000Z","b":[{"c":null,"d":1}]}',
  );
});
