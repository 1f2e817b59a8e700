import { integer, primaryKey } from 'drizzle-orm/pg-core';
import { instant, tenantId, tenantTable, text, uuid } from '../db/columns.ts';

/** The wrapped data key of each subject. A destroyed one leaves its row: when it went, and the hash of what it was. */
export const dataKeys = tenantTable(
  'data_keys',
  {
    tenantId: tenantId(),
    /** A person's id, or the tenant's own. */
    subject: uuid('subject').notNull(),
    version: integer('version').notNull(),
    /** Null once destroyed. */
    wrapped: text('wrapped'),
    wrappedBy: text('wrapped_by').notNull(),
    /** SHA-256 of the wrapped key, in hex; kept after its destruction. */
    wrappedHash: text('wrapped_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    destroyedAt: instant('destroyed_at'),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.subject] })],
);
