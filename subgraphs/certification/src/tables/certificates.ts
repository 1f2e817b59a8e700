import { instant, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { primaryKey } from 'drizzle-orm/pg-core';

/** The platform's own certificates, one per case at most. */
export const certificates = tenantTable(
  'certificates',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    certificationId: uuid('certification_id').notNull(),
    holderId: uuid('holder_id').notNull(),
    courseId: uuid('course_id').notNull(),
    status: text('status', { enum: ['REQUESTED', 'ISSUED', 'REVOKED'] }).notNull(),
    folio: text('folio').notNull(),
    folioKey: text('folio_key').notNull(),
    verificationCode: text('verification_code').notNull(),
    verificationKey: text('verification_key').notNull(),
    holderInitials: text('holder_initials'),
    /** Since when nothing says any more who holds it. */
    holderErasedAt: instant('holder_erased_at'),
    objectName: text('object_name'),
    sha256: text('sha256'),
    requestedAt: instant('requested_at').notNull(),
    issuedAt: instant('issued_at'),
    revokedAt: instant('revoked_at'),
    revocationReason: text('revocation_reason'),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);

/** Proposals to revoke a certificate, and who confirmed them. One waits per certificate at most. */
export const revocations = tenantTable(
  'revocations',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    certificateId: uuid('certificate_id').notNull(),
    reason: text('reason').notNull(),
    proposedBy: uuid('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    confirmedBy: uuid('confirmed_by'),
    confirmedAt: instant('confirmed_at'),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);
