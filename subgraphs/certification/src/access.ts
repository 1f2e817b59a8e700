import { type AccessTable, allOf, anyOf, everyone, owner, personas, type Rule, scope, signedIn } from '@academy/platform/access';
import { isJudged } from './domain/case/judged.ts';
import { LOT_KEEPERS, LOT_READERS, RULERS } from './domain/lot-visibility.ts';
import { ASSIGNED, READ_SCOPE, STAFF } from './domain/visibility.ts';
import type { SeenCertificate, SeenCertification } from './store/certification-lists.ts';

const reader = scope(READ_SCOPE);
const staff = anyOf(personas(...STAFF), reader);
const viewer = anyOf(signedIn, reader);
const PERSONAS_ASSIGNED = Object.keys(ASSIGNED) as (keyof typeof ASSIGNED)[];
/** Whoever is assigned to the case that the object is of, or is an admin of its centre: looked up for the viewer, with the object. */
const assigned: Rule<{ readonly isAssigned: boolean }> = {
  description: `${PERSONAS_ASSIGNED.join(', ')} who is assigned to it, or of its centre`,
  allows: ({ parent }) => parent.isAssigned === true,
};
/** Of all that there is in the tenant; of assigned ones rows decide what they are shown. */
const followers = anyOf(staff, personas(...PERSONAS_ASSIGNED));
const candidateOrStaff = anyOf<SeenCertification>(
  owner<SeenCertification>((row) => row.candidateId),
  assigned,
  staff,
);
const holderOrStaff = anyOf<SeenCertificate>(
  owner<SeenCertificate>((row) => row.holderId),
  assigned,
  staff,
);
/** The document bears the holder's name: hers, and the academy's admins', who answer for its badges. */
const documentReaders = anyOf<SeenCertificate>(
  owner<SeenCertificate>((row) => row.holderId),
  personas('admin'),
  reader,
);
/** The gateway, for what it serves beside the graph. */
const publisher = scope('credential.publish');
const issuers = personas('admin');
/** Who reads what an evaluation rests on: assessors of the case, and its candidate. */
const evidenceReaders = anyOf<SeenCertification>(
  owner<SeenCertification>((row) => row.candidateId),
  assigned,
  personas('certifier'),
);
/** Who reads what a candidate is judged by: never the candidate, under whatever persona, who may be judged by it again. */
const assessors = allOf<SeenCertification>(anyOf<SeenCertification>(assigned, personas('certifier')), {
  description: 'not the candidate',
  allows: ({ principal, parent }) => principal.kind === 'user' && principal.userId !== parent.candidateId,
});
/** How she was judged, reactivo by reactivo, the candidate reads once she was. */
const answerReaders = anyOf<SeenCertification>(
  allOf<SeenCertification>(
    owner<SeenCertification>((row) => row.candidateId),
    { description: 'once she was judged', allows: ({ parent }) => isJudged(parent) },
  ),
  assessors,
);
/** Who plans, evaluates and judges; of which cases, rows decide. */
const evaluators = personas('evaluator');
const diagnosers = personas('evaluator', 'centre_admin');
/** Who does her part of an evaluation: the candidate and the evaluator. */
const parties = personas('learner', 'evaluator');
const candidates = personas('learner');
const deliverers = personas('centre_admin', 'certifier');
/** Who assigns people to cases; which, and for what, is decided by domain/case-assignment.ts. */
const assigners = personas('centre_admin', 'certifier', 'admin');
const revokers = personas('certifier', 'admin');
/** Who sees to what the saga of a case could not do. */
const menders = personas(...STAFF);
/** Who decides what a case is held for: complaints of their certifier's cases. */
const deciders = personas('certifier');
/** Who sees lots, and who keeps them; of which is decided by rows. */
const lotReaders = personas(...LOT_READERS);
const lotKeepers = personas(...LOT_KEEPERS);
/** Who verifies, and who is of a Grupo de Dictamen; of which cases is decided by rows. */
const rulers = personas(...RULERS);
/** Who has a case redone: the candidate herself, her centre, a certifier. */
const redoers = personas('learner', 'centre_admin', 'certifier');
/** Who reads what was recorded in their tenant; a super_admin only what she did herself. */
const auditReaders = personas('certifier', 'admin', 'super_admin', 'auditor', 'privacy_officer');

