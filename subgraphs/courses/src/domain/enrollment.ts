import { fail, ok, type Result } from '@academy/kernel';

/** Where an enrolment stands. COMPLETED and CANCELLED are final. */
export type EnrollmentStatus = 'ACTIVE' | 'COMPLETED' | 'CANCELLED';

/** The enrolment is in a state in which this cannot be done. */
export type WrongState = {
  readonly kind: 'WrongState';
  readonly status: EnrollmentStatus;
  readonly expected: readonly EnrollmentStatus[];
};

const LEARNING: readonly EnrollmentStatus[] = ['ACTIVE', 'COMPLETED'];
const BEFORE_COMPLETION: readonly EnrollmentStatus[] = ['ACTIVE'];

/** Whether a lesson may be recorded as done: optional lessons may be read after the course is completed, none after it was given up. */
export function admitLesson(status: EnrollmentStatus): Result<void, WrongState> {
  return LEARNING.includes(status) ? ok(undefined) : fail({ kind: 'WrongState', status, expected: LEARNING });
}

/** Whether the final assessment may be handed in; `missingLessonIds` are the required lessons that are not done. */
export function admitSubmission(
  status: EnrollmentStatus,
  missingLessonIds: readonly string[],
): Result<void, WrongState | { readonly kind: 'LessonsMissing'; readonly lessonIds: readonly string[] }> {
  if (!BEFORE_COMPLETION.includes(status)) return fail({ kind: 'WrongState', status, expected: BEFORE_COMPLETION });
  if (missingLessonIds.length > 0) return fail({ kind: 'LessonsMissing', lessonIds: missingLessonIds });
  return ok(undefined);
}
