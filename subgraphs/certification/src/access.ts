import { type AccessTable, anyOf, everyone, owner, personas, scope, signedIn } from '@academy/platform/access';
import { READ_SCOPE, STAFF } from './domain/visibility.ts';
import type { CertificateRow } from './store/certificate.ts';
import type { CertificationRow } from './store/certification.ts';

const reader = scope(READ_SCOPE);
const staff = anyOf(personas(...STAFF), reader);
const viewer = anyOf(signedIn, reader);
const candidateOrStaff = anyOf(
  owner<CertificationRow>((row) => row.candidateId),
  staff,
);
const holderOrStaff = anyOf(
  owner<CertificateRow>((row) => row.holderId),
  staff,
);
const revokers = personas('certifier', 'admin');
/** Who sees to what the saga of a case could not do. */
const menders = personas('certifier', 'admin');
/** Who decides what a case is held for: complaints of their certifier's cases. */
const deciders = personas('certifier');
/** Who reads what was recorded in their tenant; a super_admin only what she did herself. */
const auditReaders = personas('certifier', 'admin', 'super_admin', 'auditor', 'privacy_officer');

/**
 * The persona table of the island. Connections, edges, results and history are guarded by the field that leads to them; Certification and
 * Certificate by their reference resolvers as well. A process reads certifications with a scope of
 * its own; what our own processes need comes by event.
 */
export const access = {
  Query: {
    certification: viewer,
    certifications: viewer,
    certificateVerification: everyone,
    certificationChanges: staff,
    certificationAuditLog: auditReaders,
    parkedSteps: menders,
  },
  Mutation: {
    certificationRequest: personas('learner'),
    certificationRevocationPropose: revokers,
    certificationRevocationConfirm: revokers,
    certificationWithdraw: personas('learner'),
    certificationHold: deciders,
    certificationResume: deciders,
    certificationClose: deciders,
    parkedStepRetry: menders,
    parkedStepResolve: menders,
  },
  Subscription: { certificationStatusChanged: viewer, certificationsStatusChanged: staff },
  Certification: candidateOrStaff,
  Certificate: holderOrStaff,
  CertificateVerification: everyone,
  CertificationStatusChanged: viewer,
  CertificationsStatusChanged: staff,
  CertificationChangePage: staff,
  CertificationChange: staff,
  CertificationConnection: viewer,
  CertificationEdge: viewer,
  CertificationEventConnection: viewer,
  CertificationEventEdge: viewer,
  CertificationEvent: viewer,
  MissedCriterion: viewer,
  Revocation: revokers,
  User: {
    id: everyone,
    certifications: anyOf(
      owner<{ id: string }>((user) => user.id),
      staff,
    ),
  },
  Course: everyone,
  Enrollment: { id: everyone, certification: viewer },
  PageInfo: everyone,
  AuditEntry: auditReaders,
  AuditEntryConnection: auditReaders,
  AuditEntryEdge: auditReaders,
  CertificationRequestSuccess: signedIn,
  CertificationAlreadyOpenError: signedIn,
  CertificationRevocationProposeSuccess: revokers,
  CertificationRevocationConfirmSuccess: revokers,
  SecondPersonRequiredError: revokers,
  ParkedStep: menders,
  ParkedStepConnection: menders,
  ParkedStepEdge: menders,
  CertificationWithdrawSuccess: signedIn,
  CertificationHoldSuccess: deciders,
  CertificationResumeSuccess: deciders,
  CertificationCloseSuccess: deciders,
  ParkedStepRetrySuccess: menders,
  ParkedStepResolveSuccess: menders,
  NotFoundError: everyone,
  ConflictError: everyone,
  InvalidInputError: everyone,
  InvalidStateError: everyone,
} satisfies AccessTable;
