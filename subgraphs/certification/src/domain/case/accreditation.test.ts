import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDateOf } from '../local-date.ts';
import { accreditationOn, validThroughOf } from './accreditation.ts';

const STANDARD = 'EC0325';
const cedula = (issuedOn: string) => ({ standardMajor: STANDARD, issuedOn });

test.each([
  ['2026-01-01', '2026-06-30'],
  ['2026-06-29', '2026-06-30'],
  ['2026-06-30', '2026-06-30'],
  ['2026-07-01', '2027-06-30'],
  ['2025-12-31', '2026-06-30'],
])('a cédula of %s is valid through %s', (issuedOn, end) => {
  expect(validThroughOf(cedula(issuedOn))).toBe(end);
});

test('on 30 June its holder evaluates, on 1 July she does not, and is told when it ended', () => {
  expect(accreditationOn([cedula('2025-09-01')], STANDARD, '2026-06-30')).toEqual({ isAccredited: true });
  expect(accreditationOn([cedula('2025-09-01')], STANDARD, '2026-07-01')).toEqual({
    isAccredited: false,
    validThrough: '2026-06-30',
  });
});

test('the day is that of Mexico City: an evaluation late on 30 June is not one of 1 July', () => {
  expect(localDateOf(new Date('2026-07-01T05:59:59Z'))).toBe('2026-06-30');
  expect(localDateOf(new Date('2026-07-01T06:00:00Z'))).toBe('2026-07-01');
});

test('a cédula for another standard, or of the future, accredits nobody', () => {
  expect(accreditationOn([{ standardMajor: 'EC0249', issuedOn: '2026-01-01' }], STANDARD, '2026-02-01')).toEqual({
    isAccredited: false,
    validThrough: null,
  });
  expect(accreditationOn([cedula('2026-03-01')], STANDARD, '2026-02-28')).toEqual({ isAccredited: false, validThrough: null });
});

const day = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

test('a cédula accredits on exactly the days from its own to the first 30 June that is not before it', () => {
  fc.assert(
    fc.property(day, day, (issuedOn, on) => {
      const juneEnds = [issuedOn.slice(0, 4), String(Number(issuedOn.slice(0, 4)) + 1)].map((year) => `${year}-06-30`);
      const end = juneEnds.find((one) => one >= issuedOn) ?? '';
      expect(accreditationOn([cedula(issuedOn)], STANDARD, on).isAccredited).toBe(issuedOn <= on && on <= end);
    }),
    { numRuns: 2_000 },
  );
});

test('no cédula outlives a 30 June: on every 1 July only one of that very day accredits', () => {
  fc.assert(
    fc.property(fc.array(day, { maxLength: 8 }), fc.integer({ min: 2000, max: 2100 }), (days, year) => {
      const first = `${year}-07-01`;
      expect(accreditationOn(days.map(cedula), STANDARD, first).isAccredited).toBe(days.includes(first));
    }),
    { numRuns: 2_000 },
  );
});
