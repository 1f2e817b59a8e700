import type { CasePath, CaseStatus } from './case/phases.ts';

/** What the candidate is told of a step that her case takes. `occasion` tells one from the next of the same topic. */
export type ToldStep = {
  readonly topic:
    | 'certification.submitted'
    | 'certification.results-delivered'
    | 'certification.reopened'
    | 'certification.revoked';
  readonly occasion: string | undefined;
};

type Stepped = {
  readonly status: CaseStatus;
  readonly path: CasePath;
  readonly attempt: number;
  readonly retryOf: string | null;
  readonly redoOf: string | null;
};

/**
 * What the candidate is told when the case comes from `before` (null: it was just opened) to where it is; undefined: nothing, or the saga tells it at its end.
 * Results of the automatic path come with the certificate, and are told with it.
 */
export function toldOf(before: CaseStatus | null, now: Stepped): ToldStep | undefined {
  if (before === null) {
    const isAgain = now.retryOf !== null || now.redoOf !== null;
    return isAgain ? { topic: 'certification.reopened', occasion: 'opened' } : undefined;
  }
  switch (now.status) {
    case 'SUBMITTED':
    case 'IN_PROCESS':
      // From SUBMITTED it only goes on.
      return before === 'SUBMISSION_PREPARED' || before === 'SUBMISSION_UNKNOWN'
        ? { topic: 'certification.submitted', occasion: String(now.attempt) }
        : undefined;
    case 'SUBMISSION_PREPARED':
      return before === 'REJECTED' ? { topic: 'certification.reopened', occasion: String(now.attempt) } : undefined;
    case 'RESULTS_DELIVERED':
      return now.path === 'ACCREDITED_EVALUATOR' && before !== 'ON_HOLD'
        ? { topic: 'certification.results-delivered', occasion: undefined }
        : undefined;
    case 'REVOKED':
      return { topic: 'certification.revoked', occasion: 'official' };
    default:
      return undefined;
  }
}
