import { date, instant, integer, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { primaryKey } from 'drizzle-orm/pg-core';

/** What lets a person evaluate: cédulas de acreditación and certificates in EC0076, as certifiers put them on record. Rows are never deleted. */
export const accreditations = tenantTable(
  'accreditations',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    kind: text('kind', { enum: ['CEDULA', 'EC0076'] }).notNull(),
    /** The standard without its version; null for EC0076. */
    standardMajor: text('standard_major'),
    /** What the document itself bears. */
    folio: text('folio').notNull(),
    issuedOn: date('issued_on', { mode: 'string' }).notNull(),
    /** The last day; null: it has none. */
    validThrough: date('valid_through', { mode: 'string' }),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    endedBy: uuid('ended_by'),
    endedAt: instant('ended_at'),
    endReason: text('end_reason'),
    version: integer('version').notNull().default(1),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);
export type AccreditationRow = typeof accreditations.$inferSelect;
