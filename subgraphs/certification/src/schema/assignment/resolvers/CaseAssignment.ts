import { personOf } from '../../person.ts';
import type { CaseAssignmentResolvers } from '../../types.generated.ts';

export const CaseAssignment: CaseAssignmentResolvers = {
  person: ({ personId }, _args, { loaders }) => personOf(personId, loaders),
  assignedBy: ({ assignedBy }, _args, { loaders }) => (assignedBy === null ? null : personOf(assignedBy, loaders)),
};
