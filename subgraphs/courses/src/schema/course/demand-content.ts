import { Fault } from '@academy/kernel';
import type { Context } from '../../context.ts';
import { mayReadContent } from '../../domain/viewing.ts';

/** Passes only viewers who may read a course's lessons and questions; throws Fault FORBIDDEN for all others. */
export async function demandContent(ctx: Context, courseId: string): Promise<void> {
  const standing = await ctx.loaders.standingInCourse.load(courseId);
  if (standing === undefined || !mayReadContent(ctx.principal, standing)) {
    throw new Fault('FORBIDDEN', 'Only enrolled learners, the instructor and admins may read this; enrol in the course first.');
  }
}
