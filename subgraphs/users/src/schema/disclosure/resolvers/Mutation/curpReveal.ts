import { unreachable } from '@academy/kernel';
import { revealCurp } from '../../../../store/reveal-curp.ts';
import { actorOf } from '../../../actor.ts';
import { invalidInput, invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { visibleUser } from '../../../user/visible-user.ts';

export const curpReveal: NonNullable<MutationResolvers['curpReveal']> = async (_parent, { input }, ctx) => {
  const viewer = actorOf(ctx.principal);
  const user = await visibleUser(input.userId, ctx);
  // Instructors are known to everybody by name; a learner may still see nobody's data but her own.
  const isHers = user !== undefined && (viewer.persona !== 'learner' || user.id === viewer.userId);
  if (!isHers) return notFound({ kind: 'NotFound', message: 'There is no such user, or none whose CURP you may see.' });
  const revealed = await ctx.db.write((tx) => revealCurp(tx, ctx.vault, viewer, { ...input, userId: user.id }, ctx.clock));
  if (revealed.ok) return { __typename: 'CurpRevealSuccess', ...revealed.value };
  const { error } = revealed;
  switch (error.kind) {
    case 'InvalidInput':
      return invalidInput(error);
    case 'InvalidState':
      return invalidState(error);
    case 'IdempotencyConflict':
      return { __typename: 'ConflictError', code: 'IDEMPOTENCY_CONFLICT', message: error.message };
    default:
      return unreachable(error);
  }
};
