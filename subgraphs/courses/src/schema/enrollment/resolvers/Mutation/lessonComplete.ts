import { isUuid, unreachable } from '@academy/kernel';
import { completeLesson } from '../../../../store/complete-lesson.ts';
import { forgetEnrollments } from '../../../../store/loaders.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { invalidState, notFound } from '../../refusals.ts';
import { viewerId } from '../../viewer.ts';
import { loadOwnEnrollment } from '../../visible-enrollment.ts';

export const lessonComplete: NonNullable<MutationResolvers['lessonComplete']> = async (_parent, { input }, ctx) => {
  const { enrollmentId, lessonId } = input;
  if (!isUuid(enrollmentId)) return notFound('enrolment');
  if (!isUuid(lessonId)) return notFound('lesson');
  const call = { tenantId: ctx.tenantId, learnerId: viewerId(ctx), enrollmentId, lessonId, now: ctx.clock.now() };
  const outcome = await ctx.db.write((tx) => completeLesson(tx, call));
  forgetEnrollments(ctx.loaders);
  if (outcome.ok) return { __typename: 'LessonCompleteSuccess', enrollment: await loadOwnEnrollment(ctx, enrollmentId) };
  switch (outcome.error.kind) {
    case 'EnrollmentNotFound':
      return notFound('enrolment');
    case 'LessonNotFound':
      return notFound('lesson');
    case 'WrongState':
      return invalidState(outcome.error);
    default:
      return unreachable(outcome.error);
  }
};
