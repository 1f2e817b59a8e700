import { fail, ok, type Result, unreachable } from '@academy/kernel';

/** States of a case on the path AUTOMATIC_FROM_ASSESSMENT, in their usual order. */
export const CASE_STATUSES = [
  'REGISTERED',
  'EVALUATING',
  'JUDGED_COMPETENT',
  'JUDGED_NOT_YET',
  'RESULTS_DELIVERED',
  'SUBMISSION_PREPARED',
  'SUBMISSION_UNKNOWN',
  'SUBMITTED',
  'IN_PROCESS',
  'ISSUED',
  'REJECTED',
  'CLOSED',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** Why a case waits in SUBMISSION_PREPARED. */
export type Hold = 'SOLARPUNK_COMPLIANCE' | 'AUTHORITY_UNAVAILABLE';

/** A threshold that the course misses; scores are 0 to 100, null when there is too little evidence. */
export type MissedCriterion = {
  readonly criterion: 'SUSTAINABILITY' | 'SOCIAL_JUSTICE';
  readonly required: number;
  readonly scored: number | null;
  readonly reason: 'BELOW_THRESHOLD' | 'INSUFFICIENT_EVIDENCE';
};

/**
 * A case by phase. `attempt` counts submissions from 1. A case of a course without a standard ends when its results are delivered.
 * A rejection that is correctable leads to the next attempt; any other is closed.
 */
export type Case =
  | { readonly status: 'REGISTERED' | 'EVALUATING' | 'JUDGED_COMPETENT' | 'RESULTS_DELIVERED'; readonly hasStandard: boolean }
  | { readonly status: 'JUDGED_NOT_YET' }
  | {
      readonly status: 'SUBMISSION_PREPARED';
      readonly attempt: number;
      readonly hold: Hold | null;
      readonly missedCriteria: readonly MissedCriterion[];
    }
  | { readonly status: 'SUBMISSION_UNKNOWN' | 'SUBMITTED' | 'IN_PROCESS'; readonly attempt: number }
  | { readonly status: 'ISSUED'; readonly attempt: number; readonly officialFolio: string }
  | { readonly status: 'REJECTED'; readonly attempt: number; readonly reason: string; readonly isCorrectable: boolean }
  | { readonly status: 'CLOSED'; readonly attempt: number; readonly reason: string | null };

/** What can happen to a case: our own decisions, and news from the authority on one attempt. */
export type CaseCommand =
  | { readonly kind: 'beginEvaluation' }
  | { readonly kind: 'judge'; readonly isCompetent: boolean }
  | { readonly kind: 'deliverResults' }
  | { readonly kind: 'prepareSubmission' }
  | { readonly kind: 'close' }
  | AuthorityNews;

/** What conocer tells of one attempt. News may skip some, come twice, or come late. */
export type AuthorityNews =
  | {
      readonly kind: 'recordHold';
      readonly attempt: number;
      readonly hold: Hold;
      readonly missedCriteria: readonly MissedCriterion[];
    }
  | { readonly kind: 'recordUnknown' | 'recordSent' | 'recordAccepted'; readonly attempt: number }
  | { readonly kind: 'recordIssued'; readonly attempt: number; readonly officialFolio: string }
  | { readonly kind: 'recordRejected'; readonly attempt: number; readonly reason: string; readonly isCorrectable: boolean };

/** A step of a case from one phase to the next; both have the same status when only the hold changes. */
export type Transition = { readonly previous: Case; readonly next: Case };

/**
 * Why a case stays as it is. `AlreadyKnown`: it is there already. `Overtaken`: it knows more than the news. `OtherAttempt`: the news is of another submission.
 * `Final`: its way has ended. `NotPossible`: this cannot follow.
 */
export type CaseRefusal =
  | {
      readonly kind: 'AlreadyKnown' | 'Overtaken' | 'Final' | 'NotPossible';
      readonly status: CaseStatus;
      readonly command: CaseCommand['kind'];
    }
  | {
      readonly kind: 'OtherAttempt';
      readonly status: CaseStatus;
      readonly command: CaseCommand['kind'];
      readonly attempt: number;
    };

/** True while something may still happen to the case on its way: it blocks a second case for the same standard. */
export function isOpen(current: Case): boolean {
  switch (current.status) {
    case 'JUDGED_NOT_YET':
    case 'ISSUED':
    case 'CLOSED':
      return false;
    case 'RESULTS_DELIVERED':
      return current.hasStandard;
    default:
      return true;
  }
}

/**
 * What a command makes of a case, or why the case stays as it is. The only place that knows which state follows which.
 * Source of states and order: the case's state table of the domain notes, path AUTOMATIC_FROM_ASSESSMENT.
 */
export function transition(current: Case, command: CaseCommand): Result<Transition, CaseRefusal> {
  const refuse = (kind: 'AlreadyKnown' | 'Overtaken' | 'Final' | 'NotPossible') =>
    fail<CaseRefusal>({ kind, status: current.status, command: command.kind });
  const follow = (next: Case) => ok<Transition>({ previous: current, next });
  if (!isOpen(current))
    return refuse(isKnown(current, command) ? 'AlreadyKnown' : isLate(current, command) ? 'Overtaken' : 'Final');
  switch (command.kind) {
    case 'beginEvaluation':
      return current.status === 'REGISTERED' ? follow({ ...current, status: 'EVALUATING' }) : refuse('NotPossible');
    case 'judge':
      if (current.status !== 'EVALUATING') return refuse('NotPossible');
      return follow(command.isCompetent ? { ...current, status: 'JUDGED_COMPETENT' } : { status: 'JUDGED_NOT_YET' });
    case 'deliverResults':
      return current.status === 'JUDGED_COMPETENT' ? follow({ ...current, status: 'RESULTS_DELIVERED' }) : refuse('NotPossible');
    case 'prepareSubmission': {
      const attempt = nextAttempt(current);
      return attempt === undefined
        ? refuse('NotPossible')
        : follow({ status: 'SUBMISSION_PREPARED', attempt, hold: null, missedCriteria: [] });
    }
    case 'close':
      return canClose(current)
        ? follow({ status: 'CLOSED', attempt: attemptOf(current), reason: current.status === 'REJECTED' ? current.reason : null })
        : refuse('NotPossible');
    default:
      return take(current, command, refuse, follow);
  }
}

/** How far the authority's handling of an attempt has come; undefined for a case that it knows nothing of. */
function progressOf(current: Case): number | undefined {
  switch (current.status) {
    case 'SUBMISSION_PREPARED':
      return 0;
    case 'SUBMISSION_UNKNOWN':
      return 1;
    case 'SUBMITTED':
      return 2;
    case 'IN_PROCESS':
      return 3;
    case 'ISSUED':
    case 'REJECTED':
      return 4;
    default:
      return undefined;
  }
}

/** Where the news leads, on the same scale. */
const NEWS_PROGRESS = {
  recordHold: 0,
  recordUnknown: 1,
  recordSent: 2,
  recordAccepted: 3,
  recordIssued: 4,
  recordRejected: 4,
} as const;

function take(
  current: Case,
  news: AuthorityNews,
  refuse: (kind: 'AlreadyKnown' | 'Overtaken' | 'NotPossible') => Result<Transition, CaseRefusal>,
  follow: (next: Case) => Result<Transition, CaseRefusal>,
): Result<Transition, CaseRefusal> {
  const progress = progressOf(current);
  if (progress === undefined) return refuse('NotPossible');
  const attempt = attemptOf(current);
  if (news.attempt !== attempt) return fail({ kind: 'OtherAttempt', status: current.status, command: news.kind, attempt });
  if (isKnown(current, news)) return refuse('AlreadyKnown');
  if (progress > NEWS_PROGRESS[news.kind]) return refuse('Overtaken');
  if (current.status === 'REJECTED') return refuse('NotPossible');
  switch (news.kind) {
    case 'recordHold':
      return follow({ status: 'SUBMISSION_PREPARED', attempt, hold: news.hold, missedCriteria: news.missedCriteria });
    case 'recordUnknown':
      return follow({ status: 'SUBMISSION_UNKNOWN', attempt });
    case 'recordSent':
      return follow({ status: 'SUBMITTED', attempt });
    case 'recordAccepted':
      return follow({ status: 'IN_PROCESS', attempt });
    case 'recordIssued':
      return follow({ status: 'ISSUED', attempt, officialFolio: news.officialFolio });
    case 'recordRejected':
      return follow({ status: 'REJECTED', attempt, reason: news.reason, isCorrectable: news.isCorrectable });
    default:
      return unreachable(news);
  }
}

/** Whether the command is news of the way to a verdict that has been reached. */
function isLate(current: Case, command: CaseCommand): boolean {
  const progress = progressOf(current);
  return (
    progress !== undefined &&
    'attempt' in command &&
    command.attempt === attemptOf(current) &&
    NEWS_PROGRESS[command.kind] < progress
  );
}

/** Whether the case bears what the command tells already. */
function isKnown(current: Case, command: CaseCommand): boolean {
  switch (command.kind) {
    case 'recordHold':
      return (
        current.status === 'SUBMISSION_PREPARED' &&
        current.hold === command.hold &&
        JSON.stringify(current.missedCriteria.map(criterionKey)) === JSON.stringify(command.missedCriteria.map(criterionKey))
      );
    case 'recordUnknown':
      return current.status === 'SUBMISSION_UNKNOWN' && current.attempt === command.attempt;
    case 'recordSent':
      return current.status === 'SUBMITTED' && current.attempt === command.attempt;
    case 'recordAccepted':
      return current.status === 'IN_PROCESS' && current.attempt === command.attempt;
    case 'recordIssued':
      return (
        current.status === 'ISSUED' && current.attempt === command.attempt && current.officialFolio === command.officialFolio
      );
    case 'recordRejected':
      return (
        (current.status === 'REJECTED' &&
          current.attempt === command.attempt &&
          current.isCorrectable === command.isCorrectable) ||
        (current.status === 'CLOSED' && current.attempt === command.attempt && current.reason === command.reason)
      );
    case 'close':
      return current.status === 'CLOSED';
    default:
      return false;
  }
}

/** A criterion as a list in fixed order: what is stored may come back with its keys in another. */
function criterionKey({ criterion, required, scored, reason }: MissedCriterion) {
  return [criterion, required, scored, reason];
}

function nextAttempt(current: Case): number | undefined {
  if (current.status === 'RESULTS_DELIVERED') return current.hasStandard ? 1 : undefined;
  return current.status === 'REJECTED' && current.isCorrectable ? current.attempt + 1 : undefined;
}

/** A case may end without a certificate before anything was prepared for the authority, and after it said no. */
function canClose(current: Case): boolean {
  return progressOf(current) === undefined || current.status === 'REJECTED';
}

/** Number of the newest submission; 0 before the first. */
export function attemptOf(current: Case): number {
  return 'attempt' in current ? current.attempt : 0;
}
