import { unreachable } from '@academy/kernel';
import { setTenantTerms } from '../../../../store/tenant-changes.ts';
import { actorOf } from '../../../actor.ts';
import { invalidInput, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const tenantTermsSet: NonNullable<MutationResolvers['tenantTermsSet']> = async (_parent, { input }, ctx) => {
  const result = await ctx.db.write((tx) => setTenantTerms(tx, actorOf(ctx.principal), input, ctx.clock));
  if (result.ok) return { __typename: 'TenantTermsSetSuccess', tenant: result.value };
  switch (result.error.kind) {
    case 'InvalidInput':
      return invalidInput(result.error);
    case 'NotFound':
      return notFound(result.error);
    default:
      return unreachable(result.error);
  }
};
