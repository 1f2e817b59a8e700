import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSample, LOT_MAX_SIZE, type Lot, mayAdd, mayClose, sampleSizeOf } from './lot.ts';

const OPEN: Lot = { status: 'OPEN', size: 0, standardMajor: 'EC0325', centreId: 'cholula' };
const CASE = { id: 'c', status: 'VERIFIED', standardMajor: 'EC0325', centreId: 'cholula' } as const;
const digestBy = (seed: string) => (member: string) => createHash('sha256').update(`${seed}:${member}`).digest('hex');

test.each([
  [1, 1],
  [4, 4],
  [5, 5],
  [25, 5],
  [26, 6],
  [100, 20],
])('of %i the sample is %i', (size, sample) => {
  expect(sampleSizeOf(size)).toBe(sample);
});

test('the same seed draws the same sample, whatever the order of the members, and another seed usually another', () => {
  const members = Array.from({ length: 100 }, (_, index) => `member-${index}`);
  fc.assert(
    fc.property(fc.string(), fc.shuffledSubarray(members, { minLength: 1 }), (seed, lot) => {
      const sample = drawSample(lot, digestBy(seed));
      expect(sample).toHaveLength(sampleSizeOf(lot.length));
      expect(new Set(sample).size).toBe(sample.length);
      expect(lot).toEqual(expect.arrayContaining([...sample]));
      expect(new Set(drawSample([...lot].reverse(), digestBy(seed)))).toEqual(new Set(sample));
    }),
    { numRuns: 200 },
  );
  expect(new Set(drawSample(members, digestBy('a')))).not.toEqual(new Set(drawSample(members, digestBy('b'))));
});

test('every member is as likely to be looked at as any other', () => {
  const members = Array.from({ length: 50 }, (_, index) => `member-${index}`);
  const drawn = new Map(members.map((member) => [member, 0]));
  for (let seed = 0; seed < 2_000; seed += 1)
    for (const member of drawSample(members, digestBy(String(seed)))) drawn.set(member, (drawn.get(member) ?? 0) + 1);
  // 2,000 × 10 / 50 = 400 each; a binomial of that stays within 5 standard deviations (about 18 each).
  for (const times of drawn.values()) expect(Math.abs(times - 400)).toBeLessThan(90);
});

test('a lot takes what is of its standard and centre, as long as it is open and has room', () => {
  expect(mayAdd(OPEN, [CASE])).toMatchObject({ ok: true });
  expect(mayAdd({ ...OPEN, status: 'CLOSED' }, [CASE])).toMatchObject({ error: { kind: 'LotClosed' } });
  expect(mayAdd({ ...OPEN, size: LOT_MAX_SIZE }, [CASE])).toMatchObject({ error: { kind: 'LotFull', adding: 1 } });
  expect(mayAdd(OPEN, [{ ...CASE, standardMajor: 'EC0249' }])).toMatchObject({
    error: { kind: 'OtherStandard', expected: 'EC0325', came: 'EC0249' },
  });
  expect(mayAdd(OPEN, [CASE, { ...CASE, centreId: null }])).toMatchObject({ error: { kind: 'OtherCentre' } });
});

test('an empty lot is not closed, and none twice', () => {
  expect(mayClose(OPEN)).toMatchObject({ error: { kind: 'LotEmpty' } });
  expect(mayClose({ ...OPEN, size: 1 })).toMatchObject({ ok: true });
  expect(mayClose({ ...OPEN, size: 1, status: 'CLOSED' })).toMatchObject({ error: { kind: 'LotClosed' } });
});
