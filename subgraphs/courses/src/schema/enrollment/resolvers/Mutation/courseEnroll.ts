import { idempotencyKeyFault, isUuid, unreachable } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import { enrollInCourse } from '../../../../store/enroll-in-course.ts';
import { forgetEnrollments } from '../../../../store/loaders.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { conflict, invalidInput, notFound } from '../../refusals.ts';
import { viewerId } from '../../viewer.ts';
import { loadOwnEnrollment } from '../../visible-enrollment.ts';

export const courseEnroll: NonNullable<MutationResolvers['courseEnroll']> = async (_parent, { input }, ctx) => {
  const { courseId, idempotencyKey: key } = input;
  const fault = idempotencyKeyFault(key);
  if (fault !== undefined) return invalidInput(fault);
  if (!isUuid(courseId)) return notFound('course');
  const { tenantId } = ctx;
  const learnerId = viewerId(ctx);
  const call = { tenantId, actorId: learnerId, operation: 'courseEnroll', key, input: { courseId } };
  const now = ctx.clock.now();
  const answer = await ctx.db.write((tx) =>
    onceByKey(tx, call, () => enrollInCourse(tx, { tenantId, learnerId, courseId, now })),
  );
  if (!answer.ok) return conflict(answer.error);
  forgetEnrollments(ctx.loaders);
  const outcome = answer.value;
  if (outcome.ok) {
    return { __typename: 'CourseEnrollSuccess', enrollment: await loadOwnEnrollment(ctx, outcome.value.enrollmentId) };
  }
  switch (outcome.error.kind) {
    case 'CourseNotFound':
      return notFound('course');
    case 'AlreadyEnrolled':
      return {
        __typename: 'AlreadyEnrolledError',
        code: 'ALREADY_ENROLLED',
        message: `You have been enrolled in this course since ${outcome.error.since}.`,
        enrollment: await loadOwnEnrollment(ctx, outcome.error.enrollmentId),
      };
    default:
      return unreachable(outcome.error);
  }
};
