import { isUuid } from '@academy/kernel';
import type { Context } from '../../context.ts';
import type { CourseRow } from '../../store/courses.ts';

/** A published course of the viewer's tenant; undefined for every other id, whatever it looks like. */
export async function loadPublishedCourse(ctx: Context, id: string): Promise<CourseRow | undefined> {
  const course = isUuid(id) ? await ctx.loaders.courseById.load(id) : undefined;
  return course?.publishedAt === null ? undefined : course;
}
