import { createResumeTokens } from '@academy/gateway/resume-token';
import { DAY_MS, type Principal } from '@academy/kernel';
import type { SigningKey } from '@academy/platform/access';

const FIELD = 'certificationStatusChanged';
const FAR_AHEAD = 1_000_000;

/** Whose watch of what a token is of. */
export type Watched = { readonly principal: Principal; readonly certificationId: string };

/**
 * The corpus' resume tokens, under the gateway's own signature: only so do they reach what decides about places. `old`: of an entry that the log does not hold any
 * more, as after a restore from a backup. `future`: of one that has yet to come. `B`: a good one, of the other tenant's watch.
 */
export function resumeTokens(of: {
  keys: readonly SigningKey[];
  A: Watched;
  B: Watched;
  openedAt: Date;
}): Readonly<Record<'old' | 'future' | 'B', string>> {
  const tokens = createResumeTokens(of.keys);
  const issue = ({ principal, certificationId }: Watched, number: number, epoch: number) =>
    tokens.issue({ principal, field: FIELD, argumentsJson: JSON.stringify({ certificationId }) }, { number, epoch });
  const nowMs = of.openedAt.getTime();
  return { old: issue(of.A, 1, nowMs - DAY_MS), future: issue(of.A, FAR_AHEAD, nowMs), B: issue(of.B, 1, nowMs) };
}
