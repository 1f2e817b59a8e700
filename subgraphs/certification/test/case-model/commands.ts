import { fail, ok } from '@academy/kernel';
import { DIRECT_SUBMISSION } from '../../src/domain/case/automatic.ts';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import type { AgreementFacts, EvaluatorFacts, RulerFacts, SubmissionFacts } from '../../src/domain/case/facts.ts';
import type { EvaluationPlan } from '../../src/domain/case/phases.ts';
import type { GuardRefusal } from '../../src/domain/case/refusals.ts';
import type { Act } from './table.ts';

const AT = new Date('2026-05-10T16:00:00Z');
export const ROOT = 'a'.repeat(64);
const LOT = '00000000-0000-4000-8000-000000000001';

export const PLAN: EvaluationPlan = {
  evaluatorId: 'bruno',
  standardCode: 'EC0325.01',
  evaluatesOn: '2026-05-20',
  dueOn: '2026-06-30',
};
const EVALUATOR: EvaluatorFacts = {
  evaluatorId: 'bruno',
  holdsEc0076: true,
  cedulas: [{ standardMajor: 'EC0325', issuedOn: '2025-09-01' }],
  candidateId: 'alice',
  duties: [],
  at: AT,
};
const AGREEMENT: AgreementFacts = {
  standard: { code: 'EC0325.01', isActive: true },
  evaluator: EVALUATOR,
  missingConsents: [],
  hasAcuse: true,
  excludedEvaluators: [],
};
const LOT_SUBMISSION: SubmissionFacts = {
  route: 'LOT',
  fee: { dueCents: 139_900, paidCents: 139_900 },
  curp: 'VALID',
  photo: 'ACCEPTED',
  validCertificate: null,
  gate: { policy: 'GATE', missed: [] },
};
const MISSED = { criterion: 'SUSTAINABILITY', required: 70, scored: 10, reason: 'BELOW_THRESHOLD' } as const;
const COMPETENT = ok({ verdict: 'COMPETENTE', score: 100, minimumScore: 99.62 } as const);
const NOT_YET = ok({ verdict: 'TODAVIA_NO_COMPETENTE', score: 80, minimumScore: 99.62, reasons: [] } as const);

const ruler = (personId: string, duty?: 'TAUGHT' | 'EVALUATED'): RulerFacts => ({
  personId,
  candidateId: 'alice',
  standardMajor: 'EC0325',
  duties:
    duty === undefined ? [] : [{ personId, candidateId: 'alice', standardMajor: 'EC0325', duty, at: new Date('2026-01-10') }],
  at: AT,
});
const RULERS = [ruler('rita'), ruler('raul')];
const verify = (verifier: RulerFacts, portfolioRoot: string | null): CaseCommand => ({ kind: 'verify', verifier, portfolioRoot });
const rule = (rulers: readonly RulerFacts[], invalidFor: string | null, lotId = LOT): CaseCommand => ({
  kind: 'rule',
  lotId,
  rulers,
  invalidFor,
});
const judge = (more: Partial<CaseCommand & { kind: 'judge' }>): CaseCommand => ({
  kind: 'judge',
  isCompetent: true,
  iec: COMPETENT,
  override: null,
  ...more,
});
const begin = (more: Partial<EvaluatorFacts>, on = '2026-05-20'): CaseCommand => ({
  kind: 'beginEvaluation',
  evaluator: { ...EVALUATOR, ...more },
  on,
});
const prepare = (more: Partial<SubmissionFacts>): CaseCommand => ({
  kind: 'prepareSubmission',
  facts: { ...LOT_SUBMISSION, ...more },
});
const propose = (more: Partial<AgreementFacts>, plan: Partial<EvaluationPlan> = {}): CaseCommand => ({
  kind: 'proposePlan',
  plan: { ...PLAN, ...plan },
  facts: { ...AGREEMENT, ...more },
});
const byEvaluator = { judgedBy: 'bruno' };
const UNANSWERED = fail({ kind: 'UnansweredReactivos', reactivoIds: ['R1'] } as const);
const taughtHer = EVALUATOR.duties.concat(ruler('bruno', 'TAUGHT').duties);

/** What an act needs to know of the case to be well done. */
export type Situation = { readonly attempt: number; readonly portfolioRoot: string | null };

/** The act, well done. */
export function wellDone(act: Act, situation: Situation): CaseCommand {
  return onceFor(WELL, situation, allWellDone)[act];
}

const WELL = new Map<string, Record<Act, CaseCommand>>();

/** A play asks for thousands of acts in few situations. */
function onceFor<T>(known: Map<string, T>, situation: Situation, build: (situation: Situation) => T): T {
  const key = `${situation.attempt} ${situation.portfolioRoot}`;
  const built = known.get(key) ?? build(situation);
  known.set(key, built);
  return built;
}

