import { Fault, unreachable } from '@academy/kernel';
import { revokeAccess } from '../../../../store/access-revocation.ts';
import { actorOf } from '../../../actor.ts';
import { invalidInput, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const userAccessRevoke: NonNullable<MutationResolvers['userAccessRevoke']> = async (_parent, { input }, ctx) => {
  const result = await ctx.db.write((tx) => revokeAccess(tx, actorOf(ctx.principal), input, ctx.clock));
  if (!result.ok) {
    switch (result.error.kind) {
      case 'InvalidInput':
        return invalidInput(result.error);
      case 'NotFound':
        return notFound(result.error);
      default:
        return unreachable(result.error);
    }
  }
  const user = await ctx.loaders.user.load(input.userId);
  if (user === undefined) throw new Fault('NOT_FOUND', 'The user is gone.');
  return { __typename: 'UserAccessRevokeSuccess', user, revokedBefore: result.value.revokedBefore };
};
