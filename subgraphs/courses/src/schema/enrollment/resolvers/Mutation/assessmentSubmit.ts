import { idempotencyKeyFault, isUuid } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import { forgetEnrollments } from '../../../../store/loaders.ts';
import { submitAssessment } from '../../../../store/submit-assessment.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { conflict, invalidInput, notFound } from '../../refusals.ts';
import { submissionRefused, submissionScored } from '../../submission-result.ts';
import { viewerId } from '../../viewer.ts';

export const assessmentSubmit: NonNullable<MutationResolvers['assessmentSubmit']> = async (_parent, { input }, ctx) => {
  const { enrollmentId, answers, idempotencyKey: key } = input;
  const fault = idempotencyKeyFault(key);
  if (fault !== undefined) return invalidInput(fault);
  if (!isUuid(enrollmentId)) return notFound('enrolment');
  const { tenantId } = ctx;
  const learnerId = viewerId(ctx);
  const call = { tenantId, actorId: learnerId, operation: 'assessmentSubmit', key, input: { enrollmentId, answers } };
  const now = ctx.clock.now();
  const answer = await ctx.db.write((tx) =>
    onceByKey(tx, call, () => submitAssessment(tx, { tenantId, learnerId, enrollmentId, answers, now })),
  );
  if (!answer.ok) return conflict(answer.error);
  forgetEnrollments(ctx.loaders);
  const outcome = answer.value;
  return outcome.ok ? submissionScored(ctx, enrollmentId, outcome.value.attemptId) : submissionRefused(ctx, outcome.error);
};
