import { customType, primaryKey } from 'drizzle-orm/pg-core';
import { bigint, instant, tenantId, tenantTable, text, uuid } from '../db/columns.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** What was done with power, chained by hashes; numbers and hashes are the database's own. */
export const auditLog = tenantTable(
  'audit_log',
  {
    tenantId: tenantId(),
    number: bigint('number', { mode: 'number' }).notNull(),
    action: text('action').notNull(),
    actorKind: text('actor_kind', { enum: ['user', 'service', 'anonymous'] }).notNull(),
    actor: text('actor').notNull(),
    persona: text('persona'),
    impersonatorId: uuid('impersonator_id'),
    subject: text('subject').notNull(),
    why: text('why'),
    detail: text('detail').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    previousHash: bytes('previous_hash').notNull(),
    hash: bytes('hash').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.number] })],
);

/** Where each tenant's chain ends. */
export const auditHeads = tenantTable('audit_heads', {
  tenantId: tenantId().primaryKey(),
  number: bigint('number', { mode: 'number' }).notNull(),
  hash: bytes('hash').notNull(),
});

/** An entry as it is kept. */
export type AuditRow = typeof auditLog.$inferSelect;
