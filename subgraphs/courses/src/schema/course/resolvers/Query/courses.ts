import { Fault, toConnection } from '@academy/kernel';
import { courseSearch } from '../../../../domain/course-search.ts';
import { findPublishedCourses } from '../../../../store/courses.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { COURSES_SCOPE, courseKey, coursesPage } from '../../courses-page.ts';

export const courses: NonNullable<QueryResolvers['courses']> = async (_parent, { filter, first, after }, ctx) => {
  const page = coursesPage({ first, after });
  const search = courseSearch(filter ?? {});
  if (!search.ok) throw new Fault('BAD_USER_INPUT', search.error.message);
  const conditions = { ...search.value, level: filter?.level ?? undefined };
  const rows = await ctx.db.read((tx) => findPublishedCourses(tx, conditions, page));
  for (const row of rows) ctx.loaders.courseById.prime(row.id, row);
  const { edges, pageInfo } = toConnection(COURSES_SCOPE, page, rows, courseKey);
  return { edges: [...edges], pageInfo };
};