function allWellDone({ attempt, portfolioRoot }: Situation): Record<Act, CaseCommand> {
  const signed = { kind: 'signPlan', plan: PLAN, facts: AGREEMENT } as const;
  return {
    diagnose: { kind: 'recordDiagnosis', readiness: 'MEDIUM' },
    propose: propose({}),
    candidateSigns: { ...signed, by: 'CANDIDATE' },
    evaluatorSigns: { ...signed, by: 'EVALUATOR' },
    serviceBegins: { kind: 'beginEvaluation' },
    evaluatorBegins: begin({}),
    serviceJudges: judge({}),
    serviceJudgesNotYet: judge({ isCompetent: false, iec: NOT_YET }),
    evaluatorJudges: judge(byEvaluator),
    evaluatorJudgesNotYet: judge({ ...byEvaluator, isCompetent: false, iec: NOT_YET }),
    evaluatorOverrides: judge({ ...byEvaluator, iec: NOT_YET, override: 'La pregunta 7 tenía un error de impresión.' }),
    serviceDelivers: { kind: 'deliverResults', portfolioRoot: null },
    centreDelivers: { kind: 'deliverResults', portfolioRoot: ROOT },
    verify: verify(ruler('vera'), portfolioRoot),
    addToLot: { kind: 'addToLot', lotId: LOT },
    removeFromLot: { kind: 'removeFromLot', lotId: LOT },
    ruleValid: rule(RULERS, null),
    ruleInvalid: rule(RULERS, 'Falta la firma del plan.'),
    requireRedo: { kind: 'requireRedo' },
    prepareDirect: { kind: 'prepareSubmission', facts: DIRECT_SUBMISSION },
    prepareLot: prepare({}),
    submit: { kind: 'submit', attempt, facts: LOT_SUBMISSION },
    gateHolds: { kind: 'recordHold', attempt, hold: 'SOLARPUNK_COMPLIANCE', missedCriteria: [MISSED] },
    authorityIsAway: { kind: 'recordHold', attempt, hold: 'AUTHORITY_UNAVAILABLE', missedCriteria: [] },
    outcomeUnknown: { kind: 'recordUnknown', attempt },
    sent: { kind: 'recordSent', attempt },
    accepted: { kind: 'recordAccepted', attempt },
    issued: { kind: 'recordIssued', attempt, officialFolio: 'F-1', folioOf: null },
    issuedOtherwise: { kind: 'recordIssued', attempt, officialFolio: 'F-2', folioOf: null },
    rejected: { kind: 'recordRejected', attempt, reason: 'La fotografía no cumple.', isCorrectable: true },
    rejectedForGood: { kind: 'recordRejected', attempt, reason: 'Certificado vigente.', isCorrectable: false },
    deliver: { kind: 'deliver' },
    expire: { kind: 'expire', validThrough: '2030-05-31', on: '2030-06-01' },
    reissue: { kind: 'reissue', officialFolio: 'R-1', folioOf: null },
    reissueAnew: { kind: 'reissue', officialFolio: 'R-2', folioOf: null },
    revoke: { kind: 'revokeOfficial', reason: 'Queja fundada' },
    lapse: { kind: 'lapse', on: '2026-07-01' },
    withdraw: { kind: 'withdraw' },
    close: { kind: 'close' },
    holdForDuties: { kind: 'hold', heldFor: 'SEPARATION_OF_DUTIES' },
    holdForArco: { kind: 'hold', heldFor: 'ARCO' },
    resume: { kind: 'resume' },
  };
}

type Flaw = readonly [CaseCommand, GuardRefusal['kind']];

/** The act, done each wrong way that there is, with what must be said of it. Empty where no fact can stand in the way. */
export function badlyDone(act: Act, situation: Situation): readonly Flaw[] {
  return onceFor(BADLY, situation, allBadlyDone)[act] ?? [];
}

const BADLY = new Map<string, Partial<Record<Act, readonly Flaw[]>>>();

