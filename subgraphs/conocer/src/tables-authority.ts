import type { AuthorityName } from '@academy/contracts';
import { instant, integer, tenantId, tenantTable, text } from '@academy/platform/db';
import { primaryKey } from 'drizzle-orm/pg-core';

/** How a tenant stands with an authority: its rate, and whether the authority is away. */
export const authorityQuotas = tenantTable(
  'authority_quotas',
  {
    tenantId: tenantId(),
    authority: text('authority').$type<AuthorityName>().notNull(),
    freeAt: instant('free_at').notNull(),
    awaySince: instant('away_since'),
    awayCause: text('away_cause'),
    heldUntil: instant('held_until'),
    tries: integer('tries').notNull().default(0),
    answeredAt: instant('answered_at'),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.authority] })],
);
export type AuthorityQuotaRow = typeof authorityQuotas.$inferSelect;
