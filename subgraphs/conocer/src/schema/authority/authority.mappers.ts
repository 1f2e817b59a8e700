import type { AuthorityBreakerRow } from '../../tables/authority.ts';

export type AuthorityBreakerMapper = AuthorityBreakerRow;
