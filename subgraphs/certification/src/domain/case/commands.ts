import type { Result } from '@academy/kernel';
import type { EvaluationRefusal } from '../evaluation.ts';
import type { Judgement } from '../judgement.ts';
import type { LocalDate } from '../local-date.ts';
import type { AgreementFacts, EvaluatorFacts, RulerFacts, SubmissionFacts } from './facts.ts';
import type { EvaluationPlan, Hold, HoldReason, MissedCriterion, PlanParty, Readiness } from './phases.ts';

/** What can happen to a case: our own decisions with the facts that they rest on, and news from the authority on one attempt. */
export type CaseCommand =
  | EvaluationCommand
  | DictamenCommand
  | SubmissionCommand
  | InterruptionCommand
  | LifeCommand
  | AuthorityNews;

/** States 1 to 6: centre, evaluator and candidate; on the automatic path the service. */
export type EvaluationCommand =
  | { readonly kind: 'recordDiagnosis'; readonly readiness: Readiness }
  /** Another plan takes the place of the one before, and must be signed anew. */
  | { readonly kind: 'proposePlan'; readonly plan: EvaluationPlan; readonly facts: AgreementFacts }
  | { readonly kind: 'signPlan'; readonly by: PlanParty; readonly plan: EvaluationPlan; readonly facts: AgreementFacts }
  /** `evaluator`: undefined on the automatic path, where the service judges. */
  | { readonly kind: 'beginEvaluation'; readonly evaluator?: EvaluatorFacts; readonly on?: LocalDate }
  /** `iec`: what the rule says of the answers; `override`: why the evaluator judges otherwise, null when she does not. */
  | {
      readonly kind: 'judge';
      readonly isCompetent: boolean;
      readonly iec: Result<Judgement, EvaluationRefusal>;
      readonly override: string | null;
      /** Undefined when the service judges. */
      readonly judgedBy?: string;
    }
  /** `portfolioRoot`: 64 hex digits; null on the automatic path. */
  | { readonly kind: 'deliverResults'; readonly portfolioRoot: string | null };

/** States 7 to 9: verifier, centre, Grupo de Dictamen. */
export type DictamenCommand =
  | { readonly kind: 'verify'; readonly verifier: RulerFacts; readonly portfolioRoot: string | null }
  | { readonly kind: 'addToLot'; readonly lotId: string }
  /** A lot takes members out until it is closed. */
  | { readonly kind: 'removeFromLot'; readonly lotId: string }
  | {
      readonly kind: 'rule';
      readonly lotId: string;
      readonly rulers: readonly RulerFacts[];
      /** Why the judgement does not follow the norm; null when it does. */
      readonly invalidFor: string | null;
    }
  | { readonly kind: 'requireRedo' };

/** State 10 and the hand-over to the authority. */
export type SubmissionCommand =
  | { readonly kind: 'prepareSubmission'; readonly facts: SubmissionFacts }
  /** A person handed the prepared submission over (manual-lot): what conocer tells as news of the other authorities. */
  | { readonly kind: 'submit'; readonly attempt: number; readonly facts: SubmissionFacts };

/** Ends that are not verdicts, and holds. */
export type InterruptionCommand =
  | { readonly kind: 'close' | 'withdraw' | 'resume' }
  | { readonly kind: 'lapse'; readonly on: LocalDate }
  | { readonly kind: 'hold'; readonly heldFor: HoldReason };

/** Later lives of a certificate that was issued. */
export type LifeCommand =
  | { readonly kind: 'deliver' }
  /** `validThrough`: the certificate's last day; null for one that is valid for good. */
  | { readonly kind: 'expire'; readonly validThrough: LocalDate | null; readonly on: LocalDate }
  | { readonly kind: 'reissue'; readonly officialFolio: string; readonly folioOf: string | null }
  | { readonly kind: 'revokeOfficial'; readonly reason: string };

/** What conocer tells of one attempt. News may skip some, come twice, or come late. */
export type AuthorityNews =
  | {
      readonly kind: 'recordHold';
      readonly attempt: number;
      readonly hold: Hold;
      readonly missedCriteria: readonly MissedCriterion[];
    }
  | { readonly kind: 'recordUnknown' | 'recordSent' | 'recordAccepted'; readonly attempt: number }
  /** `folioOf`: another case that bears this folio already; null when none does. */
  | { readonly kind: 'recordIssued'; readonly attempt: number; readonly officialFolio: string; readonly folioOf: string | null }
  | { readonly kind: 'recordRejected'; readonly attempt: number; readonly reason: string; readonly isCorrectable: boolean };

const NEWS: ReadonlySet<CaseCommand['kind']> = new Set<AuthorityNews['kind']>([
  'recordHold',
  'recordUnknown',
  'recordSent',
  'recordAccepted',
  'recordIssued',
  'recordRejected',
]);

/** Whether the command is news of the authority: it has happened, whatever we think of it. */
export function isNews(command: CaseCommand): command is AuthorityNews {
  return NEWS.has(command.kind);
}
