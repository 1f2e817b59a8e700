import { removeDomain } from '../../../../store/tenant-domain.ts';
import { actorOf } from '../../../actor.ts';
import { notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const tenantDomainRemove: NonNullable<MutationResolvers['tenantDomainRemove']> = async (_parent, { input }, ctx) => {
  const result = await ctx.db.write((tx) => removeDomain(tx, actorOf(ctx.principal), input.tenantId, ctx.clock));
  if (!result.ok) return notFound(result.error);
  return { __typename: 'TenantDomainRemoveSuccess', tenant: result.value };
};
