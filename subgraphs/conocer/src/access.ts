import type { Principal } from '@academy/kernel';
import { type AccessTable, anyOf, everyone, owner, personas, type Rule, scope, signedIn } from '@academy/platform/access';
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

/** Who may read what. Standards are facts of a public register. */
export const access = {
  Query: { conocerData: scope('data.export'), standard: everyone, standards: everyone, conocerAuditLog: auditReaders },
  StandardConnection: everyone,
  StandardEdge: everyone,
  PageInfo: everyone,
  DataPart: scope('data.export'),
  AuditEntry: auditReaders,
  AuditEntryConnection: auditReaders,
  AuditEntryEdge: auditReaders,
  Standard: everyone,
  Course: everyone,
  // Whether there is a submission that this viewer may see is decided where it is loaded.
  Certification: { id: everyone, submission: anyOf(signedIn, scope(SUBMISSION_SCOPE)) },
  Submission: ofSubmission,
  NotFoundError: everyone,
  ConflictError: everyone,
  InvalidInputError: everyone,
  InvalidStateError: everyone,
} satisfies AccessTable;
