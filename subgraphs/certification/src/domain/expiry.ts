import { DAY_MS } from '@academy/kernel';
import type { LocalDate } from './local-date.ts';

/** Days before the last one of a certificate on which its holder is told, in this order. */
const REMINDER_DAYS = [90, 30] as const;

/** Whoever is told is told at nine in the morning of Mexico City, which has had no summer time since 2022. */
const NINE = 'T15:00:00.000Z';

/** What is due of a certificate today. */
export type ExpiryReminder = {
  /** `threshold`: which reminder it is; `daysLeft`: what it says, less than the threshold where the last day became known late. */
  readonly due: { readonly threshold: number; readonly daysLeft: number } | undefined;
  /** When to look again; undefined: there is nothing more to tell. */
  readonly next: Date | undefined;
};

/** What is due today of a certificate that is valid through this day, that day included: of reminders that are late only the last. */
export function expiryReminder(validThrough: LocalDate, today: LocalDate): ExpiryReminder {
  const daysLeft = Math.round((dayOf(validThrough) - dayOf(today)) / DAY_MS);
  const threshold = daysLeft < 0 ? undefined : REMINDER_DAYS.findLast((days) => daysLeft <= days);
  const nextDays = REMINDER_DAYS.find((days) => days < daysLeft);
  return {
    due: threshold === undefined ? undefined : { threshold, daysLeft },
    next: nextDays === undefined ? undefined : new Date(Date.parse(`${validThrough}${NINE}`) - nextDays * DAY_MS),
  };
}

function dayOf(day: LocalDate): number {
  return Date.parse(`${day}T00:00:00Z`);
}
