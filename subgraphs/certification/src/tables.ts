import {
  bigint,
  boolean,
  doublePrecision,
  instant,
  integer,
  jsonb,
  tenantId,
  tenantTable,
  text,
  uuid,
} from '@academy/platform/db';
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
} from './domain/case/phases.ts';
import type { Reversal } from './domain/case/refusals.ts';
import type { CompletionEvidence } from './domain/evaluation.ts';

/** Courses that learners finished, with the evidence that the judgement rests on; told by courses. */
export const completions = tenantTable(
  'completions',
  {
    tenantId: tenantId(),
    enrollmentId: uuid('enrollment_id').notNull(),
    courseId: uuid('course_id').notNull(),
    courseTitle: text('course_title').notNull(),
    learnerId: uuid('learner_id').notNull(),
    instructorId: uuid('instructor_id').notNull(),
    standardCode: text('standard_code'),
    scorePercent: doublePrecision('score_percent').notNull(),
    minimumScorePercent: doublePrecision('minimum_score_percent').notNull(),
    reactivos: jsonb('reactivos').$type<CompletionEvidence['reactivos']>().notNull(),
    completedAt: instant('completed_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.enrollmentId] })],
);

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

/** Who evaluates, verifies or audits which case, and who did. One evaluator a case at a time. */
export const caseAssignments = tenantTable(
  'case_assignments',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    certificationId: uuid('certification_id').notNull(),
    personId: uuid('person_id').notNull(),
    duty: text('duty', { enum: ['EVALUATOR', 'VERIFIER', 'AUDITOR'] }).notNull(),
    assignedBy: uuid('assigned_by'),
    assignedAt: instant('assigned_at').notNull(),
    endedBy: uuid('ended_by'),
    endedAt: instant('ended_at'),
    version: integer('version').notNull().default(1),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);

/** Who accompanied a learner through a course, told by courses. */
export const mentorings = tenantTable(
  'mentorings',
  {
    tenantId: tenantId(),
    enrollmentId: uuid('enrollment_id').notNull(),
    mentorId: uuid('mentor_id').notNull(),
    learnerId: uuid('learner_id').notNull(),
    standardCode: text('standard_code'),
    since: instant('since').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.enrollmentId, self.mentorId] })],
);

/** Candidates who were erased: no case is opened for them any more. */
export const erasedHolders = tenantTable(
  'erased_holders',
  {
    tenantId: tenantId(),
    holderId: uuid('holder_id').notNull(),
    erasedAt: instant('erased_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.holderId] })],
);