function allBadlyDone({ attempt, portfolioRoot }: Situation): Partial<Record<Act, readonly Flaw[]>> {
  const sign = (by: 'CANDIDATE' | 'EVALUATOR'): readonly Flaw[] => [
    [{ kind: 'signPlan', by, plan: { ...PLAN, dueOn: '2026-07-31' }, facts: AGREEMENT }, 'OtherPlan'],
    [{ kind: 'signPlan', by, plan: PLAN, facts: { ...AGREEMENT, hasAcuse: false } }, 'AcuseMissing'],
  ];
  const dictamen = (invalidFor: string | null): readonly Flaw[] => [
    [rule([ruler('rita')], invalidFor), 'QuorumMissing'],
    [rule([ruler('rita'), ruler('rita')], invalidFor), 'QuorumMissing'],
    [rule([...RULERS, ruler('ines', 'TAUGHT')], invalidFor), 'DutyConflict'],
    [rule([...RULERS, ruler('bruno', 'EVALUATED')], invalidFor), 'DutyConflict'],
    [rule([...RULERS, ruler('alice')], invalidFor), 'OwnCase'],
    [rule(RULERS, invalidFor, 'another lot'), 'OtherLot'],
  ];
  const clearance: readonly (readonly [Partial<SubmissionFacts>, GuardRefusal['kind']])[] = [
    [{ fee: { dueCents: 46_000, paidCents: 45_999 } }, 'FeeUnpaid'],
    [{ curp: 'MISSING' }, 'CurpNotUsable'],
    [{ curp: 'INVALID' }, 'CurpNotUsable'],
    [{ photo: 'MISSING' }, 'PhotoNotUsable'],
    [{ photo: 'REJECTED' }, 'PhotoNotUsable'],
    [{ validCertificate: { folio: 'F-0', validThrough: null } }, 'CertificateStillValid'],
  ];
  return {
    propose: [
      [propose({ standard: { code: 'EC0325.01', isActive: false } }), 'StandardNotActive'],
      [propose({ standard: { code: 'EC0325.02', isActive: true } }), 'StandardNotPinned'],
      [propose({}, { dueOn: '2026-05-19' }), 'PlanDaysWrong'],
      [propose({}, { evaluatesOn: '2026-07-01', dueOn: '2026-07-31' }), 'EvaluatorNotAccredited'],
      [propose({ excludedEvaluators: ['bruno'] }, { dueOn: '2026-06-29' }), 'EvaluatorExcluded'],
      [propose({ evaluator: { ...EVALUATOR, holdsEc0076: false } }, { dueOn: '2026-06-29' }), 'EvaluatorLacksEc0076'],
      [propose({ missingConsents: ['evaluation'] }, { dueOn: '2026-06-29' }), 'ConsentsMissing'],
    ],
    candidateSigns: sign('CANDIDATE'),
    evaluatorSigns: sign('EVALUATOR'),
    evaluatorBegins: [
      [begin({ evaluatorId: 'berta' }), 'OtherEvaluator'],
      [begin({ holdsEc0076: false }), 'EvaluatorLacksEc0076'],
      [begin({ cedulas: [{ standardMajor: 'EC0325', issuedOn: '2025-06-30' }] }), 'EvaluatorNotAccredited'],
      [begin({ cedulas: [{ standardMajor: 'EC0249', issuedOn: '2025-09-01' }] }), 'EvaluatorNotAccredited'],
      [begin({ duties: taughtHer }), 'DutyConflict'],
      [begin({ candidateId: 'bruno' }), 'OwnCase'],
      [begin({}, '2026-07-01'), 'PlanOver'],
    ],
    serviceJudges: [
      [judge({ override: 'porque sí' }), 'OverrideNotAllowed'],
      [judge({ iec: NOT_YET }), 'JudgementDiffers'],
      [judge({ iec: fail({ kind: 'NoReactivos' }) }), 'IecIncomplete'],
    ],
    evaluatorJudges: [
      [judge({ ...byEvaluator, iec: UNANSWERED }), 'IecIncomplete'],
      [judge({ ...byEvaluator, iec: NOT_YET }), 'JudgementDiffers'],
      [judge({ ...byEvaluator, iec: NOT_YET, override: '  ' }), 'JudgementDiffers'],
      [judge({ judgedBy: 'berta' }), 'OtherEvaluator'],
    ],
    centreDelivers: [[{ kind: 'deliverResults', portfolioRoot: 'no root' }, 'PortfolioNotSealed']],
    verify: [
      [verify(ruler('vera'), 'b'.repeat(64)), 'PortfolioChanged'],
      [verify(ruler('ines', 'TAUGHT'), portfolioRoot), 'DutyConflict'],
      [verify(ruler('bruno', 'EVALUATED'), portfolioRoot), 'DutyConflict'],
    ],
    removeFromLot: [[{ kind: 'removeFromLot', lotId: 'another lot' }, 'OtherLot']],
    ruleValid: dictamen(null),
    ruleInvalid: dictamen('Falta la firma del plan.'),
    prepareLot: clearance.map(([facts, kind]) => [prepare(facts), kind] as const),
    submit: [
      ...clearance.map(([facts, kind]): Flaw => [{ kind: 'submit', attempt, facts: { ...LOT_SUBMISSION, ...facts } }, kind]),
      [{ kind: 'submit', attempt, facts: { ...LOT_SUBMISSION, gate: { policy: 'GATE', missed: [MISSED] } } }, 'GateFailed'],
    ],
    issued: [[{ kind: 'recordIssued', attempt, officialFolio: 'F-9', folioOf: 'another case' }, 'FolioTaken']],
    expire: [
      [{ kind: 'expire', validThrough: '2030-05-31', on: '2030-05-31' }, 'StillValid'],
      [{ kind: 'expire', validThrough: null, on: '2099-01-01' }, 'StillValid'],
    ],
    reissue: [[{ kind: 'reissue', officialFolio: 'R-9', folioOf: 'another case' }, 'FolioTaken']],
    lapse: [[{ kind: 'lapse', on: '2026-06-30' }, 'PlanStillRuns']],
  };
}
