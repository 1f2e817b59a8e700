import { instant, integer, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { foreignKey, primaryKey, unique } from 'drizzle-orm/pg-core';
import { users } from './people.ts';

/** What a person was told. */
export const notifications = tenantTable(
  'notifications',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    userId: uuid('user_id').notNull(),
    certificationId: uuid('certification_id').notNull(),
    topic: text('topic').notNull(),
    text: text('text').notNull(),
    sentAt: instant('sent_at').notNull(),
    /** From 1 for each person, without gaps, in the order of commits; the database gives it, whatever is inserted. */
    number: integer('number').notNull().default(0),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.id] }),
    unique('notifications_tenant_id_user_id_number_key').on(self.tenantId, self.userId, self.number),
    foreignKey({ columns: [self.tenantId, self.userId], foreignColumns: [users.tenantId, users.id] }).onDelete('cascade'),
  ],
);
