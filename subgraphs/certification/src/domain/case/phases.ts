/** States of a case, in their usual order; the same words as in the graph, the tables and the events. */
export const CASE_STATUSES = [
  'REGISTERED',
  'DIAGNOSED',
  'PLAN_AGREED',
  'EVALUATING',
  'JUDGED_COMPETENT',
  'JUDGED_NOT_YET',
  'RESULTS_DELIVERED',
  'VERIFIED',
  'IN_LOT',
  'RULED_VALID',
  'RULED_INVALID',
  'REDO_REQUIRED',
  'SUBMISSION_PREPARED',
  'SUBMISSION_UNKNOWN',
  'SUBMITTED',
  'IN_PROCESS',
  'ISSUED',
  'REJECTED',
  'CLOSED',
  'DELIVERED',
  'EXPIRED',
  'REISSUED',
  'REVOKED',
  'WITHDRAWN',
  'LAPSED',
  'ON_HOLD',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/**
 * Who judges, fixed when the case is opened. `REVERSAL` is no way to a certificate: such a case holds what the authority told of a case that had
 * ended, until a person has decided what becomes of it.
 */
export const CASE_PATHS = ['AUTOMATIC_FROM_ASSESSMENT', 'ACCREDITED_EVALUATOR', 'REVERSAL'] as const;
export type CasePath = (typeof CASE_PATHS)[number];

/** Result of the diagnosis (Bajas, Medias, Altas); the candidate decides what she makes of it. */
export const READINESS = ['LOW', 'MEDIUM', 'HIGH'] as const;
export type Readiness = (typeof READINESS)[number];

export const PLAN_PARTIES = ['CANDIDATE', 'EVALUATOR'] as const;
export type PlanParty = (typeof PLAN_PARTIES)[number];

/** Why a person must decide before the case goes on. */
export const HOLD_REASONS = ['SEPARATION_OF_DUTIES', 'ARCO', 'LATE_REVERSAL'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** Why a case waits in SUBMISSION_PREPARED. */
export const SUBMISSION_HOLDS = ['SOLARPUNK_COMPLIANCE', 'AUTHORITY_UNAVAILABLE'] as const;
export type Hold = (typeof SUBMISSION_HOLDS)[number];

/** A threshold that the course misses; scores are 0 to 100, null when there is too little evidence. */
export type MissedCriterion = {
  readonly criterion: 'SUSTAINABILITY' | 'SOCIAL_JUSTICE';
  readonly required: number;
  readonly scored: number | null;
  readonly reason: 'BELOW_THRESHOLD' | 'INSUFFICIENT_EVIDENCE';
};

/** The plan de evaluación: who evaluates, by which version of the standard (pinned), on which day, and the last day of the plan. Days in Mexico City. */
export type EvaluationPlan = {
  readonly evaluatorId: string;
  readonly standardCode: string;
  readonly evaluatesOn: string;
  readonly dueOn: string;
};

/** What a case has on all of its way to a submission. A course without a standard leads to no submission. */
type OnTheWay = { readonly path: CasePath; readonly hasStandard: boolean };
/** The plan that both signed; null on the automatic path. */
type Planned = OnTheWay & { readonly plan: EvaluationPlan | null };

/** What a person may hold, or the candidate may withdraw: nothing of it is with the authority. `attempt` counts submissions from 1; 0 before the first. */
export type OwnPhase =
  | (OnTheWay & { readonly status: 'REGISTERED' })
  | (OnTheWay & {
      readonly status: 'DIAGNOSED';
      readonly readiness: Readiness;
      /** The plan as proposed, and who has signed this one so far: never both, for then it is agreed. */
      readonly plan: EvaluationPlan | null;
      readonly signedBy: readonly PlanParty[];
    })
  | (OnTheWay & { readonly status: 'PLAN_AGREED'; readonly plan: EvaluationPlan })
  | (Planned & { readonly status: 'EVALUATING' | 'JUDGED_COMPETENT' })
  /** `portfolioRoot`: Merkle root (SHA-256, hex) of the sealed portfolio; null on the automatic path. */
  | (Planned & { readonly status: 'RESULTS_DELIVERED' | 'VERIFIED'; readonly portfolioRoot: string | null })
  | (Planned & { readonly status: 'IN_LOT' | 'RULED_VALID'; readonly portfolioRoot: string | null; readonly lotId: string })
  | (Planned & { readonly status: 'RULED_INVALID' | 'REDO_REQUIRED'; readonly lotId: string; readonly reason: string })
  | { readonly status: 'REJECTED'; readonly attempt: number; readonly reason: string; readonly isCorrectable: boolean };

/** What the authority has, or may have. */
export type SubmissionPhase =
  | {
      readonly status: 'SUBMISSION_PREPARED';
      readonly attempt: number;
      readonly hold: Hold | null;
      readonly missedCriteria: readonly MissedCriterion[];
    }
  | { readonly status: 'SUBMISSION_UNKNOWN' | 'SUBMITTED' | 'IN_PROCESS'; readonly attempt: number };

/** A certificate that CONOCER issued and its later lives. `officialFolio` is that of the verdict and never changes; a reposición bears another. */
export type CertifiedPhase = {
  readonly status: 'ISSUED' | 'DELIVERED' | 'EXPIRED' | 'REISSUED' | 'REVOKED';
  readonly attempt: number;
  readonly officialFolio: string;
  readonly reissuedFolio: string | null;
  /** Why it was revoked; null otherwise. */
  readonly reason: string | null;
};

/** The other ends. `reason` of CLOSED: that of the authority's rejection; null when the case was taken back before. */
export type EndedPhase =
  | { readonly status: 'JUDGED_NOT_YET' }
  | { readonly status: 'CLOSED'; readonly attempt: number; readonly reason: string | null }
  | { readonly status: 'WITHDRAWN' | 'LAPSED'; readonly attempt: number };

/** Waits for a person; goes back to where it was. */
export type HeldPhase = { readonly status: 'ON_HOLD'; readonly heldFor: HoldReason; readonly before: OwnPhase };

/** A case by phase: each holds only what exists then. */
export type Case = OwnPhase | SubmissionPhase | CertifiedPhase | EndedPhase | HeldPhase;

/** Number of the newest submission; 0 before the first. */
export function attemptOf(current: Case): number {
  if (current.status === 'ON_HOLD') return attemptOf(current.before);
  return 'attempt' in current ? current.attempt : 0;
}

/** True while something may still happen to the case on its way to a verdict: it blocks a second case for the same standard. */
export function isOpen(current: Case): boolean {
  switch (current.status) {
    case 'JUDGED_NOT_YET':
    case 'CLOSED':
    case 'WITHDRAWN':
    case 'LAPSED':
      return false;
    case 'RESULTS_DELIVERED':
      return current.hasStandard;
    default:
      return !isCertified(current);
  }
}

/** Whether CONOCER issued a certificate: the verdict stands, and only later lives follow. */
export function isCertified(current: Case): current is CertifiedPhase {
  return 'officialFolio' in current;
}

/** Whether nothing of the case is with the authority, so that it is ours to hold, close or withdraw. */
export function isOurs(current: Case): current is OwnPhase {
  return isOpen(current) && !('hold' in current) && !isWithAuthority(current) && current.status !== 'ON_HOLD';
}

function isWithAuthority({ status }: Case): boolean {
  return status === 'SUBMISSION_UNKNOWN' || status === 'SUBMITTED' || status === 'IN_PROCESS';
}
