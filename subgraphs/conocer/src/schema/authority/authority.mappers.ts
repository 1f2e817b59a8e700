import type { AuthorityBreakerRow } from '../../store/authority-states.ts';

export type AuthorityBreakerMapper = AuthorityBreakerRow;
