import { Fault, isUuid, type PageRequest } from '@academy/kernel';
import { pageOrFault } from '@academy/platform/graphql';
import type { CourseRow } from '../../store/courses.ts';

/** Names the list in its cursors. */
export const COURSES_SCOPE = 'courses';

/** What the list is sorted by. */
export function courseKey(course: CourseRow): readonly [titleKey: string, id: string] {
  return [course.titleKey, course.id];
}

/** The page that is asked for; throws BAD_USER_INPUT when the list never gave out such a cursor. */
export function coursesPage(args: { first?: number | null | undefined; after?: string | null | undefined }): PageRequest {
  const page = pageOrFault(COURSES_SCOPE, 2, args);
  const [titleKey, id] = page.after ?? [];
  if (page.after !== undefined && (!isUuid(id) || titleKey === undefined || titleKey.includes('\0'))) {
    throw new Fault('BAD_USER_INPUT', 'after must be a cursor that this list returned; start again without it.');
  }
  return page;
}
