import { unreachable } from '@academy/kernel';
import { mayReveal } from '../../../../domain/user-visibility.ts';
import { revealCurp } from '../../../../store/reveal-curp.ts';
import { actorOf } from '../../../actor.ts';
import { invalidInput, invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { visibleUser } from '../../../user/visible-user.ts';

export const curpReveal: NonNullable<MutationResolvers['curpReveal']> = async (_parent, { input }, ctx) => {
  const viewer = actorOf(ctx.principal);
  const user = await visibleUser(input.userId, ctx);
  if (user === undefined || !mayReveal(viewer, user))
    return notFound({ kind: 'NotFound', message: 'There is no such user, or none whose CURP you may see.' });
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
