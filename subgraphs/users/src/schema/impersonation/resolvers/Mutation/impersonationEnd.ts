import { endImpersonation } from '../../../../store/impersonations.ts';
import { actorOf } from '../../../actor.ts';
import { notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { impersonationOrFault } from '../../impersonation-or-fault.ts';

export const impersonationEnd: NonNullable<MutationResolvers['impersonationEnd']> = async (_parent, { input }, ctx) => {
  const result = await ctx.db.write((tx) => endImpersonation(tx, actorOf(ctx.principal), input.impersonationId, ctx.clock));
  if (!result.ok) return notFound(result.error);
  return { __typename: 'ImpersonationEndSuccess', impersonation: await impersonationOrFault(result.value, ctx) };
};
