import type { AuthorityBreakerResolvers } from '../../types.generated.ts';

export const AuthorityBreaker: AuthorityBreakerResolvers = {};
