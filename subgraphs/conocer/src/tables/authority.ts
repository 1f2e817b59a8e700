import type { AuthorityName } from '@academy/contracts';
import { instant, integer, tenantId, tenantTable, text } from '@academy/platform/db';
import { pgTable, primaryKey } from 'drizzle-orm/pg-core';

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
    waiting: integer('waiting').notNull().default(0),
    oldestAt: instant('oldest_at'),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.authority] })],
);
export type AuthorityQuotaRow = typeof authorityQuotas.$inferSelect;

/** Whether calls to an authority are held back, as the worker that saw it last told. No tenant's. */
export const authorityBreakers = pgTable(
  'authority_breakers',
  {
    authority: text('authority').$type<AuthorityName>().notNull(),
    side: text('side', { enum: ['SUBMIT', 'ASK'] }).notNull(),
    state: text('state', { enum: ['CLOSED', 'OPEN', 'HALF_OPEN'] }).notNull(),
    since: instant('since').notNull(),
  },
  (self) => [primaryKey({ columns: [self.authority, self.side] })],
);
export type AuthorityBreakerRow = typeof authorityBreakers.$inferSelect;

/** What waits for an authority over all tenants. No tenant's. */
export const authorityTotals = pgTable('authority_totals', {
  authority: text('authority').$type<AuthorityName>().primaryKey(),
  waiting: integer('waiting').notNull(),
  oldestAt: instant('oldest_at'),
  tenantsAway: integer('tenants_away').notNull(),
  answeredAt: instant('answered_at'),
  countedAt: instant('counted_at').notNull(),
});
export type AuthorityTotalRow = typeof authorityTotals.$inferSelect;
