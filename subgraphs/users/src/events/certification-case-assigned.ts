import { type CaseAssignmentTold, caseAssigned, caseUnassigned } from '@academy/contracts';
import type { Tx } from '@academy/platform/db';
import { type Reaction, reaction } from '@academy/platform/events';
import { keepAssignment, PERSONA_OF_DUTY } from '../store/assignments.ts';
import type { UsersWorker } from '../worker-context.ts';

/** Whoever is assigned to a case sees its candidate, as long as she is. */
export const caseAssignmentReactions: readonly Reaction<UsersWorker>[] = [
  reaction('case-assigned', caseAssigned, (tx, { tenantId, data }) => keep(tx, tenantId, data, data.personId)),
  reaction('case-unassigned', caseUnassigned, (tx, { tenantId, data }) => keep(tx, tenantId, data, null)),
];

function keep(tx: Tx, tenantId: string, told: CaseAssignmentTold, personId: string | null): Promise<void> {
  const { assignmentId: sourceId, candidateId: subjectId, duty, version } = told;
  return keepAssignment(tx, { tenantId, sourceId, personId, persona: PERSONA_OF_DUTY[duty], subjectId, version });
}
