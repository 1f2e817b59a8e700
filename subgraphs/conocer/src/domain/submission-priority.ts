/** Why a submission goes before others of its tenant; NORMAL: it does not. */
export const SUBMISSION_PRIORITIES = ['NORMAL', 'REQUESTED', 'EVALUATION_OLD', 'STANDARD_RETIRED'] as const;

/** An evaluation of so many days ago is urgent: the authority takes 90 days as it is. */
const OLD_AFTER_DAYS = 60;
const DAY_MS = 86_400_000;

/** Calendar day, UTC: evaluations of it and before are old at `now`. */
export function oldEvaluationDay(now: Date): string {
  return new Date(now.getTime() - OLD_AFTER_DAYS * DAY_MS).toISOString().slice(0, 10);
}
