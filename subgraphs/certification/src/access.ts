import { type AccessTable, anyOf, everyone, owner, personas, signedIn } from '@academy/platform/access';
import { STAFF } from './domain/visibility.ts';
import type { CertificateRow } from './store/certificate.ts';
import type { CertificationRow } from './store/certification.ts';

const staff = personas(...STAFF);
const candidateOrStaff = anyOf(
  owner<CertificationRow>((row) => row.candidateId),
  staff,
);
const holderOrStaff = anyOf(
  owner<CertificateRow>((row) => row.holderId),
  staff,
);
const revokers = personas('certifier', 'admin');
/** Who reads what was recorded in their tenant; a super_admin only what she did herself. */
const auditReaders = personas('certifier', 'admin', 'super_admin', 'auditor', 'privacy_officer');

/**
 * The persona table of the island. Connections, edges, results and history are guarded by the field that leads to them; Certification and
 * Certificate by their reference resolvers as well. No process reads certifications: what it needs comes by event.
 */
export const access = {
  Query: {
    certification: signedIn,
    certifications: signedIn,
    certificateVerification: everyone,
    certificationChanges: staff,
    certificationAuditLog: auditReaders,
  },
  Mutation: {
    certificationRequest: personas('learner'),
    certificationRevocationPropose: revokers,
    certificationRevocationConfirm: revokers,
  },
  Subscription: { certificationStatusChanged: signedIn, certificationsStatusChanged: staff },
  Certification: candidateOrStaff,
  Certificate: holderOrStaff,
  CertificateVerification: everyone,
  CertificationStatusChanged: signedIn,
  CertificationsStatusChanged: staff,
  CertificationChangePage: staff,
  CertificationChange: staff,
  CertificationConnection: signedIn,
  CertificationEdge: signedIn,
  CertificationEventConnection: signedIn,
  CertificationEventEdge: signedIn,
  CertificationEvent: signedIn,
  MissedCriterion: signedIn,
  Revocation: revokers,
  User: {
    id: everyone,
    certifications: anyOf(
      owner<{ id: string }>((user) => user.id),
      staff,
    ),
  },
  Course: everyone,
  Enrollment: { id: everyone, certification: signedIn },
  PageInfo: everyone,
  AuditEntry: auditReaders,
  AuditEntryConnection: auditReaders,
  AuditEntryEdge: auditReaders,
  CertificationRequestSuccess: signedIn,
  CertificationAlreadyOpenError: signedIn,
  CertificationRevocationProposeSuccess: revokers,
  CertificationRevocationConfirmSuccess: revokers,
  SecondPersonRequiredError: revokers,
  NotFoundError: everyone,
  ConflictError: everyone,
  InvalidInputError: everyone,
  InvalidStateError: everyone,
} satisfies AccessTable;
