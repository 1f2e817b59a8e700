import { boolean, date, integer, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { primaryKey } from 'drizzle-orm/pg-core';

/** What lets a person evaluate, told by conocer. */
export const accreditations = tenantTable(
  'accreditations',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    kind: text('kind', { enum: ['CEDULA', 'EC0076'] }).notNull(),
    standardMajor: text('standard_major'),
    issuedOn: date('issued_on', { mode: 'string' }).notNull(),
    validThrough: date('valid_through', { mode: 'string' }),
    isEnded: boolean('is_ended').notNull(),
    version: integer('version').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);
