import { unreachable } from '@academy/kernel';
import { reactivateTenant } from '../../../../store/tenant-changes.ts';
import { actorOf } from '../../../actor.ts';
import { invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const tenantReactivate: NonNullable<MutationResolvers['tenantReactivate']> = async (_parent, { input }, ctx) => {
  const result = await ctx.db.write((tx) => reactivateTenant(tx, actorOf(ctx.principal), input.tenantId, ctx.clock));
  if (result.ok) return { __typename: 'TenantReactivateSuccess', tenant: result.value };
  switch (result.error.kind) {
    case 'InvalidState':
      return invalidState(result.error);
    case 'NotFound':
      return notFound(result.error);
    default:
      return unreachable(result.error);
  }
};
