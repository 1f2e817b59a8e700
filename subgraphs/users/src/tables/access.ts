import { bigint, instant, integer, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { foreignKey, primaryKey, unique } from 'drizzle-orm/pg-core';
import { type GrantedPersona, users } from './people.ts';
import { tenantDirectory } from './tenants.ts';

/** Keys of programs that act for a tenant; the database keeps no secret, only what one is recognised by. */
export const apiKeys = tenantTable(
  'api_keys',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    /** Part of the key's text; may be shown. */
    publicId: text('public_id').notNull(),
    name: text('name').notNull(),
    scopes: text('scopes').array().notNull(),
    /** SHA-256 of the whole text of the key, hex. */
    digest: text('digest').notNull(),
    /** The one before the last rotation, good until `previousUntil`. */
    previousDigest: text('previous_digest'),
    previousUntil: instant('previous_until'),
    /** From 1; grows with every change that the gateway has to know of. */
    version: integer('version').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    rotatedAt: instant('rotated_at'),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    /** Of uses that are less than a minute apart, the first. */
    lastUsedAt: instant('last_used_at'),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.id] }),
    unique('api_keys_tenant_id_public_id_key').on(self.tenantId, self.publicId),
    foreignKey({ columns: [self.tenantId], foreignColumns: [tenantDirectory.id] }),
  ],
);

/** Sessions in which an operator acted in a person's name. */
export const impersonations = tenantTable(
  'impersonations',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    impersonatorId: uuid('impersonator_id').notNull(),
    userId: uuid('user_id').notNull(),
    persona: text('persona').$type<GrantedPersona>().notNull(),
    reason: text('reason').notNull(),
    startedAt: instant('started_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** When it was ended before its time. */
    endedAt: instant('ended_at'),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.id] }),
    foreignKey({ columns: [self.tenantId, self.userId], foreignColumns: [users.tenantId, users.id] }).onDelete('cascade'),
  ],
);

/** What ended sessions before their tokens did, for as long as such a token may live. */
export const accessRevocations = tenantTable(
  'access_revocations',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    kind: text('kind').$type<'SESSION' | 'PERSONA' | 'USER'>().notNull(),
    userId: uuid('user_id').notNull(),
    /** Of one session: the `jti` of its token. */
    sessionId: text('session_id'),
    /** Of all sessions under one persona. */
    persona: text('persona').$type<GrantedPersona>(),
    /** Tokens issued before are refused; of a session: all. */
    revokedBefore: instant('revoked_before').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    mattersUntil: instant('matters_until').notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.id] }),
    unique('access_revocations_tenant_id_user_id_session_id_key').on(self.tenantId, self.userId, self.sessionId),
    foreignKey({ columns: [self.tenantId], foreignColumns: [tenantDirectory.id] }),
  ],
);

/** How a person signs in where no identity provider vouches for her. */
export const credentials = tenantTable(
  'credentials',
  {
    tenantId: tenantId(),
    userId: uuid('user_id').notNull(),
    /** A PHC string of argon2id; null: none was set yet. */
    passwordHash: text('password_hash'),
    /** Sealed by the vault; null: no second factor. */
    sealedTotpSecret: text('sealed_totp_secret'),
    /** The second factor counts from here on. */
    totpConfirmedAt: instant('totp_confirmed_at'),
    /** The last 30 s step whose code was accepted. */
    totpLastStep: bigint('totp_last_step', { mode: 'number' }).notNull().default(0),
    /** SHA-256 in hex of recovery codes that were not used yet. */
    recoveryHashes: text('recovery_hashes').array().notNull().default([]),
    changedAt: instant('changed_at').notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.userId] }),
    foreignKey({ columns: [self.tenantId, self.userId], foreignColumns: [users.tenantId, users.id] }).onDelete('cascade'),
  ],
);

/** Attempts to sign in within a window, by account and by address. */
export const signInAttempts = tenantTable(
  'sign_in_attempts',
  {
    tenantId: tenantId(),
    /** SHA-256 in hex of what is counted. */
    digest: text('digest').notNull(),
    attempts: integer('attempts').notNull(),
    windowEndsAt: instant('window_ends_at').notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.digest] }),
    foreignKey({ columns: [self.tenantId], foreignColumns: [tenantDirectory.id] }),
  ],
);
