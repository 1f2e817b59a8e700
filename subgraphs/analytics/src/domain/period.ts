import { DAY_MS, fail, ok, type Result } from '@academy/kernel';

/** The instants from `from` up to, and without, `until`. */
export type Period = { readonly from: Date; readonly until: Date };

export type PeriodRefusal = { readonly kind: 'PeriodReversed'; readonly message: string };

/** All time, as far as four-digit years reach: days beyond are cut to it, as a database could not compare them. */
const BEGINNING = Date.parse('0001-01-01T00:00:00.000Z');
const END = Date.parse('9999-12-31T23:59:59.999Z');

/** The period of whole UTC days from the first to the last, both counted in (`YYYY-MM-DD`); a missing day leaves that side open. */
export function periodOf(days: {
  from?: string | null | undefined;
  to?: string | null | undefined;
}): Result<Period, PeriodRefusal> {
  const { from, to } = days;
  if (typeof from === 'string' && typeof to === 'string' && from > to) {
    return fail({ kind: 'PeriodReversed', message: `from must not be after to, got ${from} and ${to}.` });
  }
  return ok({
    from: new Date(typeof from === 'string' ? cut(startOf(from)) : BEGINNING),
    until: new Date(typeof to === 'string' ? cut(startOf(to) + DAY_MS) : END),
  });
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}

function cut(instant: number): number {
  return Math.min(Math.max(instant, BEGINNING), END);
}
