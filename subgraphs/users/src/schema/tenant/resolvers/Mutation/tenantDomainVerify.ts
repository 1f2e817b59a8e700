import { unreachable } from '@academy/kernel';
import { invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { verifyDomain } from '../../verify-domain.ts';

export const tenantDomainVerify: NonNullable<MutationResolvers['tenantDomainVerify']> = async (_parent, { input }, ctx) => {
  const result = await verifyDomain(input.tenantId ?? ctx.tenantId, ctx);
  if (result.ok) return { __typename: 'TenantDomainVerifySuccess', tenant: result.value };
  switch (result.error.kind) {
    case 'InvalidState':
      return invalidState(result.error);
    case 'NotFound':
      return notFound(result.error);
    default:
      return unreachable(result.error);
  }
};
