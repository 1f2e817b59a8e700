import { instant, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { foreignKey, primaryKey, unique } from 'drizzle-orm/pg-core';
import type { PortfolioEntryKind } from '../domain/portfolio.ts';
import { users } from './people.ts';

/** What a person can show: one entry per certification and kind. */
export const portfolioEntries = tenantTable(
  'portfolio_entries',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    userId: uuid('user_id').notNull(),
    certificationId: uuid('certification_id').notNull(),
    kind: text('kind').$type<PortfolioEntryKind>().notNull(),
    title: text('title').notNull(),
    folio: text('folio'),
    /** URL of its signed credential. */
    credentialUrl: text('credential_url'),
    earnedAt: instant('earned_at').notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.id] }),
    unique('portfolio_entries_tenant_id_certification_id_kind_key').on(self.tenantId, self.certificationId, self.kind),
    foreignKey({ columns: [self.tenantId, self.userId], foreignColumns: [users.tenantId, users.id] }).onDelete('cascade'),
  ],
);
