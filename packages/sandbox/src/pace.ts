/**
 * What makes a submission move: the number of times its status was asked for (no waiting in a test),
 * or the time since it was received (no need to ask).
 */
export type Pace = { kind: 'polls'; untilVerdict: number } | { kind: 'clock'; processingMs: number };

/** A phase a submission has reached, and the instant it did. */
export type DuePhase = { phase: 'IN_REVIEW' | 'VERDICT'; at: Date };

/**
 * The phases after RECEIVED that are due by now, in order.
 * By polls: the poll number `untilVerdict` meets the verdict, and the later half of those before it meets IN_REVIEW
 * (3: RECEIVED, IN_REVIEW, verdict). By clock: IN_REVIEW after half of `processingMs`, the verdict after all of it,
 * and `at` is the instant it fell due, whenever it is read.
 */
export function phasesDue(pace: Pace, submission: { receivedAt: Date; polls: number }, now: Date): DuePhase[] {
  return pace.kind === 'polls' ? dueByPolls(pace.untilVerdict, submission.polls, now) : dueByClock(pace, submission, now);
}

function dueByPolls(untilVerdict: number, polls: number, now: Date): DuePhase[] {
  const due: DuePhase[] = [];
  if (polls > Math.floor((untilVerdict - 1) / 2)) due.push({ phase: 'IN_REVIEW', at: now });
  if (polls >= untilVerdict) due.push({ phase: 'VERDICT', at: now });
  return due;
}

function dueByClock(pace: { processingMs: number }, submission: { receivedAt: Date }, now: Date): DuePhase[] {
  const phases: DuePhase[] = [
    { phase: 'IN_REVIEW', at: later(submission.receivedAt, pace.processingMs / 2) },
    { phase: 'VERDICT', at: later(submission.receivedAt, pace.processingMs) },
  ];
  return phases.filter((phase) => phase.at <= now);
}

function later(instant: Date, ms: number): Date {
  return new Date(instant.getTime() + ms);
}
