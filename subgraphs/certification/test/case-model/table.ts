import type { CasePath, CaseStatus } from '../../src/domain/case/phases.ts';

/** What somebody does to a case, or the authority tells: a row's first word. */
export type Act = (typeof ROWS)[number][0];

const A = 'AUTOMATIC_FROM_ASSESSMENT';
const E = 'ACCREDITED_EVALUATOR';
const BOTH = [A, E] as const;

/** States that are ours: nothing of the case is with the authority. */
export const OURS = [
  'REGISTERED',
  'DIAGNOSED',
  'PLAN_AGREED',
  'EVALUATING',
  'JUDGED_COMPETENT',
  'RESULTS_DELIVERED',
  'VERIFIED',
  'IN_LOT',
  'RULED_VALID',
  'RULED_INVALID',
  'REDO_REQUIRED',
  'REJECTED',
] as const satisfies readonly CaseStatus[];

/** Ends for good: nothing follows. */
export const ENDS: readonly CaseStatus[] = ['JUDGED_NOT_YET', 'CLOSED', 'WITHDRAWN', 'LAPSED', 'REVOKED'];
/** A certificate and its later lives. */
export const LIVES: readonly CaseStatus[] = ['ISSUED', 'DELIVERED', 'EXPIRED', 'REISSUED', 'REVOKED'];

const PREPARED = ['SUBMISSION_PREPARED'] as const;
const TO_SEND = [...PREPARED, 'SUBMISSION_UNKNOWN'] as const;
const SENT = [...TO_SEND, 'SUBMITTED'] as const;
const WITH_AUTHORITY = [...SENT, 'IN_PROCESS'] as const;
const ANY_PATH = [A, E, 'REVERSAL'] as const;

/**
 * The case's state table of the domain notes (§4) as data: what is done, in which states, to which one it leads (`BACK`: to where it was held), on which
 * paths. The code under test is not written by it. What a row cannot say (signatures, holds, correctable or not) is in `model.ts`.
 */
export const ROWS = [
  ['diagnose', ['REGISTERED'], 'DIAGNOSED', [E]],
  ['propose', ['DIAGNOSED'], 'DIAGNOSED', [E]],
  ['candidateSigns', ['DIAGNOSED'], 'PLAN_AGREED', [E]],
  ['evaluatorSigns', ['DIAGNOSED'], 'PLAN_AGREED', [E]],
  ['serviceBegins', ['REGISTERED'], 'EVALUATING', [A]],
  ['evaluatorBegins', ['PLAN_AGREED'], 'EVALUATING', [E]],
  ['serviceJudges', ['EVALUATING'], 'JUDGED_COMPETENT', [A]],
  ['serviceJudgesNotYet', ['EVALUATING'], 'JUDGED_NOT_YET', [A]],
  ['evaluatorJudges', ['EVALUATING'], 'JUDGED_COMPETENT', [E]],
  ['evaluatorJudgesNotYet', ['EVALUATING'], 'JUDGED_NOT_YET', [E]],
  ['evaluatorOverrides', ['EVALUATING'], 'JUDGED_COMPETENT', [E]],
  ['serviceDelivers', ['JUDGED_COMPETENT'], 'RESULTS_DELIVERED', [A]],
  ['centreDelivers', ['JUDGED_COMPETENT'], 'RESULTS_DELIVERED', BOTH],
  ['verify', ['RESULTS_DELIVERED'], 'VERIFIED', BOTH],
  ['addToLot', ['VERIFIED'], 'IN_LOT', BOTH],
  ['removeFromLot', ['IN_LOT'], 'VERIFIED', BOTH],
  ['ruleValid', ['IN_LOT'], 'RULED_VALID', BOTH],
  ['ruleInvalid', ['IN_LOT'], 'RULED_INVALID', BOTH],
  ['requireRedo', ['RULED_INVALID'], 'REDO_REQUIRED', BOTH],
  ['prepareDirect', ['RESULTS_DELIVERED'], 'SUBMISSION_PREPARED', [A]],
  ['prepareDirect', ['RULED_VALID', 'REJECTED'], 'SUBMISSION_PREPARED', BOTH],
  ['prepareLot', ['RULED_VALID', 'REJECTED'], 'SUBMISSION_PREPARED', BOTH],
  ['submit', PREPARED, 'SUBMITTED', BOTH],
  ['gateHolds', PREPARED, 'SUBMISSION_PREPARED', BOTH],
  ['authorityIsAway', PREPARED, 'SUBMISSION_PREPARED', BOTH],
  ['outcomeUnknown', PREPARED, 'SUBMISSION_UNKNOWN', BOTH],
  ['sent', TO_SEND, 'SUBMITTED', BOTH],
  ['accepted', SENT, 'IN_PROCESS', BOTH],
  ['issued', WITH_AUTHORITY, 'ISSUED', BOTH],
  ['issuedOtherwise', WITH_AUTHORITY, 'ISSUED', BOTH],
  ['rejected', WITH_AUTHORITY, 'REJECTED', BOTH],
  ['rejectedForGood', WITH_AUTHORITY, 'REJECTED', BOTH],
  ['deliver', ['ISSUED', 'REISSUED'], 'DELIVERED', BOTH],
  ['expire', ['ISSUED', 'DELIVERED', 'REISSUED'], 'EXPIRED', BOTH],
  ['reissue', ['ISSUED', 'DELIVERED', 'REISSUED'], 'REISSUED', BOTH],
  ['reissueAnew', ['ISSUED', 'DELIVERED', 'REISSUED'], 'REISSUED', BOTH],
  ['revoke', ['ISSUED', 'DELIVERED', 'REISSUED', 'EXPIRED'], 'REVOKED', BOTH],
  ['lapse', ['PLAN_AGREED', 'EVALUATING'], 'LAPSED', [E]],
  ['withdraw', [...OURS, 'ON_HOLD'], 'WITHDRAWN', ANY_PATH],
  ['close', [...OURS, 'ON_HOLD'], 'CLOSED', ANY_PATH],
  ['holdForDuties', OURS, 'ON_HOLD', ANY_PATH],
  ['holdForArco', OURS, 'ON_HOLD', ANY_PATH],
  ['resume', ['ON_HOLD'], 'BACK', BOTH],
] as const satisfies readonly (readonly [string, readonly CaseStatus[], CaseStatus | 'BACK', readonly CasePath[]])[];

/** What the authority tells: it bears the number of an attempt. */
export const NEWS: ReadonlySet<Act> = new Set<Act>([
  'gateHolds',
  'authorityIsAway',
  'outcomeUnknown',
  'sent',
  'accepted',
  'issued',
  'issuedOtherwise',
  'rejected',
  'rejectedForGood',
]);

export const ACTS: readonly Act[] = [...new Set(ROWS.map(([act]) => act))];
