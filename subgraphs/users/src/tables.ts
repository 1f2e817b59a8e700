import type { DataPartWait } from '@academy/contracts';
import type { Persona } from '@academy/kernel';
import { bigint, instant, integer, jsonb, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { foreignKey, pgTable, primaryKey, unique } from 'drizzle-orm/pg-core';
import type { DataIsland, DataRequestKind, DataRequestStatus, RefusalGround } from './domain/data-request.ts';
import type { DisclosurePurpose } from './domain/disclosure.ts';
import type { PortfolioEntryKind } from './domain/portfolio.ts';
import type { TenantStatus } from './domain/tenant-life.ts';
import type { TenantSettings } from './domain/tenant-settings.ts';
import type { DeliveryStatus, WebhookTopic } from './domain/webhook.ts';

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

/** Evaluation centres of a tenant. */
export const centres = tenantTable(
  'centres',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    /** As the register writes it, e.g. `CE1399-OC063-18`. */
    code: text('code').notNull(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** Nobody is placed in it from then on; null: it is active. */
    closedAt: instant('closed_at'),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.id] }),
    unique('centres_tenant_id_code_key').on(self.tenantId, self.code),
    foreignKey({ columns: [self.tenantId], foreignColumns: [tenantDirectory.id] }),
  ],
);

/** People of a tenant: what the rest of the tenant may need of them. */
export const users = tenantTable(
  'users',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    displayName: text('display_name').notNull(),
    /** Tokens issued before are refused; null: none was revoked yet. */
    accessRevokedBefore: instant('access_revoked_before'),
    /** Since when nobody may read who she is whom the law does not send: her erasure was accepted. */
    blockedAt: instant('blocked_at'),
    /** Since when nothing is left of her but this row. */
    erasedAt: instant('erased_at'),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** The evaluation centre that she stands in; null: the academy itself. */
    centreId: uuid('centre_id'),
    /** How often she was placed. */
    placements: integer('placements').notNull().default(0),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.id] }),
    foreignKey({ columns: [self.tenantId], foreignColumns: [tenantDirectory.id] }),
    foreignKey({ columns: [self.tenantId, self.centreId], foreignColumns: [centres.tenantId, centres.id] }),
  ],
);

/** What identifies a person outside of the academy, sealed under her own key; read and written by store/identity.ts alone. */
export const userIdentities = tenantTable(
  'user_identities',
  {
    tenantId: tenantId(),
    userId: uuid('user_id').notNull(),
    fullName: text('full_name_sealed').notNull(),
    email: text('email_sealed').notNull(),
    curp: text('curp_sealed'),
    /** Blind indexes: equal for equal values of the tenant, and for nothing else. */
    emailIndex: text('email_index').notNull(),
    curpIndex: text('curp_index'),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.userId] }),
    unique('user_identities_tenant_id_email_index_key').on(self.tenantId, self.emailIndex),
    foreignKey({ columns: [self.tenantId, self.userId], foreignColumns: [users.tenantId, users.id] }).onDelete('cascade'),
  ],
);

/** Personas that a person may act under, in the kernel's words. */
export const personaGrants = tenantTable(
  'persona_grants',
  {
    tenantId: tenantId(),
    userId: uuid('user_id').notNull(),
    persona: text('persona').$type<GrantedPersona>().notNull(),
    grantedAt: instant('granted_at').notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.userId, self.persona] }),
    foreignKey({ columns: [self.tenantId, self.userId], foreignColumns: [users.tenantId, users.id] }).onDelete('cascade'),
  ],
);

/** Who teaches whom, or taught: an instructor sees the people of her own courses. */
export const teachings = tenantTable(
  'teachings',
  {
    tenantId: tenantId(),
    instructorId: uuid('instructor_id').notNull(),
    learnerId: uuid('learner_id').notNull(),
    since: instant('since').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.instructorId, self.learnerId] })],
);

/** Who works with whom by an assignment to a case or to an enrolment; `personId` null: nobody any more. */
export const assignments = tenantTable(
  'assignments',
  {
    tenantId: tenantId(),
    sourceId: uuid('source_id').notNull(),
    personId: uuid('person_id'),
    persona: text('persona', { enum: ['evaluator', 'verifier', 'auditor', 'mentor'] }).notNull(),
    subjectId: uuid('subject_id').notNull(),
    version: integer('version').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.sourceId] })],
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

