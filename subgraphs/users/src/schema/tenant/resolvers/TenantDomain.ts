import { challengeOf } from '../../../domain/tenant-domain.ts';
import type { TenantDomainResolvers } from '../../types.generated.ts';

export const TenantDomain: TenantDomainResolvers = {
  status: ({ verifiedAt }) => (verifiedAt === null ? 'PENDING' : 'VERIFIED'),
  recordName: (domain) => challengeOf(domain).recordName,
  recordValue: (domain) => challengeOf(domain).recordValue,
};
