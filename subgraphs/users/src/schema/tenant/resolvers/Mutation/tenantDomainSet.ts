import { unreachable } from '@academy/kernel';
import { claimDomain } from '../../../../store/tenant-domain.ts';
import { actorOf } from '../../../actor.ts';
import { invalidInput, invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const tenantDomainSet: NonNullable<MutationResolvers['tenantDomainSet']> = async (_parent, { input }, ctx) => {
  const result = await ctx.db.write((tx) => claimDomain(tx, actorOf(ctx.principal), input, ctx.clock));
  if (result.ok) return { __typename: 'TenantDomainSetSuccess', tenant: result.value };
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
