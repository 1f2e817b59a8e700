import { instant, integer, jsonb, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { primaryKey } from 'drizzle-orm/pg-core';

/** Each tenant as an issuer of credentials, since its first. */
export const credentialIssuers = tenantTable(
  'credential_issuers',
  {
    tenantId: tenantId(),
    did: text('did').notNull(),
    baseUrl: text('base_url').notNull(),
    name: text('name').notNull(),
    /** The generation of keys that signs now. */
    keyNumber: integer('key_number').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId] })],
);

/** Generations of an issuer's keys; the private part is there, sealed, only while it signs. */
export const issuerKeys = tenantTable(
  'issuer_keys',
  {
    tenantId: tenantId(),
    number: integer('number').notNull(),
    ed25519: text('ed25519').notNull(),
    rs256: jsonb('rs256').$type<Record<string, unknown>>().notNull(),
    sealed: text('sealed'),
    createdAt: instant('created_at').notNull(),
    retiredAt: instant('retired_at'),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.number] })],
);

/** Credentials, at most one of each kind a case. */
export const credentials = tenantTable(
  'credentials',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    certificationId: uuid('certification_id').notNull(),
    kind: text('kind', { enum: ['COMPLETION', 'COMPETENCY'] }).notNull(),
    holderId: uuid('holder_id').notNull(),
    keyNumber: integer('key_number').notNull(),
    statusList: integer('status_list').notNull(),
    statusIndex: integer('status_index').notNull(),
    sealed: text('sealed'),
    sha256: text('sha256').notNull(),
    issuedAt: instant('issued_at').notNull(),
    validUntil: instant('valid_until'),
    revokedAt: instant('revoked_at'),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);
