import { isUuid } from '@academy/kernel';
import type { CourseResolvers } from '../../types.generated.ts';

export const Course: CourseResolvers = {
  __resolveReference: ({ id }) => (isUuid(id) ? { id } : null),
  standards: ({ id }, _args, { loaders }) => loaders.courseStandards.load(id),
};
