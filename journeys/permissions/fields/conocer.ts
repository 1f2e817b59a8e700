import { by, type Decisions, each, key, rowsDecide } from '../decision.ts';

const EXPORTED = { ...by('arco.resolve', 'processes alone'), scope: 'data.export' };
const STANDARDS = by('standards.read');
const SUBMISSION = by('submission.status', 'oneself');

/** Fields of the conocer island. */
export const CONOCER: Decisions = {
  Query: {
    conocerData: EXPORTED,
    conocerAuditLog: by('audit.read', 'audited by others'),
    standards: STANDARDS,
    standard: STANDARDS,
  },
  Standard: { id: key, ...each(STANDARDS, 'code title level sector committee') },
  Certification: { submission: rowsDecide(SUBMISSION, { signedInOr: 'submission.status' }) },
  Submission: each(SUBMISSION, 'id status attempts sentAt checkedAt officialFolio rejectionReason'),
};
