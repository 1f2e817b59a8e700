import { type CaseAssignmentTold, caseAssigned, caseUnassigned } from '@academy/contracts';
import type { Tx } from '@academy/platform/db';
import { type Reaction, reaction } from '@academy/platform/events';
import { keepCaseAssignment } from '../store/case-assignments.ts';

/** Whoever is assigned to a case sees what was submitted for it, as long as she is. */
export const caseAssignmentReactions: readonly Reaction<unknown>[] = [
  reaction('case-assigned', caseAssigned, (tx, { tenantId, data }) => keep(tx, tenantId, data, false)),
  reaction('case-unassigned', caseUnassigned, (tx, { tenantId, data }) => keep(tx, tenantId, data, true)),
];

function keep(tx: Tx, tenantId: string, told: CaseAssignmentTold, isEnded: boolean): Promise<void> {
  const { assignmentId: id, certificationId, personId, duty, version } = told;
  return keepCaseAssignment(tx, { tenantId, id, certificationId, personId, duty, version, isEnded });
}
