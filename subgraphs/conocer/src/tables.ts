import type { AuthorityName } from '@academy/contracts';
import { bigint, boolean, date, instant, integer, jsonb, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { doublePrecision, pgTable, primaryKey, unique } from 'drizzle-orm/pg-core';
import type { RowProblem } from './domain/clean-feed.ts';
import type { CatalogueFacts, ChangedField } from './domain/compare-catalogue.ts';
import type { GateDecision } from './domain/compliance-gate.ts';
import type { Dispute } from './domain/revalidation.ts';
import type { EvidenceLevel, IndicatorName } from './domain/solarpunk-model.ts';
import type { StandardAlignment } from './domain/standard-impact.ts';
import { SUBMISSION_PRIORITIES } from './domain/submission-priority.ts';
import { SYNC_FAILURES } from './domain/sync-failure.ts';

/** Competency standards of the public register: not a tenant's data. */
export const standards = pgTable('standards', {
  id: uuid('id').primaryKey(),
  code: text('code').notNull().unique(),
  major: text('major').notNull(),
  version: text('version'),
  title: text('title').notNull(),
  level: integer('level').notNull(),
  sector: text('sector').notNull(),
  committee: text('committee'),
  status: text('status', { enum: ['ACTIVE', 'SUPERSEDED', 'RETIRED'] }).notNull(),
  validityKind: text('validity_kind', { enum: ['YEARS', 'INDEFINITE', 'UNSPECIFIED'] }).notNull(),
  validityYears: integer('validity_years'),
  search: text('search').notNull(),
  supersedes: text('supersedes'),
  supersededBy: text('superseded_by'),
  listedAt: instant('listed_at'),
  absences: integer('absences').notNull().default(0),
  alignment: jsonb('alignment').$type<StandardAlignment>(),
  alignmentScore: doublePrecision('alignment_score'),
});
export type StandardRow = typeof standards.$inferSelect;

/** Readings of the register: as little a tenant's data as the register. */
export const standardSyncs = pgTable('standard_syncs', {
  id: uuid('id').primaryKey(),
  cause: text('cause', { enum: ['DAILY', 'REQUESTED'] }).notNull(),
  source: text('source'),
  state: text('state', { enum: ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED'] }).notNull(),
  requestedAt: instant('requested_at').notNull(),
  startedAt: instant('started_at'),
  endedAt: instant('ended_at'),
  failure: text('failure', { enum: SYNC_FAILURES }),
  failureDetail: text('failure_detail'),
  received: integer('received'),
  listed: integer('listed'),
  unreadable: integer('unreadable'),
  added: integer('added'),
  changed: integer('changed'),
  retired: integer('retired'),
  absent: integer('absent'),
  problems: jsonb('problems').$type<readonly RowProblem[]>().notNull().default([]),
});
export type StandardSyncRow = typeof standardSyncs.$inferSelect;

/** What each reading changed, numbered in the order in which it is told. */
export const standardChanges = pgTable('standard_changes', {
  number: bigint('number', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  syncId: uuid('sync_id').notNull(),
  code: text('code').notNull(),
  kind: text('kind', { enum: ['ADDED', 'CHANGED', 'RETIRED'] }).notNull(),
  fields: text('fields').array().$type<ChangedField[]>().notNull(),
  before: jsonb('before').$type<CatalogueFacts>(),
  after: jsonb('after').$type<CatalogueFacts>().notNull(),
  changedAt: instant('changed_at').notNull(),
});
export type StandardChangeRow = typeof standardChanges.$inferSelect;

/** How far each tenant was told of the register's changes. */
export const registerFollowers = tenantTable(
  'register_followers',
  { tenantId: tenantId(), toldThrough: bigint('told_through', { mode: 'number' }).notNull() },
  (self) => [primaryKey({ columns: [self.tenantId] })],
);

/** Which standards a tenant's course is aligned to. */
export const alignments = tenantTable(
  'alignments',
  {
    tenantId: tenantId(),
    courseId: uuid('course_id').notNull(),
    standardCode: text('standard_code').notNull(),
    alignedAt: instant('aligned_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.courseId, self.standardCode] })],
);

/** What is known of a course's impact, one row per indicator. */
export const impactEvidence = tenantTable(
  'impact_evidence',
  {
    tenantId: tenantId(),
    courseId: uuid('course_id').notNull(),
    indicator: text('indicator').$type<IndicatorName>().notNull(),
    value: jsonb('value').notNull(),
    evidence: text('evidence').$type<EvidenceLevel>().notNull(),
    evidenceIds: jsonb('evidence_ids').$type<readonly string[]>().notNull(),
    observedAt: instant('observed_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.courseId, self.indicator] })],
);

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

/** Who evaluates, verifies or audits which case, told by certification. */
export const caseAssignments = tenantTable(
  'case_assignments',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    certificationId: uuid('certification_id').notNull(),
    personId: uuid('person_id').notNull(),
    duty: text('duty', { enum: ['EVALUATOR', 'VERIFIER', 'AUDITOR'] }).notNull(),
    isEnded: boolean('is_ended').notNull(),
    version: integer('version').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);

/** Candidates who were erased: nothing is sent for them any more. */
export const erasedCandidates = tenantTable(
  'erased_candidates',
  {
    tenantId: tenantId(),
    candidateId: uuid('candidate_id').notNull(),
    erasedAt: instant('erased_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.candidateId] })],
);
