import type { AuthorityName } from '@academy/contracts';
import { boolean, date, instant, integer, jsonb, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { primaryKey, unique } from 'drizzle-orm/pg-core';
import type { GateDecision } from '../domain/compliance-gate.ts';
import type { Dispute } from '../domain/revalidation.ts';
import { SUBMISSION_PRIORITIES } from '../domain/submission-priority.ts';

/** What was or is to be handed to the authority: one row per case and attempt. Holds no name and no CURP. */
export const submissions = tenantTable(
  'submissions',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    certificationId: uuid('certification_id').notNull(),
    caseAttempt: integer('case_attempt').notNull(),
    candidateId: uuid('candidate_id').notNull(),
    /** The evaluation centre that the case was opened in; null: the academy itself. */
    centreId: uuid('centre_id'),
    /** The lot that a dictamen ruled the case in; null: none. */
    lotId: uuid('lot_id'),
    courseId: uuid('course_id').notNull(),
    standardCode: text('standard_code').notNull(),
    certificateFolio: text('certificate_folio').notNull(),
    /** With whom it was begun and is to be finished; null: the installation's, in rows from before tenants could choose. */
    authority: text('authority').$type<AuthorityName>(),
    evaluatedOn: date('evaluated_on', { mode: 'string' }).notNull(),
    status: text('status', {
      enum: ['HELD', 'PREPARED', 'SENDING', 'UNKNOWN', 'SENT', 'IN_PROCESS', 'APPROVED', 'REJECTED'],
    }).notNull(),
    isAuthorityAway: boolean('is_authority_away').notNull().default(false),
    gate: jsonb('gate').$type<GateDecision>().notNull(),
    calls: integer('calls').notNull().default(0),
    attempts: integer('attempts').notNull().default(0),
    callStartedAt: instant('call_started_at'),
    callEndsAt: instant('call_ends_at'),
    absentAt: instant('absent_at'),
    authorityId: text('authority_id'),
    sentAt: instant('sent_at'),
    checkedAt: instant('checked_at'),
    officialFolio: text('official_folio'),
    issuedOn: date('issued_on', { mode: 'string' }),
    rejectionReason: text('rejection_reason'),
    isCorrectable: boolean('is_correctable'),
    told: text('told', { enum: ['HELD', 'UNKNOWN', 'SENT', 'ACCEPTED', 'REJECTED', 'ISSUED'] }),
    priority: text('priority', { enum: SUBMISSION_PRIORITIES }).notNull().default('NORMAL'),
    claimedUntil: instant('claimed_until'),
    silentDays: integer('silent_days'),
    waits: integer('waits').notNull().default(0),
    certificateRevokedAt: instant('certificate_revoked_at'),
    revalidatedAt: instant('revalidated_at'),
    revalidationMisses: integer('revalidation_misses').notNull().default(0),
    disputed: text('disputed').$type<Dispute>(),
    requestedAt: instant('requested_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.id] }),
    unique('submissions_tenant_id_certification_id_case_attempt_key').on(self.tenantId, self.certificationId, self.caseAttempt),
  ],
);
export type SubmissionRow = typeof submissions.$inferSelect;

/** Every call to the authority that was begun for a submission: written before the call, completed after it. */
export const submissionAttempts = tenantTable(
  'submission_attempts',
  {
    tenantId: tenantId(),
    submissionId: uuid('submission_id').notNull(),
    call: integer('call').notNull(),
    startedAt: instant('started_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    answeredAt: instant('answered_at'),
    outcome: text('outcome', { enum: ['ACCEPTED', 'REFUSED', 'UNKNOWN', 'UNAVAILABLE'] }),
    cause: text('cause'),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.submissionId, self.call] })],
);
