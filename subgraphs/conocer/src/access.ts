import type { Principal } from '@academy/kernel';
import { type AccessTable, anyOf, everyone, owner, personas, type Rule, scope, signedIn } from '@academy/platform/access';
import type { SeenAccreditation } from './store/accreditations.ts';
import type { SeenSubmission } from './store/submissions.ts';

/** Personas who may see the submissions of their tenant; the candidate sees her own, evaluators, verifiers and auditors those of cases that they are assigned to, a centre's admin those of its cases. */
const SUBMISSION_STAFF = ['certifier', 'privacy_officer'] as const;

/** A process that follows submissions. */
const SUBMISSION_SCOPE = 'submission.status';

/** Whoever is assigned to the case, or is an admin of its centre: looked up for the viewer, with the submission. */
const assigned: Rule<SeenSubmission> = {
  description: 'evaluator, verifier, auditor who is assigned to the case, centre_admin of its centre',
  allows: ({ parent }) => parent.isAssigned === true,
};

const ofSubmission = anyOf<SeenSubmission>(
  owner<SeenSubmission>((row) => row.candidateId),
  assigned,
  personas(...SUBMISSION_STAFF),
  scope(SUBMISSION_SCOPE),
);

/** True for those to whom this submission may be shown at all; for others it is as if there were none. */
export function maySeeSubmission(principal: Principal, row: SeenSubmission): boolean {
  return ofSubmission.allows({ principal, parent: row });
}

/** Who reads what was recorded in their tenant; a super_admin only what she did herself. */
const auditReaders = personas('certifier', 'admin', 'super_admin', 'auditor', 'privacy_officer');

/** Her centre's admin, and who audits a case that she evaluates: looked up for the viewer, with the accreditation. */
const reached: Rule<SeenAccreditation> = {
  description: 'centre_admin of her centre, auditor of a case that she evaluates',
  allows: ({ parent }) => parent.isReached === true,
};
const ofAccreditation = anyOf<SeenAccreditation>(
  owner<SeenAccreditation>((row) => row.personId),
  reached,
  personas('certifier'),
);
/** Who puts on record what evaluators were given. */
const accreditors = personas('certifier');
/** By what a candidate is judged is for those who judge, verify and certify, and for the process that pins it to a case: never for who is to be judged. */
const assessors = anyOf(personas('evaluator', 'verifier', 'auditor', 'centre_admin', 'certifier'), scope('instrument.read'));
/** Whoever runs the platform, and processes that were told to: the register is no tenant's. */
const syncers = anyOf(personas('super_admin'), scope('standards.sync'));

/** Who answers for what the tenant hands in: numbers and states, and nobody's case. */
const authorityFollowers = personas('certifier', 'admin');

/** Who carries lots to an authority that people serve, and brings back what it decided. */
const carriers = personas('certifier');

/** Who may read what. Standards are facts of a public register. */
export const access = {
  Query: {
    conocerData: scope('data.export'),
    standard: everyone,
    standards: everyone,
    conocerAuditLog: auditReaders,
    accreditations: signedIn,
    authorityStatus: authorityFollowers,
    authorityTotals: personas('super_admin'),
    standardsSyncs: syncers,
    lotPackages: carriers,
    lotPackage: carriers,
  },
  Mutation: {
    submissionPrioritize: personas('certifier'),
    accreditationRecord: accreditors,
    accreditationEnd: accreditors,
    standardsSync: syncers,
    lotPackageExport: carriers,
    lotPackageDownload: carriers,
    lotPackageHandOver: carriers,
    lotOutcomeImport: carriers,
  },
  LotPackage: carriers,
  LotPackageConnection: carriers,
  LotPackageEdge: carriers,
  LotPackageFile: carriers,
  LotOutcome: carriers,
  LotOutcomeConnection: carriers,
  LotOutcomeEdge: carriers,
  LotOutcomeEntry: carriers,
  LotOutcomeEntryConnection: carriers,
  LotOutcomeEntryEdge: carriers,
  LotOutcomeProblem: carriers,
  LotOutcomeUnreadableError: carriers,
  LotPackageExportSuccess: carriers,
  LotPackageDownloadSuccess: carriers,
  LotPackageHandOverSuccess: carriers,
  LotOutcomeImportSuccess: carriers,
  Lot: everyone,
  Accreditation: ofAccreditation,
  AccreditationConnection: signedIn,
  AccreditationEdge: signedIn,
  AccreditationRecordSuccess: accreditors,
  AccreditationEndSuccess: accreditors,
  User: everyone,
  StandardsSyncSuccess: syncers,
  StandardsSyncConnection: everyone,
  StandardsSyncEdge: everyone,
  StandardsSync: syncers,
  StandardsSyncProblem: syncers,
  StandardChangeConnection: everyone,
  StandardChangeEdge: everyone,
  StandardChange: syncers,
  StandardDifference: syncers,
  StandardConnection: everyone,
  StandardEdge: everyone,
  PageInfo: everyone,
  DataPart: scope('data.export'),
  AuditEntry: auditReaders,
  AuditEntryConnection: auditReaders,
  AuditEntryEdge: auditReaders,
  Standard: {
    id: everyone,
    code: everyone,
    title: everyone,
    level: everyone,
    sector: everyone,
    committee: everyone,
    isActive: everyone,
    committees: everyone,
    status: everyone,
    supersedes: everyone,
    supersededBy: everyone,
    versions: everyone,
    solarpunkAlignment: everyone,
    isSample: everyone,
    criteria: everyone,
    instrument: assessors,
  },
  Instrument: assessors,
  InstrumentCriterion: assessors,
  InstrumentReactivo: assessors,
  StandardAlignment: everyone,
  StandardSubScore: everyone,
  StandardCriterion: everyone,
  Course: everyone,
  // Whether there is a submission that this viewer may see is decided where it is loaded.
  Certification: { id: everyone, submission: anyOf(signedIn, scope(SUBMISSION_SCOPE)) },
  Submission: ofSubmission,
  SubmissionPrioritizeSuccess: personas('certifier'),
  AuthorityStatus: authorityFollowers,
  AuthorityTotal: personas('super_admin'),
  AuthorityBreaker: everyone,
  NotFoundError: everyone,
  ConflictError: everyone,
  InvalidInputError: everyone,
  InvalidStateError: everyone,
} satisfies AccessTable;
