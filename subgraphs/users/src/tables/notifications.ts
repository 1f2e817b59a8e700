import { instant, integer, jsonb, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { foreignKey, primaryKey, unique } from 'drizzle-orm/pg-core';
import type { ChosenChannels, NotificationLanguage } from '../domain/notification-preferences.ts';
import type { SendingStatus } from '../domain/notification-sending.ts';
import { users } from './people.ts';

/** What a person was told. */
export const notifications = tenantTable(
  'notifications',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    userId: uuid('user_id').notNull(),
    /** Null: it is about no case. */
    certificationId: uuid('certification_id'),
    topic: text('topic').notNull(),
    text: text('text').notNull(),
    sentAt: instant('sent_at').notNull(),
    /** From 1 for each person, without gaps, in the order of commits; the database gives it, whatever is inserted. */
    number: integer('number').notNull().default(0),
    language: text('language').$type<NotificationLanguage>().notNull().default('ES'),
    /** Since when she has seen it, or, where she wants no ringing in the academy, when it was sent; null: not yet. */
    readAt: instant('read_at'),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.id] }),
    unique('notifications_tenant_id_user_id_number_key').on(self.tenantId, self.userId, self.number),
    foreignKey({ columns: [self.tenantId, self.userId], foreignColumns: [users.tenantId, users.id] }).onDelete('cascade'),
  ],
);

/** How a person wants to be told; who has no row has chosen nothing. */
export const notificationPreferences = tenantTable(
  'notification_preferences',
  {
    tenantId: tenantId(),
    userId: uuid('user_id').notNull(),
    language: text('language').$type<NotificationLanguage>().notNull(),
    /** Only what she chose. */
    choices: jsonb('choices').$type<ChosenChannels>().notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.userId] }),
    foreignKey({ columns: [self.tenantId, self.userId], foreignColumns: [users.tenantId, users.id] }).onDelete('cascade'),
  ],
);

/** What is to be brought, or was brought, to a person outside of the academy. */
export const notificationSendings = tenantTable(
  'notification_sendings',
  {
    tenantId: tenantId(),
    notificationId: uuid('notification_id').notNull(),
    channel: text('channel', { enum: ['EMAIL'] }).notNull(),
    status: text('status').$type<SendingStatus>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** A code of ours, never the words of the other side. */
    failure: text('failure'),
    createdAt: instant('created_at').notNull(),
    attemptedAt: instant('attempted_at'),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.notificationId, self.channel] }),
    foreignKey({
      columns: [self.tenantId, self.notificationId],
      foreignColumns: [notifications.tenantId, notifications.id],
    }).onDelete('cascade'),
  ],
);

/** The address of a person that nobody receives mail at. */
export const undeliverableAddresses = tenantTable(
  'undeliverable_addresses',
  {
    tenantId: tenantId(),
    userId: uuid('user_id').notNull(),
    /** Blind index of the address. */
    emailIndex: text('email_index').notNull(),
    failure: text('failure').notNull(),
    since: instant('since').notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.userId] }),
    foreignKey({ columns: [self.tenantId, self.userId], foreignColumns: [users.tenantId, users.id] }).onDelete('cascade'),
  ],
);
