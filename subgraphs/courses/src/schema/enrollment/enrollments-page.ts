import { Fault, isUuid, type PageRequest } from '@academy/kernel';
import { pageOrFault } from '@academy/platform/graphql';
import type { EnrollmentRow } from '../../store/enrollments.ts';

/** Names the list in its cursors. */
export const ENROLLMENTS_SCOPE = 'enrollments';

/** What the list is sorted by, both falling. */
export function enrollmentKey(enrollment: EnrollmentRow): readonly [enrolledAt: string, id: string] {
  return [enrollment.enrolledAt.toISOString(), enrollment.id];
}

/** The page that is asked for; throws BAD_USER_INPUT when the list never gave out such a cursor. */
export function enrollmentsPage(args: { first?: number | null | undefined; after?: string | null | undefined }): PageRequest {
  const page = pageOrFault(ENROLLMENTS_SCOPE, 2, args);
  const [enrolledAt, id] = page.after ?? [];
  if (page.after !== undefined && !(isUuid(id) && isInstant(enrolledAt))) {
    throw new Fault('BAD_USER_INPUT', 'after must be a cursor that this list returned; start again without it.');
  }
  return page;
}

function isInstant(text: string | undefined): boolean {
  if (text === undefined || !/^\d{4}-\d\d-\d\dT/.test(text)) return false;
  const instant = new Date(text);
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === text;
}
