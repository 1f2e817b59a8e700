import { isUuid } from '@academy/kernel';
import { mayReadTenant } from '../../../domain/tenant-visibility.ts';
import type { TenantResolvers } from '../../types.generated.ts';

export const Tenant: Pick<
  TenantResolvers,
  'changedAt' | 'customDomain' | 'id' | 'name' | 'settings' | 'slug' | 'status' | '__resolveReference'
> = {
  __resolveReference: ({ id }, ctx) => (isUuid(id) && mayReadTenant(ctx.principal, id) ? ctx.loaders.tenant.load(id) : null),
  customDomain: ({ domainName, domainToken, domainVerifiedAt }) =>
    domainName === null || domainToken === null ? null : { name: domainName, token: domainToken, verifiedAt: domainVerifiedAt },
};
