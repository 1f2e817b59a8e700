import { DAY_MS, HOUR_MS } from '@academy/kernel';

// Days are numbers of days since 1970-01-01 in central Mexico, which has kept UTC-6 all year since October 2022 (Ley de los Husos Horarios).
const OFFSET_MS = 6 * HOUR_MS;

/** A calendar day in central Mexico: days since 1970-01-01. */
export type Day = number;

/** The day that it is in central Mexico at an instant. */
export function dayOf(instant: Date): Day {
  return Math.floor((instant.getTime() - OFFSET_MS) / DAY_MS);
}

/** The instant at which the day ends. */
export function endOf(day: Day): Date {
  return new Date((day + 1) * DAY_MS + OFFSET_MS);
}

/**
 * Whether the day is one on which a term of the law runs: neither Saturday nor Sunday, nor a day of compulsory rest of the Ley Federal del Trabajo, article 74 (as
 * reformed in 2024). Its last part, days of elections, are Sundays, and local ones are not counted.
 */
export function isBusinessDay(day: Day): boolean {
  const date = new Date(day * DAY_MS);
  const weekday = date.getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  return !isRestDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), weekday);
}

/** The end of the n-th business day after the day of an instant: the day itself does not count. */
export function addBusinessDays(from: Date, days: number): Date {
  let day = dayOf(from);
  for (let left = days; left > 0; ) {
    day += 1;
    if (isBusinessDay(day)) left -= 1;
  }
  return endOf(day);
}

/** Business days after today until a term's end, its last day included; 0 on that day and afterwards. */
export function businessDaysUntil(now: Date, dueAt: Date): number {
  const last = dayOf(new Date(dueAt.getTime() - 1));
  let count = 0;
  for (let day = dayOf(now) + 1; day <= last; day += 1) if (isBusinessDay(day)) count += 1;
  return count;
}

const MONDAY = 1;

function isRestDay(year: number, month: number, date: number, weekday: number): boolean {
  /** The number of this Monday in its month. */
  const monday = weekday === MONDAY ? Math.ceil(date / 7) : undefined;
  switch (month) {
    case 1:
      return date === 1;
    case 2:
      return monday === 1;
    case 3:
      return monday === 3;
    case 5:
      return date === 1;
    case 9:
      return date === 16;
    case 10:
      // When the federal executive changes: 2024, 2030, …
      return date === 1 && year >= 2024 && (year - 2024) % 6 === 0;
    case 11:
      return monday === 3;
    case 12:
      // Until the reform of 2024 it changed on the first of December.
      return date === 25 || (date === 1 && year < 2024 && (year - 2018) % 6 === 0);
    default:
      return false;
  }
}
