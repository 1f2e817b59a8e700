import { type AccessTable, anyOf, everyone, owner, personas, type Rule, scope, signedIn } from '@academy/platform/access';
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
  },
  Subscription: { certificationStatusChanged: viewer, certificationsStatusChanged: followers },
  Certification: candidateOrStaff,
  Certificate: {
    id: holderOrStaff,
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
  NotFoundError: everyone,
  ConflictError: everyone,
  InvalidInputError: everyone,
  InvalidStateError: everyone,
} satisfies AccessTable;
