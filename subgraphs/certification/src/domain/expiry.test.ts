import { describe, expect, test } from 'vitest';
import { expiryReminder } from './expiry.ts';

const END = '2030-03-02';

describe('a certificate that is valid through 2 March 2030', () => {
  test('is told of 90 and 30 days before, at nine in Mexico City', () => {
    expect(expiryReminder(END, '2026-03-02')).toEqual({ due: undefined, next: new Date('2029-12-02T15:00:00Z') });
    expect(expiryReminder(END, '2029-12-02')).toEqual({
      due: { threshold: 90, daysLeft: 90 },
      next: new Date('2030-01-31T15:00:00Z'),
    });
    expect(expiryReminder(END, '2030-01-31')).toEqual({ due: { threshold: 30, daysLeft: 30 }, next: undefined });
  });

  test('and whose end became known late is told of once, with the days that are left', () => {
    expect(expiryReminder(END, '2030-01-01')).toMatchObject({ due: { threshold: 90, daysLeft: 60 } });
    expect(expiryReminder(END, '2030-02-20')).toEqual({ due: { threshold: 30, daysLeft: 10 }, next: undefined });
    expect(expiryReminder(END, END)).toEqual({ due: { threshold: 30, daysLeft: 0 }, next: undefined });
  });

  test('and is over is not told of', () => {
    expect(expiryReminder(END, '2030-03-03')).toEqual({ due: undefined, next: undefined });
  });
});
