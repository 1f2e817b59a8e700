import { bigint, boolean, date, instant, integer, jsonb, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { primaryKey } from 'drizzle-orm/pg-core';
import {
  CASE_PATHS,
  CASE_STATUSES,
  type EvaluationPlan,
  HOLD_REASONS,
  type MissedCriterion,
  type PlanParty,
  READINESS,
  SUBMISSION_HOLDS,
} from '../domain/case/phases.ts';
import type { Reversal } from '../domain/case/refusals.ts';

/** Cases: where each candidate stands. One is open per tenant, candidate and standard. */
export const certifications = tenantTable(
  'certifications',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    candidateId: uuid('candidate_id').notNull(),
    courseId: uuid('course_id').notNull(),
    courseTitle: text('course_title').notNull(),
    enrollmentId: uuid('enrollment_id').notNull(),
    instructorId: uuid('instructor_id').notNull(),
    /** The evaluation centre that it was opened in; null: the academy itself. */
    centreId: uuid('centre_id'),
    standardCode: text('standard_code'),
    standardMajor: text('standard_major'),
    status: text('status', { enum: CASE_STATUSES }).notNull(),
    hold: text('hold', { enum: SUBMISSION_HOLDS }),
    missedCriteria: jsonb('missed_criteria').$type<MissedCriterion[]>().notNull().default([]),
    attempt: integer('attempt').notNull().default(0),
    officialFolio: text('official_folio'),
    rejectionReason: text('rejection_reason'),
    isCorrectable: boolean('is_correctable'),
    path: text('path', { enum: CASE_PATHS }).notNull().default('AUTOMATIC_FROM_ASSESSMENT'),
    readiness: text('readiness', { enum: READINESS }),
    plan: jsonb('plan').$type<EvaluationPlan>(),
    planSignedBy: jsonb('plan_signed_by').$type<PlanParty[]>().notNull().default([]),
    portfolioRoot: text('portfolio_root'),
    lotId: uuid('lot_id'),
    outcomeReason: text('outcome_reason'),
    reissuedFolio: text('reissued_folio'),
    /** Last day of the official certificate; null: it has none, or it is not known. */
    validThrough: date('valid_through', { mode: 'string' }),
    heldFrom: text('held_from', { enum: CASE_STATUSES }),
    heldFor: text('held_for', { enum: HOLD_REASONS }),
    retryOf: uuid('retry_of'),
    redoOf: uuid('redo_of'),
    reversalOf: uuid('reversal_of'),
    reversal: jsonb('reversal').$type<Reversal>(),
    isOpen: boolean('is_open').notNull(),
    seq: integer('seq').notNull(),
    version: integer('version').notNull().default(1),
    openedAt: instant('opened_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);

/**
 * The history of each case, numbered from 1 without gaps; rows are only ever added. Together they are the tenant's log: `position` is the
 * number in it, from 1 without gaps, null until the relay has given it, and the same ever after.
 */
export const certificationEvents = tenantTable(
  'certification_events',
  {
    tenantId: tenantId(),
    certificationId: uuid('certification_id').notNull(),
    seq: integer('seq').notNull(),
    position: bigint('position', { mode: 'number' }),
    id: uuid('id').notNull(),
    previousStatus: text('previous_status', { enum: CASE_STATUSES }),
    status: text('status', { enum: CASE_STATUSES }).notNull(),
    hold: text('hold', { enum: SUBMISSION_HOLDS }),
    detail: jsonb('detail').$type<Readonly<Record<string, unknown>>>().notNull().default({}),
    occurredAt: instant('occurred_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.certificationId, self.seq] })],
);

/** What a case asked of another island, once, and the answer. */
export const requests = tenantTable(
  'requests',
  {
    tenantId: tenantId(),
    certificationId: uuid('certification_id').notNull(),
    kind: text('kind', { enum: ['SUBMISSION', 'PROFILE_UPDATE', 'NOTIFICATION'] }).notNull(),
    key: text('key').notNull(),
    position: bigint('position', { mode: 'number' }).generatedAlwaysAsIdentity(),
    askedAt: instant('asked_at').notNull(),
    answeredAt: instant('answered_at'),
    answerId: uuid('answer_id'),
    retries: integer('retries').notNull().default(0),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.certificationId, self.kind, self.key] })],
);
