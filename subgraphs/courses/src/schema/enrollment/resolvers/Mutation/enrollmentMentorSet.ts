import { Fault, idempotencyKeyFault, isUuid, type Result, unreachable } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import type { MentoringRefusal } from '../../../../domain/mentoring.ts';
import { forgetEnrollments } from '../../../../store/loaders.ts';
import { setMentor } from '../../../../store/mentoring.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { conflict, invalidInput, notFound } from '../../refusals.ts';
import { loadOwnEnrollment } from '../../visible-enrollment.ts';

export const enrollmentMentorSet: NonNullable<MutationResolvers['enrollmentMentorSet']> = async (_parent, { input }, ctx) => {
  const { enrollmentId, mentorId, idempotencyKey: key } = input;
  const { principal: actor, tenantId } = ctx;
  if (actor.kind !== 'user') throw new Fault('FORBIDDEN', 'Only a signed-in admin may do this.');
  const fault = idempotencyKeyFault(key);
  if (fault !== undefined) return invalidInput(fault);
  if (mentorId === undefined || (mentorId !== null && !isUuid(mentorId))) {
    return invalidInput({ field: 'mentorId', message: 'The id of a person was expected, or null for nobody.' });
  }
  if (!isUuid(enrollmentId)) return notFound('enrolment');
  const said = { enrollmentId, mentorId };
  const call = { tenantId, actorId: actor.userId, operation: 'enrollmentMentorSet', key, input: said };
  const now = ctx.clock.now();
  const answer = await ctx.db.write((tx) =>
    onceByKey<Result<void, MentoringRefusal | { kind: 'NotFound' }>>(tx, call, () => setMentor(tx, { ...said, actor, now })),
  );
  if (!answer.ok) return conflict(answer.error);
  if (!answer.value.ok) return refused(answer.value.error);
  forgetEnrollments(ctx.loaders);
  return { __typename: 'EnrollmentMentorSetSuccess', enrollment: await loadOwnEnrollment(ctx, enrollmentId) };
};

function refused(refusal: MentoringRefusal | { readonly kind: 'NotFound' }) {
  switch (refusal.kind) {
    case 'NotFound':
      return notFound('enrolment');
    case 'Herself':
      return invalidState('Nobody accompanies herself; name another person.');
    case 'NoMentor':
      return invalidState(
        'A person who holds the persona mentor in your tenant was expected; grant it to her first, or name another.',
      );
    case 'GivenUp':
      return invalidState('The course was given up: there is nobody to accompany.');
    case 'Unchanged':
      return invalidState('It is so already.');
    default:
      return unreachable(refusal);
  }
}

function invalidState(message: string) {
  return { __typename: 'InvalidStateError', code: 'INVALID_STATE', message } as const;
}
