import { personOf } from '../../person.ts';
import type { CourseResolvers } from '../../types.generated.ts';
import { loadPublishedCourse } from '../published-course.ts';

export const Course: CourseResolvers = {
  __resolveReference: ({ id }, ctx) => loadPublishedCourse(ctx, id),
  assessment: ({ id }, _arg, ctx) => ctx.loaders.assessmentOfCourse.load(id),
  instructor: ({ instructorId }, _arg, { loaders }) => personOf(instructorId, loaders),
  modules: ({ id }, _arg, ctx) => ctx.loaders.modulesOfCourse.load(id),
};