/** What a person can show: one entry per certification and kind. */
export const portfolioEntries = tenantTable(
  'portfolio_entries',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    userId: uuid('user_id').notNull(),
    certificationId: uuid('certification_id').notNull(),
    kind: text('kind').$type<PortfolioEntryKind>().notNull(),
    title: text('title').notNull(),
    folio: text('folio'),
    earnedAt: instant('earned_at').notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.id] }),
    unique('portfolio_entries_tenant_id_certification_id_kind_key').on(self.tenantId, self.certificationId, self.kind),
    foreignKey({ columns: [self.tenantId, self.userId], foreignColumns: [users.tenantId, users.id] }).onDelete('cascade'),
  ],
);

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

/** Who was shown what of a person, and why; the runtime role may only add. */
export const disclosures = tenantTable(
  'disclosures',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    userId: uuid('user_id').notNull(),
    item: text('item', { enum: ['CURP'] }).notNull(),
    actorId: uuid('actor_id').notNull(),
    actorPersona: text('actor_persona').$type<GrantedPersona>().notNull(),
    purpose: text('purpose').$type<DisclosurePurpose>().notNull(),
    /** Free text; holds no CURP and no address. */
    note: text('note'),
    disclosedAt: instant('disclosed_at').notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.id] }),
    foreignKey({ columns: [self.tenantId, self.userId], foreignColumns: [users.tenantId, users.id] }).onDelete('cascade'),
  ],
);

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

/** What people asked about their data, and how far it has come. */
export const dataRequests = tenantTable(
  'data_requests',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    subjectId: uuid('subject_id').notNull(),
    kind: text('kind').$type<DataRequestKind>().notNull(),
    status: text('status').$type<DataRequestStatus>().notNull(),
    openedAt: instant('opened_at').notNull(),
    answerDueAt: instant('answer_due_at').notNull(),
    answerExtendedAt: instant('answer_extended_at'),
    answerExtensionReason: text('answer_extension_reason'),
    resolvedAt: instant('resolved_at'),
    resolvedBy: uuid('resolved_by'),
    refusalGround: text('refusal_ground').$type<RefusalGround>(),
    refusalReason: text('refusal_reason'),
    effectDueAt: instant('effect_due_at'),
    effectExtendedAt: instant('effect_extended_at'),
    effectExtensionReason: text('effect_extension_reason'),
    completedAt: instant('completed_at'),
    /** SHA-256 in hex of the code that finds the receipt. */
    codeDigest: text('code_digest').notNull(),
    /** The statement, as the text that was hashed. */
    receipt: text('receipt'),
    receiptSha256: text('receipt_sha256'),
    documentSha256: text('document_sha256'),
    expiresAt: instant('expires_at'),
    version: integer('version').notNull().default(1),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.id] }),
    unique('data_requests_tenant_id_code_digest_key').on(self.tenantId, self.codeDigest),
    foreignKey({ columns: [self.tenantId, self.subjectId], foreignColumns: [users.tenantId, users.id] }),
  ],
);

/** What each island did for a request. */
export const dataRequestParts = tenantTable(
  'data_request_parts',
  {
    tenantId: tenantId(),
    requestId: uuid('request_id').notNull(),
    island: text('island').$type<DataIsland>().notNull(),
    status: text('status').$type<'PENDING' | 'WAITING' | 'DONE'>().notNull(),
    waitingFor: text('waiting_for').$type<DataPartWait>(),
    records: integer('records'),
    sha256: text('sha256'),
    keyHash: text('key_hash'),
    auditNumber: bigint('audit_number', { mode: 'number' }),
    auditHash: text('audit_hash'),
    doneAt: instant('done_at'),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.requestId, self.island] }),
    foreignKey({ columns: [self.tenantId, self.requestId], foreignColumns: [dataRequests.tenantId, dataRequests.id] }),
  ],
);

/** An export's document in pieces, sealed under the person's key; read and written by store/data-export.ts alone. */
export const dataExportPieces = tenantTable(
  'data_export_pieces',
  {
    tenantId: tenantId(),
    requestId: uuid('request_id').notNull(),
    part: integer('part').notNull(),
    number: integer('number').notNull(),
    sealed: text('sealed').notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.requestId, self.part, self.number] }),
    foreignKey({ columns: [self.tenantId, self.requestId], foreignColumns: [dataRequests.tenantId, dataRequests.id] }),
  ],
);

/** A persona that a person can hold: a service is no person. */
export type GrantedPersona = Exclude<Persona, 'service'>;
