import { fail, ok, type Result } from '@academy/kernel';
import type { LocalDate } from '../local-date.ts';
import { type Duty, mayTakeDuty } from '../separation-of-duties.ts';
import { standardMajorOf } from '../standard-major.ts';
import { accreditationOn } from './accreditation.ts';
import type { AgreementFacts, EvaluatorFacts, RulerFacts, SubmissionFacts } from './facts.ts';
import type { CasePath, EvaluationPlan } from './phases.ts';
import type { GuardRefusal } from './refusals.ts';

/** Nothing stands in the way, or the first thing that does. */
export type Guarded = Result<undefined, GuardRefusal>;

const PASSED = ok(undefined);

/** The Grupo de Dictamen rules with two persons or more. Source: DOMAIN §4, guard 9. */
export const DICTAMEN_QUORUM = 2;

/** A plan may be agreed: its version is active and the one that is asked about, its evaluator may evaluate on its day, consents and acuse are there. */
export function guardAgreement(plan: EvaluationPlan, facts: AgreementFacts): Guarded {
  if (facts.standard.code !== plan.standardCode)
    return fail({ kind: 'StandardNotPinned', expected: plan.standardCode, came: facts.standard.code });
  if (!facts.standard.isActive) return fail({ kind: 'StandardNotActive', standardCode: plan.standardCode });
  if (plan.dueOn < plan.evaluatesOn) return fail({ kind: 'PlanDaysWrong', evaluatesOn: plan.evaluatesOn, dueOn: plan.dueOn });
  if (facts.excludedEvaluators.includes(plan.evaluatorId))
    return fail({ kind: 'EvaluatorExcluded', evaluatorId: plan.evaluatorId });
  const evaluator = guardEvaluator(plan, facts.evaluator, plan.evaluatesOn);
  if (!evaluator.ok) return evaluator;
  if (facts.missingConsents.length > 0) return fail({ kind: 'ConsentsMissing', purposes: facts.missingConsents });
  return facts.hasAcuse ? PASSED : fail({ kind: 'AcuseMissing' });
}

/** The plan's evaluator may evaluate this candidate on that day: EC0076, a cédula for the standard, separation of duties. */
export function guardEvaluator(plan: EvaluationPlan, facts: EvaluatorFacts, on: LocalDate): Guarded {
  const { evaluatorId } = facts;
  if (evaluatorId !== plan.evaluatorId) return fail({ kind: 'OtherEvaluator', expected: plan.evaluatorId, came: evaluatorId });
  if (!facts.holdsEc0076) return fail({ kind: 'EvaluatorLacksEc0076', evaluatorId });
  const standardMajor = standardMajorOf(plan.standardCode);
  const accreditation = accreditationOn(facts.cedulas, standardMajor, on);
  if (!accreditation.isAccredited) {
    const { validThrough } = accreditation;
    return fail({ kind: 'EvaluatorNotAccredited', evaluatorId, standardMajor, on, validThrough });
  }
  return guardDuty('EVALUATE', { ...facts, personId: evaluatorId, standardMajor });
}

/** Two persons or more rule, each once, and none of them taught or evaluated the candidate. */
export function guardDictamen(rulers: readonly RulerFacts[]): Guarded {
  const present = new Set(rulers.map((ruler) => ruler.personId)).size;
  if (present < DICTAMEN_QUORUM) return fail({ kind: 'QuorumMissing', required: DICTAMEN_QUORUM, present });
  return firstOf(rulers.map((ruler) => guardDuty('RULE', ruler)));
}

/** The person may take this duty in this candidate's case. */
export function guardDuty(duty: Duty, { personId, candidateId, standardMajor, duties, at }: RulerFacts): Guarded {
  const allowed = mayTakeDuty({ duty, personId, candidateId, standardMajor, at }, duties);
  if (allowed.ok) return PASSED;
  const { error } = allowed;
  return error.kind === 'OwnCase' ? fail({ kind: 'OwnCase', personId }) : fail({ ...error, personId });
}

/** A submission may go out, but for the gate, which may open while it waits: paid, CURP and photo usable, no valid certificate of this person and standard. */
export function guardClearance({ fee, curp, photo, validCertificate }: SubmissionFacts): Guarded {
  if (fee.paidCents < fee.dueCents) return fail({ kind: 'FeeUnpaid', ...fee });
  if (curp === 'MISSING' || curp === 'INVALID') return fail({ kind: 'CurpNotUsable', came: curp });
  if (photo === 'MISSING' || photo === 'REJECTED') return fail({ kind: 'PhotoNotUsable', came: photo });
  return validCertificate === null ? PASSED : fail({ kind: 'CertificateStillValid', ...validCertificate });
}

/** The tenant's gate lets the submission out. */
export function guardGate({ gate }: SubmissionFacts): Guarded {
  if (gate === 'CHECKED_BY_CONOCER' || gate.policy === 'ADVISORY' || gate.missed.length === 0) return PASSED;
  return fail({ kind: 'GateFailed', missed: gate.missed });
}

/** Whether a case of this path must have a valid dictamen before it is submitted this way: evaluators' cases always, and all that goes in lots. */
export function needsDictamen(path: CasePath, route: SubmissionFacts['route']): boolean {
  return path !== 'AUTOMATIC_FROM_ASSESSMENT' || route === 'LOT';
}

/** No other case bears the folio. */
export function guardFolio(officialFolio: string, folioOf: string | null): Guarded {
  return folioOf === null ? PASSED : fail({ kind: 'FolioTaken', officialFolio, certificationId: folioOf });
}

function firstOf(all: readonly Guarded[]): Guarded {
  return all.find((one) => !one.ok) ?? PASSED;
}
