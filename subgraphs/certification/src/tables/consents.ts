import { instant, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { primaryKey } from 'drizzle-orm/pg-core';
import { CONSENT_PURPOSES } from '../domain/consents.ts';

/** Receipts of what candidates consented to, and that they acknowledged their rights and duties: one for each version of each text. */
export const consents = tenantTable(
  'consents',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    certificationId: uuid('certification_id').notNull(),
    purpose: text('purpose', { enum: CONSENT_PURPOSES }).notNull(),
    textVersion: text('text_version').notNull(),
    givenAt: instant('given_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);
