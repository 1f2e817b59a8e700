import { by, type Decisions, each, key, parent, rowsDecide } from '../decision.ts';

/** A process reads cases with a scope of their own: submission.status is for what was handed to the authority. */
const CASE = {
  ...by('submission.status', 'oneself', 'admins follow cases', 'it is exported'),
  scope: 'certification.read',
};
const EXPORTED = { ...by('arco.resolve', 'processes alone'), scope: 'data.export' };
/** The gateway serves it to everybody, under limits of its own. */
const PUBLISHED = { ...by('badge.issue', 'processes alone'), scope: 'credential.publish' };
const READERS = { signedInOr: 'certification.read' };
const CASES_OF_TENANT = { as: 'Subscription.certificationsStatusChanged' };
const ASSIGNING = by('role.assign');
const ASSIGNERS = { as: 'Mutation.caseAssign' };
const REVOKING = by('credential.revoke');
/** What a saga could not do is seen to by whoever answers for what is handed in, and by the academy's admins. */
const MENDING = by('submission.send', 'admins mend', 'a person decides');
/** A certifier decides what a case is held for, as she resolves complaints. */
const DECIDING = by('complaint.resolve', 'an auditor reads');
const DECIDERS = { as: 'Mutation.certificationHold' };
/** Lots are kept by centres and certifiers, audited by auditors, and seen by whoever rules on what is in them. */
const LOT = by('lot.create', 'rulers see their lots');
const LOT_READERS = { as: 'Query.lots' };
const KEEPING_LOTS = by('lot.create', 'an auditor reads');
const LOT_KEEPERS = { as: 'Mutation.lotCreate' };
const MENDERS = { as: 'Mutation.parkedStepRetry' };
const RULERS = { as: 'Mutation.dictamenRule' };
const REVOKERS = { as: 'Mutation.certificationRevocationPropose' };

/** What an evaluation rests on is for who assesses the case, and the candidate; not for admins. */
const EVIDENCE = by('evidence.read', 'oneself');
/** What a candidate is judged by is not hers to read, whoever else she is. */
const INSTRUMENT = by('evidence.read', 'no candidate reads it');
const DIAGNOSING = by('diagnostic.apply');
const DIAGNOSERS = { as: 'Mutation.certificationDiagnose' };
const SIGNING = by('plan.sign');
const UPLOADING = by('evidence.upload');
/** The service judges by itself on the automatic path; a person does on the other. */
const JUDGING = by('judgement.issue', 'a person decides');
const RECORDING = by('iec.record', 'a person decides');
const EVALUATORS = { as: 'Mutation.certificationJudge' };
const CONSENTING = by('case.open', 'the learner herself');
/** State 6 is the centre's (DOMAIN §4): it opens cases, and delivers their results. */
const DELIVERING = by('case.open', 'the centre delivers', 'a person decides');
const DELIVERERS = { as: 'Mutation.certificationResultsDeliver' };

