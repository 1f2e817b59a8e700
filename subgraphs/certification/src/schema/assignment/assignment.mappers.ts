import type { AssignmentRow } from '../../store/case-assignments.ts';

export type CaseAssignmentMapper = AssignmentRow;
