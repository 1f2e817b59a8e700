import { unreachable } from '@academy/kernel';
import { revokeSession } from '../../../../store/session-revocation.ts';
import { actorOf } from '../../../actor.ts';
import { conflict, invalidInput, invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { actOnce } from '../../act-once.ts';

export const sessionRevoke: NonNullable<MutationResolvers['sessionRevoke']> = async (_parent, { input }, ctx) => {
  const result = await actOnce(ctx, { operation: 'sessionRevoke', input }, (tx) =>
    revokeSession(tx, actorOf(ctx.principal), input, ctx.clock),
  );
  if (result.ok) {
    return { __typename: 'SessionRevokeSuccess', sessionId: input.sessionId, revokedAt: new Date(result.value.revokedAt) };
  }
  switch (result.error.kind) {
    case 'InvalidInput':
      return invalidInput(result.error);
    case 'InvalidState':
      return invalidState(result.error);
    case 'NotFound':
      return notFound(result.error);
    case 'IdempotencyConflict':
      return conflict(result.error);
    default:
      return unreachable(result.error);
  }
};
