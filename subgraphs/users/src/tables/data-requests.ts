import type { DataPartWait } from '@academy/contracts';
import { bigint, instant, integer, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { foreignKey, primaryKey, unique } from 'drizzle-orm/pg-core';
import type { DataIsland, DataRequestKind, DataRequestStatus, RefusalGround } from '../domain/data-request.ts';
import { users } from './people.ts';

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
