import type { EvaluationRefusal } from '../evaluation.ts';
import type { Judgement } from '../judgement.ts';
import type { LocalDate } from '../local-date.ts';
import type { DutyFact } from '../separation-of-duties.ts';
import type { CaseCommand } from './commands.ts';
import type { CaseStatus, HoldReason, MissedCriterion, PlanParty } from './phases.ts';

/** A fact that stands in the way: what was expected and what came. */
export type GuardRefusal =
  | { readonly kind: 'StandardNotActive'; readonly standardCode: string }
  | { readonly kind: 'StandardNotPinned'; readonly expected: string; readonly came: string }
  | { readonly kind: 'EvaluatorLacksEc0076'; readonly evaluatorId: string }
  /** `validThrough`: the end of her last cédula for it; null when she has none that began. */
  | {
      readonly kind: 'EvaluatorNotAccredited';
      readonly evaluatorId: string;
      readonly standardMajor: string;
      readonly on: LocalDate;
      readonly validThrough: LocalDate | null;
    }
  | { readonly kind: 'OtherEvaluator'; readonly expected: string | null; readonly came: string | null }
  | { readonly kind: 'EvaluatorExcluded'; readonly evaluatorId: string }
  | { readonly kind: 'DutyConflict'; readonly personId: string; readonly duty: DutyFact['duty']; readonly at: Date }
  | { readonly kind: 'OwnCase'; readonly personId: string }
  | { readonly kind: 'ConsentsMissing'; readonly purposes: readonly string[] }
  | { readonly kind: 'AcuseMissing' }
  | { readonly kind: 'PlanDaysWrong'; readonly evaluatesOn: LocalDate; readonly dueOn: LocalDate }
  | { readonly kind: 'PlanOver'; readonly dueOn: LocalDate; readonly on: LocalDate }
  | { readonly kind: 'PlanStillRuns'; readonly dueOn: LocalDate; readonly on: LocalDate }
  | { readonly kind: 'OtherPlan'; readonly by: PlanParty }
  | { readonly kind: 'NotOfThisPath'; readonly path: string }
  | { readonly kind: 'IecIncomplete'; readonly refusal: EvaluationRefusal }
  | { readonly kind: 'JudgementDiffers'; readonly expected: Judgement['verdict']; readonly came: Judgement['verdict'] }
  | { readonly kind: 'OverrideNotAllowed'; readonly path: string }
  | { readonly kind: 'PortfolioNotSealed'; readonly came: string | null }
  | { readonly kind: 'PortfolioChanged'; readonly expected: string | null; readonly came: string | null }
  | { readonly kind: 'OtherLot'; readonly expected: string; readonly came: string }
  | { readonly kind: 'QuorumMissing'; readonly required: number; readonly present: number }
  | { readonly kind: 'DictamenRequired'; readonly route: 'DIRECT' | 'LOT'; readonly path: string }
  | { readonly kind: 'FeeUnpaid'; readonly dueCents: number; readonly paidCents: number }
  | { readonly kind: 'CurpNotUsable'; readonly came: 'MISSING' | 'INVALID' }
  | { readonly kind: 'PhotoNotUsable'; readonly came: 'MISSING' | 'REJECTED' }
  | { readonly kind: 'CertificateStillValid'; readonly folio: string; readonly validThrough: LocalDate | null }
  | { readonly kind: 'GateFailed'; readonly missed: readonly MissedCriterion[] }
  | { readonly kind: 'FolioTaken'; readonly officialFolio: string; readonly certificationId: string }
  | { readonly kind: 'StillValid'; readonly validThrough: LocalDate | null; readonly on: LocalDate };

/** How the authority's news contradicts a verdict that was reached. It opens a case of its own for a person: nothing that has ended is changed. */
export type Reversal =
  | { readonly kind: 'ISSUED_AFTER_REJECTION' | 'OTHER_FOLIO'; readonly attempt: number; readonly officialFolio: string }
  | { readonly kind: 'REJECTED_AFTER_ISSUE'; readonly attempt: number; readonly reason: string };

/**
 * Why a case stays as it is. `AlreadyKnown`: it is there already. `Overtaken`: it knows more than the news. `OtherAttempt`: the news is of another submission.
 * `Final`: its way has ended. `NotPossible`: this follows the `expected` states only. `OnHold`: a person must decide first. `LateReversal`: see `Reversal`.
 * `Guarded`: a fact stands in the way.
 */
export type StepRefusal =
  | { readonly kind: 'AlreadyKnown' | 'Overtaken' | 'Final' }
  | { readonly kind: 'NotPossible'; readonly expected: readonly CaseStatus[] }
  | { readonly kind: 'OnHold'; readonly heldFor: HoldReason }
  | { readonly kind: 'OtherAttempt'; readonly attempt: number }
  | { readonly kind: 'LateReversal'; readonly reversal: Reversal }
  | { readonly kind: 'Guarded'; readonly guard: GuardRefusal };

/** A refusal with the state that the case is in and the command that came. */
export type CaseRefusal = StepRefusal & { readonly status: CaseStatus; readonly command: CaseCommand['kind'] };
