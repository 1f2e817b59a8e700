import { instant, integer, jsonb, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { foreignKey, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import type { TenantStatus } from '../domain/tenant-life.ts';
import type { TenantSettings } from '../domain/tenant-settings.ts';
import type { DeliveryStatus, WebhookTopic } from '../domain/webhook.ts';

/**
 * The register of tenants, the single place that each is kept. It is not a tenant table: the gateway reads all of it before it knows who asks,
 * and it holds no personal data, so no policy has to be walked around anywhere.
 */
export const tenantDirectory = pgTable('tenant_directory', {
  id: uuid('id').primaryKey(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  status: text('status').$type<TenantStatus>().notNull(),
  settings: jsonb('settings').$type<TenantSettings>().notNull(),
  /** Grows with every change; what the events of a tenant carry as their time. */
  changedAt: instant('changed_at').notNull(),
  /** A domain that the tenant wants to be reached under; its own, and no other tenant's, once it is verified. */
  domainName: text('domain_name'),
  domainToken: text('domain_token'),
  domainVerifiedAt: instant('domain_verified_at'),
});

/** Where a tenant wants to be told of events; at most one each. */
export const webhooks = tenantTable(
  'webhooks',
  {
    tenantId: tenantId(),
    url: text('url').notNull(),
    /** Empty: of all. */
    topics: text('topics').array().$type<WebhookTopic[]>().notNull(),
    /** By the vault. */
    sealedSecret: text('sealed_secret').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId] }),
    foreignKey({ columns: [self.tenantId], foreignColumns: [tenantDirectory.id] }),
  ],
);

/** What was, or is to be, brought to a webhook. */
export const webhookDeliveries = tenantTable(
  'webhook_deliveries',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    topic: text('topic').notNull(),
    /** Ids and codes only. */
    body: jsonb('body').notNull(),
    status: text('status').$type<DeliveryStatus>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    statusCode: integer('status_code'),
    failure: text('failure'),
    createdAt: instant('created_at').notNull(),
    attemptedAt: instant('attempted_at'),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.id] }),
    foreignKey({ columns: [self.tenantId], foreignColumns: [webhooks.tenantId] }).onDelete('cascade'),
  ],
);
