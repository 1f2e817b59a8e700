import { Fault } from '@academy/kernel';
import type { QueryResolvers } from '../../../types.generated.ts';
import { loadPublishedCourse } from '../../published-course.ts';

export const course: NonNullable<QueryResolvers['course']> = async (_parent, { id }, ctx) => {
  const found = await loadPublishedCourse(ctx, id);
  if (found === undefined) throw new Fault('NOT_FOUND', 'There is no published course with this id.');
  return found;
};
