const DAY_MS = 86_400_000;

/** Days after which it is told that the authority says nothing: it estimates 90 natural days. */
export const SILENCE_DAYS = [60, 80, 90] as const;
export type SilenceDays = (typeof SILENCE_DAYS)[number];

/** What to tell now, if anything, and when to look again; null: never. */
export type Silence = { readonly tell: SilenceDays | null; readonly nextAt: Date | null };

/** Of a submission that the authority has since `sentAt`, and of which `told` days were told last. A silence that was slept through is told once, at its length. */
export function silenceOf(sentAt: Date, told: number | null, now: Date): Silence {
  const at = (days: number) => new Date(sentAt.getTime() + days * DAY_MS);
  const reached = SILENCE_DAYS.filter((days) => at(days) <= now).at(-1);
  const next = SILENCE_DAYS.find((days) => at(days) > now);
  return {
    tell: reached !== undefined && reached > (told ?? 0) ? reached : null,
    nextAt: next === undefined ? null : at(next),
  };
}
