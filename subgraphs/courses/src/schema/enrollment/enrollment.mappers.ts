import type { SeenEnrollmentRow } from '../../store/enrollments.ts';

export type EnrollmentMapper = SeenEnrollmentRow;
export type UserMapper = { readonly id: string; readonly isOfViewersCentre: boolean };