/** Fields of the certification island. */
export const CERTIFICATION: Decisions = {
  Query: {
    certificationData: EXPORTED,
    certificationAuditLog: by('audit.read', 'audited by others'),
    certification: rowsDecide(CASE, READERS),
    certifications: rowsDecide(CASE, READERS),
    certificateVerification: by('credential.verify'),
    credentialVerification: by('credential.verify'),
    credentialIssuer: by('credential.verify'),
    publicDocument: PUBLISHED,
    consentTexts: by('catalog.read'),
    certificationChanges: CASE,
    parkedSteps: MENDING,
    lots: rowsDecide(LOT, LOT_READERS),
    lot: rowsDecide(LOT, LOT_READERS),
  },
  Mutation: {
    certificationRequest: by('case.open', 'the learner herself'),
    certificationRevocationPropose: REVOKING,
    certificationRevocationConfirm: REVOKING,
    certificationWithdraw: by('case.open', 'the learner herself'),
    issuerKeyRotate: by('badge.issue', 'a person decides'),
    certificationHold: DECIDING,
    certificationResume: DECIDING,
    certificationClose: DECIDING,
    parkedStepRetry: MENDING,
    parkedStepResolve: MENDING,
    caseAssign: ASSIGNING,
    caseUnassign: ASSIGNING,
    certificationVerify: by('internal.verify'),
    lotCreate: KEEPING_LOTS,
    lotAdd: KEEPING_LOTS,
    lotRemove: KEEPING_LOTS,
    lotClose: KEEPING_LOTS,
    dictamenRule: by('dictamen.rule'),
    certificationRedo: by('case.open', 'no process reads it'),
    certificationConsentGive: CONSENTING,
    certificationConsentWithdraw: CONSENTING,
    certificationDiagnose: DIAGNOSING,
    certificationPlanPropose: RECORDING,
    certificationPlanSign: SIGNING,
    certificationEvaluationBegin: RECORDING,
    evidenceAdd: UPLOADING,
    certificationReactivoRecord: RECORDING,
    certificationJudge: JUDGING,
    certificationResultsDeliver: DELIVERING,
  },
  Subscription: { certificationStatusChanged: rowsDecide(CASE, READERS), certificationsStatusChanged: CASE },
  Certification: {
    ...each(
      CASE,
      'candidate centre course enrollment standardCode status hold missedCriteria folio officialFolio rejectionReason certificate seq history path heldFor follows followsAs assignments openedAt changedAt readiness plan dictamen competencyCredentialUrl competencyCredential competencyCredentialJwt',
    ),
    ...each(EVIDENCE, 'answers evidence judgement consents portfolio'),
    instrument: INSTRUMENT,
    lot: rowsDecide(LOT, { beside: 'Certification.status' }),
    id: key,
  },
  Certificate: {
    ...each(
      CASE,
      'folio verificationCode status holder course issuedAt revokedAt verificationUrl credentialUrl credential credentialJwt',
    ),
    documentUrl: { ...by('badge.issue', 'oneself'), scope: 'certification.read' },
    id: key,
  },
  CertificateVerification: each(
    by('credential.verify'),
    'folio status isValid courseTitle standardCode holderInitials isHolderErased issuedAt revokedAt officialFolio',
  ),
  CredentialVerification: each(
    by('credential.verify'),
    'outcome reason checkedAt kind folio courseTitle standardCode officialFolio holderInitials isHolderErased issuer issuedAt revokedAt validUntil',
  ),
  CredentialIssuer: each(by('credential.verify'), 'did documentUrl keyNumber'),
  PublicDocument: each(PUBLISHED, 'mediaType body isBase64'),
  IssuerKeyRotateSuccess: { issuer: parent('The answer of the mutation.', { as: 'Mutation.issuerKeyRotate' }) },
  CertificationEvent: each(parent('Part of Certification.history.', READERS), 'id seq previousStatus status hold occurredAt'),
  CertificationEventConnection: each(parent('The list of Certification.history.', READERS), 'edges pageInfo'),
  CertificationEventEdge: each(parent('Part of Certification.history.', READERS), 'cursor node'),
  CaseAssignment: each(
    parent('Part of Certification.assignments, or the answer of a mutation.', READERS),
    'id duty person assignedBy assignedAt endedAt',
  ),
  CaseAssignmentConnection: each(parent('The list of Certification.assignments.', READERS), 'edges pageInfo'),
  CaseAssignmentEdge: each(parent('Part of Certification.assignments.', READERS), 'cursor node'),
  CertificationConnection: each(parent('The list of cases that one may see.', READERS), 'edges pageInfo'),
  CertificationEdge: each(parent('Part of a list of cases.', READERS), 'cursor node'),
  MissedCriterion: each(parent('Part of Certification.missedCriteria.', READERS), 'criterion required scored reason'),
  CertificationStatusChanged: each(
    parent('An event of Subscription.certificationStatusChanged.', READERS),
    'kind seq previousStatus status hold occurredAt resume certification',
  ),
  CertificationsStatusChanged: each(
    parent('An event of Subscription.certificationsStatusChanged.', CASES_OF_TENANT),
    'kind position seq previousStatus status hold occurredAt certification snapshot resume',
  ),
  CertificationChangePage: each(parent('The answer of Query.certificationChanges.', CASES_OF_TENANT), 'position changes'),
  CertificationChange: each(
    parent('Part of Query.certificationChanges.', CASES_OF_TENANT),
    'position seq previousStatus status hold occurredAt certificationId candidateId courseId standardCode',
  ),
  Lot: {
    ...each(
      rowsDecide(LOT, LOT_READERS),
      'centre standardCode status size members sampleSeed sampleSize openedBy openedAt closedBy closedAt',
    ),
    id: key,
  },
  LotConnection: each(parent('The answer of Query.lots.', LOT_READERS), 'edges pageInfo'),
  LotEdge: each(parent('Part of Query.lots.', LOT_READERS), 'cursor node'),
  LotMember: each(parent('Part of Lot.members.', LOT_READERS), 'certification isSampled outcome addedAt decidedAt'),
  LotMemberConnection: each(parent('The list of Lot.members.', LOT_READERS), 'edges pageInfo'),
  LotMemberEdge: each(parent('Part of Lot.members.', LOT_READERS), 'cursor node'),
  DictamenOpinion: each(parent('Part of Certification.dictamen.', READERS), 'id ruler outcome reason basis ruledAt'),
  DictamenOpinionConnection: each(parent('The list of Certification.dictamen.', READERS), 'edges pageInfo'),
  DictamenOpinionEdge: each(parent('Part of Certification.dictamen.', READERS), 'cursor node'),
  EvaluationPlan: each(
    parent('Part of Certification.plan.', READERS),
    'evaluator standardCode evaluatesOn dueOn digest signedBy',
  ),
  PinnedInstrument: each(
    parent('Part of Certification.instrument.', 'signed in'),
    'standardCode origin minimumScore digest pinnedAt criteria reactivos',
  ),
  PinnedCriterion: each(parent('Part of Certification.instrument.', 'signed in'), 'id statement'),
  PinnedReactivo: each(parent('Part of Certification.instrument.', 'signed in'), 'id kind criterion weight statement'),
  ReactivoAnswer: each(parent('Part of Certification.answers.', 'signed in'), 'reactivoId isFulfilled evidence note answeredAt'),
  ReactivoAnswerConnection: each(parent('The list of Certification.answers.', 'signed in'), 'edges pageInfo'),
  ReactivoAnswerEdge: each(parent('Part of Certification.answers.', 'signed in'), 'cursor node'),
  Evidence: each(
    parent('Part of Certification.evidence, or the answer of a mutation.', 'signed in'),
    'id label sha256 mediaType sizeBytes addedBy addedAt',
  ),
  EvidenceConnection: each(parent('The list of Certification.evidence.', 'signed in'), 'edges pageInfo'),
  EvidenceEdge: each(parent('Part of Certification.evidence.', 'signed in'), 'cursor node'),
  CaseJudgement: each(
    parent('Part of Certification.judgement.', 'signed in'),
    'isCompetent isCompetentByRule score minimumScore unfulfilledCriteria overrideReason bestPractices improvements incidents recommendations judgedBy judgedAt',
  ),
  ConsentText: each(by('catalog.read'), 'purpose version isRequired text'),
  ConsentReceipt: each(parent('Part of Certification.consents.', 'signed in'), 'id purpose textVersion givenAt withdrawnAt'),
  ConsentReceiptConnection: each(parent('The list of Certification.consents.', 'signed in'), 'edges pageInfo'),
  ConsentReceiptEdge: each(parent('Part of Certification.consents.', 'signed in'), 'cursor node'),
  CasePortfolio: each(parent('Part of Certification.portfolio.', 'signed in'), 'root leafCount sealedBy sealedAt leaves proof'),
  PortfolioLeaf: each(parent('Part of Certification.portfolio.', 'signed in'), 'position kind content digest'),
  PortfolioLeafConnection: each(parent('The list of CasePortfolio.leaves.', 'signed in'), 'edges pageInfo'),
  PortfolioLeafEdge: each(parent('Part of CasePortfolio.leaves.', 'signed in'), 'cursor node'),
  PortfolioProof: each(parent('Part of Certification.portfolio.', 'signed in'), 'position leafCount leafDigest path'),
  Revocation: each(REVOKING, 'id certificate reason proposedBy confirmedBy proposedAt confirmedAt'),
  CertificationRequestSuccess: each(parent('The answer of Mutation.certificationRequest.', 'signed in'), 'certification'),
  CertificationAlreadyOpenError: each(
    parent('An answer of Mutation.certificationRequest.', 'signed in'),
    'message code certification',
  ),
  CertificationRevocationProposeSuccess: each(parent('The answer of the mutation.', REVOKERS), 'revocation'),
  CertificationRevocationConfirmSuccess: each(parent('The answer of the mutation.', REVOKERS), 'revocation'),
  CaseAssignSuccess: { assignment: parent('The answer of the mutation.', ASSIGNERS) },
  CaseUnassignSuccess: { assignment: parent('The answer of the mutation.', ASSIGNERS) },
  DutyConflictError: each(parent('An answer of mutations that give or take a duty.', 'signed in'), 'message code'),
  CertificationVerifySuccess: each(parent('The answer of the mutation.', RULERS), 'certification'),
  CertificationRedoSuccess: each(parent('The answer of Mutation.certificationRedo.', 'signed in'), 'certification'),
  LotCreateSuccess: each(parent('The answer of the mutation.', LOT_KEEPERS), 'lot'),
  LotAddSuccess: each(parent('The answer of the mutation.', LOT_KEEPERS), 'lot'),
  LotRemoveSuccess: each(parent('The answer of the mutation.', LOT_KEEPERS), 'lot'),
  LotCloseSuccess: each(parent('The answer of the mutation.', LOT_KEEPERS), 'lot'),
  DictamenRuleSuccess: each(parent('The answer of the mutation.', RULERS), 'lot'),
  SecondPersonRequiredError: each(parent('An answer of Mutation.certificationRevocationConfirm.', REVOKERS), 'message code'),
  ParkedStep: each(MENDING, 'id step direction cause attempts parkedAt certification'),
  ParkedStepConnection: each(parent('The answer of Query.parkedSteps.', MENDERS), 'edges pageInfo'),
  ParkedStepEdge: each(parent('Part of Query.parkedSteps.', MENDERS), 'cursor node'),
  CertificationWithdrawSuccess: each(parent('The answer of Mutation.certificationWithdraw.', 'signed in'), 'certification'),
  CertificationHoldSuccess: each(parent('The answer of the mutation.', DECIDERS), 'certification'),
  CertificationResumeSuccess: each(parent('The answer of the mutation.', DECIDERS), 'certification'),
  CertificationCloseSuccess: each(parent('The answer of the mutation.', DECIDERS), 'certification'),
  CertificationConsentGiveSuccess: { certification: parent('The answer of the mutation.', 'signed in') },
  CertificationConsentWithdrawSuccess: { certification: parent('The answer of the mutation.', 'signed in') },
  CertificationDiagnoseSuccess: { certification: parent('The answer of the mutation.', DIAGNOSERS) },
  CertificationPlanProposeSuccess: { certification: parent('The answer of the mutation.', EVALUATORS) },
  CertificationPlanSignSuccess: { certification: parent('The answer of the mutation.', 'signed in') },
  CertificationEvaluationBeginSuccess: { certification: parent('The answer of the mutation.', EVALUATORS) },
  EvidenceAddSuccess: { evidence: parent('The answer of the mutation.', 'signed in') },
  CertificationReactivoRecordSuccess: { certification: parent('The answer of the mutation.', EVALUATORS) },
  CertificationJudgeSuccess: { certification: parent('The answer of the mutation.', EVALUATORS) },
  CertificationResultsDeliverSuccess: { certification: parent('The answer of the mutation.', DELIVERERS) },
  ParkedStepRetrySuccess: each(parent('The answer of the mutation.', MENDERS), 'parkedStep'),
  ParkedStepResolveSuccess: each(parent('The answer of the mutation.', MENDERS), 'parkedStep'),
  User: { certifications: CASE },
  Enrollment: { certification: rowsDecide(CASE, READERS) },
};
