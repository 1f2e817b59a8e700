import { unreachable } from '@academy/kernel';
import { suspendTenant } from '../../../../store/tenant-changes.ts';
import { actorOf } from '../../../actor.ts';
import { invalidInput, invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const tenantSuspend: NonNullable<MutationResolvers['tenantSuspend']> = async (_parent, { input }, ctx) => {
  const result = await ctx.db.write((tx) => suspendTenant(tx, actorOf(ctx.principal), input, ctx.clock));
  if (result.ok) return { __typename: 'TenantSuspendSuccess', tenant: result.value };
  switch (result.error.kind) {
    case 'InvalidInput':
      return invalidInput(result.error);
    case 'InvalidState':
      return invalidState(result.error);
    case 'NotFound':
      return notFound(result.error);
    default:
      return unreachable(result.error);
  }
};
