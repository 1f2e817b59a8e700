import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coveredBySample, decisionOf, type LotMember, type Opinion, sampleOf } from './lot-dictamen.ts';

const says = (rulerId: string, reason: string | null = null): Opinion => ({
  rulerId,
  outcome: reason === null ? 'VALID' : 'INVALID',
  reason,
});
const member = (certificationId: string, more: Partial<LotMember> = {}): LotMember => ({
  certificationId,
  isSampled: true,
  outcome: 'VALID',
  isWaiting: false,
  ...more,
});

test('one alone decides nothing, two who agree do', () => {
  expect(decisionOf([says('celia')])).toBeUndefined();
  expect(decisionOf([says('celia'), says('ciro')])).toEqual({ outcome: 'VALID', invalidFor: null });
  expect(decisionOf([says('celia', 'Sin firma.'), says('ciro', 'Sin fecha.')])).toEqual({
    outcome: 'INVALID',
    invalidFor: 'Sin firma. / Sin fecha.',
  });
});

test('where two differ a third decides', () => {
  expect(decisionOf([says('celia'), says('ciro', 'Sin firma.')])).toBeUndefined();
  expect(decisionOf([says('celia'), says('ciro', 'Sin firma.'), says('vera')])?.outcome).toBe('VALID');
  expect(decisionOf([says('celia'), says('ciro', 'Sin firma.'), says('vera', 'Sin firma.')])).toEqual({
    outcome: 'INVALID',
    invalidFor: 'Sin firma.',
  });
});

test('three opinions always decide, and never against two', () => {
  const opinion = fc.record({ isValid: fc.boolean() });
  fc.assert(
    fc.property(fc.array(opinion, { maxLength: 3 }), (all) => {
      const opinions = all.map(({ isValid }, index) => says(String(index), isValid ? null : 'Sin firma.'));
      const valid = all.filter(({ isValid }) => isValid).length;
      const expected = valid >= 2 ? 'VALID' : all.length - valid >= 2 ? 'INVALID' : undefined;
      expect(decisionOf(opinions)?.outcome).toBe(expected);
    }),
  );
});

test('a sample that is all valid stands for what waits outside it, and for nothing else', () => {
  const rest = member('rest', { isSampled: false, outcome: null, isWaiting: true });
  const gone = member('gone', { isSampled: false, outcome: null, isWaiting: false });
  expect(coveredBySample([member('a'), member('b'), rest, gone])).toEqual([rest]);
});

test('one invalid member, one that waits, or a sample of which nothing was left: the rest is looked at one by one', () => {
  const rest = member('rest', { isSampled: false, outcome: null, isWaiting: true });
  expect(coveredBySample([member('a'), member('b', { outcome: 'INVALID' }), rest])).toEqual([]);
  expect(coveredBySample([member('a'), member('b', { outcome: null, isWaiting: true }), rest])).toEqual([]);
  expect(coveredBySample([member('a', { outcome: null, isWaiting: false }), rest])).toEqual([]);
  expect(sampleOf([member('a'), member('withdrawn', { outcome: null, isWaiting: false })])).toEqual({
    isDecided: true,
    isClean: true,
  });
});
