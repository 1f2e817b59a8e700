import { DAY_MS } from '@academy/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBusinessDays, businessDaysUntil, dayOf, endOf, isBusinessDay } from './business-days.ts';

/** The day of this date in central Mexico. */
const day = (date: string) => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
/** Noon in central Mexico. */
const noon = (date: string) => new Date(`${date}T18:00:00.000Z`);
const dateOf = (instant: Date) => new Date(dayOf(new Date(instant.getTime() - 1)) * DAY_MS).toISOString().slice(0, 10);

describe('days of compulsory rest', () => {
  test.each([
    '2026-01-01', // New Year
    '2026-02-02', // first Monday of February
    '2026-03-16', // third Monday of March
    '2026-05-01',
    '2026-09-16',
    '2026-11-16', // third Monday of November
    '2026-12-25',
    '2024-10-01', // the federal executive changed
    '2030-10-01',
    '2018-12-01', // as it did before the reform; a Saturday as well
    '2026-11-28', // a Saturday
    '2026-11-29', // a Sunday
  ])('%s is no business day', (date) => {
    expect(isBusinessDay(day(date))).toBe(false);
  });

  test.each([
    '2026-02-05', // the date that the first Monday of February stands for
    '2026-03-23',
    '2026-11-20',
    '2026-11-25',
    '2025-10-01', // no change of the executive
    '2026-12-01',
    '2027-02-08', // the second Monday
  ])('%s is one', (date) => {
    expect(isBusinessDay(day(date))).toBe(true);
  });

  test('a year has between 252 and 259 business days', () => {
    for (let year = 2020; year <= 2060; year += 1) {
      const days = Array.from({ length: 366 }, (_, at) => day(`${year}-01-01`) + at).filter(
        (one) => one < day(`${year + 1}-01-01`),
      );
      const business = days.filter(isBusinessDay).length;
      expect(business).toBeGreaterThanOrEqual(252);
      expect(business).toBeLessThanOrEqual(259);
    }
  });
});

describe('a term', () => {
  test('of 20 business days from 2026-11-25 ends on 2026-12-23', () => {
    expect(dateOf(addBusinessDays(noon('2026-11-25'), 20))).toBe('2026-12-23');
  });

  test('of 15 business days that begins before Christmas passes over it and over New Year', () => {
    expect(dateOf(addBusinessDays(noon('2026-12-18'), 15))).toBe('2027-01-12');
  });

  test('is counted by the days of central Mexico, and ends with their last day', () => {
    // 23:30 on Wednesday the 25th, when it is Thursday in UTC.
    const late = new Date('2026-11-26T05:30:00.000Z');
    expect(addBusinessDays(late, 1)).toEqual(new Date('2026-11-27T06:00:00.000Z'));
  });

  const INSTANTS = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
  const COUNTS = fc.integer({ min: 1, max: 80 });

  test('of n days has exactly n business days in it, the last of which ends it', () => {
    fc.assert(
      fc.property(INSTANTS, COUNTS, (from, days) => {
        const due = addBusinessDays(from, days);
        const last = dayOf(new Date(due.getTime() - 1));
        expect(isBusinessDay(last)).toBe(true);
        expect(due).toEqual(endOf(last));
        let between = 0;
        for (let at = dayOf(from) + 1; at <= last; at += 1) if (isBusinessDay(at)) between += 1;
        expect(between).toBe(days);
        expect(businessDaysUntil(from, due)).toBe(days);
      }),
    );
  });

  test('grows with its days, and n then m days are n + m', () => {
    fc.assert(
      fc.property(INSTANTS, COUNTS, COUNTS, (from, first, second) => {
        const due = addBusinessDays(from, first);
        expect(due.getTime()).toBeGreaterThan(from.getTime());
        expect(addBusinessDays(new Date(due.getTime() - 1), second)).toEqual(addBusinessDays(from, first + second));
      }),
    );
  });

  test('has no days left once it is over', () => {
    fc.assert(
      fc.property(INSTANTS, COUNTS, fc.integer({ min: 0, max: 400 }), (from, days, later) => {
        const due = addBusinessDays(from, days);
        expect(businessDaysUntil(new Date(due.getTime() + later * DAY_MS), due)).toBe(0);
      }),
    );
  });
});
