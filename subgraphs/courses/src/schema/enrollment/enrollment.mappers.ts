import type { EnrollmentRow } from '../../store/enrollments.ts';

export type EnrollmentMapper = EnrollmentRow;
export type UserMapper = { readonly id: string };
