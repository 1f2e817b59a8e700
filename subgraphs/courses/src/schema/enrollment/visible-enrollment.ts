import { isUuid } from '@academy/kernel';
import type { Context } from '../../context.ts';
import { mayViewEnrollment } from '../../domain/viewing.ts';
import type { SeenEnrollmentRow } from '../../store/enrollments.ts';

/** An enrolment that the viewer may see; undefined when there is none of this id, whatever the reason. */
export async function loadVisibleEnrollment(ctx: Context, id: string): Promise<SeenEnrollmentRow | undefined> {
  const enrollment = isUuid(id) ? await ctx.loaders.enrollmentById.load(id) : undefined;
  return enrollment !== undefined && mayViewEnrollment(ctx.principal, enrollment) ? enrollment : undefined;
}

/** An enrolment that must exist, as the viewer's own change has just touched it. */
export async function loadOwnEnrollment(ctx: Context, id: string): Promise<SeenEnrollmentRow> {
  const enrollment = await ctx.loaders.enrollmentById.load(id);
  if (enrollment === undefined) throw new Error(`The enrolment ${id} was there a moment ago and is gone.`);
  return enrollment;
}