/**
 * The persona table of the island. Connections, edges, results and history are guarded by the field that leads to them; Certification and
 * Certificate by their reference resolvers as well. A process reads certifications with a scope of
 * its own; what our own processes need comes by event.
 */
export const access = {
  Query: {
    certificationData: scope('data.export'),
    certification: viewer,
    certifications: viewer,
    certificateVerification: everyone,
    credentialVerification: everyone,
    credentialIssuer: everyone,
    publicDocument: publisher,
    consentTexts: everyone,
    certificationChanges: followers,
    certificationAuditLog: auditReaders,
    parkedSteps: menders,
    lots: lotReaders,
    lot: lotReaders,
  },
  Mutation: {
    certificationRequest: personas('learner'),
    certificationRevocationPropose: revokers,
    certificationRevocationConfirm: revokers,
    certificationWithdraw: personas('learner'),
    issuerKeyRotate: issuers,
    certificationHold: deciders,
    certificationResume: deciders,
    certificationClose: deciders,
    parkedStepRetry: menders,
    parkedStepResolve: menders,
    caseAssign: assigners,
    caseUnassign: assigners,
    certificationVerify: rulers,
    lotCreate: lotKeepers,
    lotAdd: lotKeepers,
    lotRemove: lotKeepers,
    lotClose: lotKeepers,
    dictamenRule: rulers,
    certificationRedo: redoers,
    certificationConsentGive: candidates,
    certificationConsentWithdraw: candidates,
    certificationDiagnose: diagnosers,
    certificationPlanPropose: evaluators,
    certificationPlanSign: parties,
    certificationEvaluationBegin: evaluators,
    evidenceAdd: parties,
    certificationReactivoRecord: evaluators,
    certificationJudge: evaluators,
    certificationResultsDeliver: deliverers,
  },
  Subscription: { certificationStatusChanged: viewer, certificationsStatusChanged: followers },
  Certification: {
    id: candidateOrStaff,
    candidate: candidateOrStaff,
    centre: candidateOrStaff,
    course: candidateOrStaff,
    enrollment: candidateOrStaff,
    standardCode: candidateOrStaff,
    status: candidateOrStaff,
    hold: candidateOrStaff,
    missedCriteria: candidateOrStaff,
    folio: candidateOrStaff,
    officialFolio: candidateOrStaff,
    rejectionReason: candidateOrStaff,
    certificate: candidateOrStaff,
    seq: candidateOrStaff,
    history: candidateOrStaff,
    path: candidateOrStaff,
    heldFor: candidateOrStaff,
    follows: candidateOrStaff,
    followsAs: candidateOrStaff,
    assignments: candidateOrStaff,
    openedAt: candidateOrStaff,
    changedAt: candidateOrStaff,
    readiness: candidateOrStaff,
    plan: candidateOrStaff,
    dictamen: candidateOrStaff,
    lot: candidateOrStaff,
    competencyCredentialUrl: candidateOrStaff,
    competencyCredential: candidateOrStaff,
    competencyCredentialJwt: candidateOrStaff,
    instrument: assessors,
    answers: answerReaders,
    evidence: evidenceReaders,
    judgement: evidenceReaders,
    consents: evidenceReaders,
    portfolio: evidenceReaders,
  },
  Certificate: {
    // Whoever has the object knows it; whether she may have the object its resolver decides.
    id: everyone,
    folio: holderOrStaff,
    verificationCode: holderOrStaff,
    status: holderOrStaff,
    holder: holderOrStaff,
    course: holderOrStaff,
    issuedAt: holderOrStaff,
    revokedAt: holderOrStaff,
    verificationUrl: holderOrStaff,
    credentialUrl: holderOrStaff,
    credential: holderOrStaff,
    credentialJwt: holderOrStaff,
    documentUrl: documentReaders,
  },
  CertificateVerification: everyone,
  CredentialVerification: everyone,
  CredentialIssuer: everyone,
  PublicDocument: publisher,
  IssuerKeyRotateSuccess: issuers,
  CertificationStatusChanged: viewer,
  CertificationsStatusChanged: followers,
  CertificationChangePage: followers,
  CertificationChange: followers,
  CertificationConnection: viewer,
  CertificationEdge: viewer,
  CertificationEventConnection: viewer,
  CertificationEventEdge: viewer,
  CertificationEvent: viewer,
  MissedCriterion: viewer,
  CaseAssignment: viewer,
  CaseAssignmentConnection: viewer,
  CaseAssignmentEdge: viewer,
  Lot: lotReaders,
  LotConnection: lotReaders,
  LotEdge: lotReaders,
  LotMember: lotReaders,
  LotMemberConnection: lotReaders,
  LotMemberEdge: lotReaders,
  DictamenOpinion: viewer,
  DictamenOpinionConnection: viewer,
  DictamenOpinionEdge: viewer,
  EvaluationPlan: viewer,
  PinnedInstrument: signedIn,
  PinnedCriterion: signedIn,
  PinnedReactivo: signedIn,
  ReactivoAnswer: signedIn,
  ReactivoAnswerConnection: signedIn,
  ReactivoAnswerEdge: signedIn,
  Evidence: signedIn,
  EvidenceConnection: signedIn,
  EvidenceEdge: signedIn,
  CaseJudgement: signedIn,
  ConsentText: everyone,
  ConsentReceipt: signedIn,
  ConsentReceiptConnection: signedIn,
  ConsentReceiptEdge: signedIn,
  CasePortfolio: signedIn,
  PortfolioLeaf: signedIn,
  PortfolioLeafConnection: signedIn,
  PortfolioLeafEdge: signedIn,
  PortfolioProof: signedIn,
  Revocation: revokers,
  User: {
    id: everyone,
    certifications: anyOf<{ id: string; isAssigned: boolean }>(
      owner<{ id: string }>((user) => user.id),
      assigned,
      staff,
    ),
  },
  Centre: everyone,
  Course: everyone,
  Enrollment: { id: everyone, certification: viewer },
  PageInfo: everyone,
  DataPart: scope('data.export'),
  AuditEntry: auditReaders,
  AuditEntryConnection: auditReaders,
  AuditEntryEdge: auditReaders,
  CertificationRequestSuccess: signedIn,
  CertificationAlreadyOpenError: signedIn,
  CertificationRevocationProposeSuccess: revokers,
  CertificationRevocationConfirmSuccess: revokers,
  CaseAssignSuccess: assigners,
  CaseUnassignSuccess: assigners,
  DutyConflictError: signedIn,
  SecondPersonRequiredError: revokers,
  ParkedStep: menders,
  ParkedStepConnection: menders,
  ParkedStepEdge: menders,
  CertificationWithdrawSuccess: signedIn,
  CertificationHoldSuccess: deciders,
  CertificationResumeSuccess: deciders,
  CertificationCloseSuccess: deciders,
  CertificationVerifySuccess: rulers,
  CertificationRedoSuccess: signedIn,
  LotCreateSuccess: lotKeepers,
  LotAddSuccess: lotKeepers,
  LotRemoveSuccess: lotKeepers,
  LotCloseSuccess: lotKeepers,
  DictamenRuleSuccess: rulers,
  ParkedStepRetrySuccess: menders,
  ParkedStepResolveSuccess: menders,
  CertificationConsentGiveSuccess: signedIn,
  CertificationConsentWithdrawSuccess: signedIn,
  CertificationDiagnoseSuccess: diagnosers,
  CertificationPlanProposeSuccess: evaluators,
  CertificationPlanSignSuccess: signedIn,
  CertificationEvaluationBeginSuccess: evaluators,
  EvidenceAddSuccess: signedIn,
  CertificationReactivoRecordSuccess: evaluators,
  CertificationJudgeSuccess: evaluators,
  CertificationResultsDeliverSuccess: deliverers,
  NotFoundError: everyone,
  ConflictError: everyone,
  InvalidInputError: everyone,
  InvalidStateError: everyone,
} satisfies AccessTable;
