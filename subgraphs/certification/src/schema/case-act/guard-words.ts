import { unreachable } from '@academy/kernel';
import type { GuardRefusal } from '../../domain/case/refusals.ts';
import type { EvaluationRefusal } from '../../domain/evaluation.ts';

const DID = {
  TAUGHT: 'trained',
  EVALUATED: 'evaluates or evaluated',
  RULED: 'verifies or ruled on',
  AUDITED: 'audits or audited what was done for',
} as const;

const BY = { CANDIDATE: 'candidate', EVALUATOR: 'evaluator' } as const;

/** What was expected, what came, and what to do, of a fact that stands in the way: the end of a sentence on the case. */
export function guardWords(guard: GuardRefusal): string {
  switch (guard.kind) {
    case 'StandardNotActive':
      return `the standard ${guard.standardCode} is not in force any more: propose a plan by the version that is.`;
    case 'StandardNotPinned':
      return `its plan is by ${guard.expected}, and the version to evaluate by is ${guard.came} now: propose the plan anew.`;
    case 'EvaluatorLacksEc0076':
      return 'the evaluator must hold EC0076 on the day of the evaluation, and no certificate of hers is on record: ask the certifier to record it.';
    case 'EvaluatorNotAccredited':
      return `the evaluator needs a cédula for ${guard.standardMajor} on ${guard.on}; ${
        guard.validThrough === null ? 'none that began is on record' : `her last one ended on ${guard.validThrough}`
      }: ask the certifier to record the one she has, or name another evaluator.`;
    case 'OtherEvaluator':
      return guard.expected === null
        ? 'it is judged by the service: no evaluator acts on it.'
        : 'its plan names another evaluator: propose the plan anew, or leave it to her.';
    case 'EvaluatorExcluded':
      return 'it redoes an evaluation of this evaluator, so that another must evaluate: assign somebody else.';
    case 'DutyConflict':
      return `the person ${DID[guard.duty]} the candidate for this standard, last on ${dayOf(guard.at)}: somebody else must do it.`;
    case 'OwnCase':
      return 'nobody evaluates, verifies or rules on herself: somebody else must do it.';
    case 'ConsentsMissing':
      return `the candidate has not consented to ${guard.purposes.join(', ')}: she gives it by certificationConsentGive.`;
    case 'AcuseMissing':
      return 'the candidate has not acknowledged RIGHTS_AND_DUTIES: she does so by certificationConsentGive.';
    case 'PlanDaysWrong':
      return `a last day on or after the evaluation was expected: it is on ${guard.evaluatesOn}, the plan ends on ${guard.dueOn}.`;
    case 'PlanOver':
      return `its plan ended on ${guard.dueOn}, and it is ${guard.on}: the candidate requests another certification.`;
    case 'PlanStillRuns':
      return `its plan runs to ${guard.dueOn}, and it is ${guard.on}.`;
    case 'OtherPlan':
      return `the plan that the ${BY[guard.by]} would sign is not the one that is proposed: look again, and sign what stands there.`;
    case 'NotOfThisPath':
      return `this is not done on the path ${guard.path}.`;
    case 'IecIncomplete':
      return iecWords(guard.refusal);
    case 'JudgementDiffers':
      return `the answers say ${guard.expected} by the rule, and ${guard.came} was given: judge by the rule, or say why not (overrideReason).`;
    case 'OverrideNotAllowed':
      return `on the path ${guard.path} the rule judges, and nobody else.`;
    case 'PortfolioNotSealed':
      return 'its portfolio must be sealed first.';
    case 'PortfolioChanged':
      return `its portfolio was sealed as ${guard.expected}, and is ${guard.came} now: it was changed since, and a person must find out how.`;
    case 'OtherLot':
      return `it is in the lot ${guard.expected}, not in ${guard.came}.`;
    case 'QuorumMissing':
      return `${guard.required} persons or more rule, and ${guard.present} did.`;
    case 'DictamenRequired':
      return `before it is submitted (${guard.route}, ${guard.path}) a dictamen must rule it valid.`;
    case 'FeeUnpaid':
      return `its fee is MXN ${pesos(guard.dueCents)}, and MXN ${pesos(guard.paidCents)} were paid.`;
    case 'CurpNotUsable':
      return `the candidate’s CURP is ${guard.came}: she corrects it in her profile.`;
    case 'PhotoNotUsable':
      return `the candidate’s photograph is ${guard.came}: she sends another.`;
    case 'CertificateStillValid':
      return `the candidate has a valid certificate for this standard, ${guard.folio}${
        guard.validThrough === null ? '' : `, to ${guard.validThrough}`
      }.`;
    case 'GateFailed':
      return `the course misses ${guard.missed.map(({ criterion }) => criterion).join(', ')} of the tenant’s gate.`;
    case 'FolioTaken':
      return `the folio ${guard.officialFolio} is that of another certification.`;
    case 'StillValid':
      return `its certificate is valid ${guard.validThrough === null ? 'for good' : `to ${guard.validThrough}`}, and it is ${guard.on}.`;
    default:
      return unreachable(guard);
  }
}

function iecWords(refusal: EvaluationRefusal): string {
  switch (refusal.kind) {
    case 'NoReactivos':
      return 'its instrument has no reactivos to judge by.';
    case 'UnansweredReactivos':
      return `every reactivo must be answered first; missing: ${some(refusal.reactivoIds)}.`;
    case 'UnknownReactivos':
      return `its instrument has no such reactivos: ${some(refusal.reactivoIds)}.`;
    case 'DuplicateReactivoAnswers':
      return `each reactivo is answered once; more than once: ${some(refusal.reactivoIds)}.`;
    default:
      return unreachable(refusal);
  }
}

/** The first ten, and how many more. */
function some(ids: readonly string[]): string {
  const more = ids.length - 10;
  return `${ids.slice(0, 10).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** An answer that was stored with its key has an instant as text. */
function dayOf(at: Date): string {
  return new Date(at).toISOString().slice(0, 10);
}

function pesos(cents: number): string {
  return (cents / 100).toFixed(2);
}
