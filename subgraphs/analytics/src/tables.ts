import { LIVE_REPORTS } from '@academy/contracts';
import { instant, integer, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { index, pgEnum, primaryKey } from 'drizzle-orm/pg-core';
import { COUNTED_PRODUCERS, FACT_KINDS } from './domain/fact.ts';

const factKind = pgEnum('fact_kind', FACT_KINDS);

/** What happened, one row per event that counts; append-only, in monthly partitions by `occurred_at` (UTC). */
export const facts = tenantTable(
  'facts',
  {
    tenantId: tenantId(),
    /** The event that it was taken from. */
    eventId: uuid('event_id').notNull(),
    kind: factKind('kind').notNull(),
    /** Null only where the event does not say: `CERTIFICATE_REVOKED`. */
    courseId: uuid('course_id'),
    /** A pseudonym: the person's opaque id. */
    learnerId: uuid('learner_id').notNull(),
    /** The enrolment, certificate or case that it happened to. */
    objectId: uuid('object_id').notNull(),
    occurredAt: instant('occurred_at').notNull(),
    recordedAt: instant('recorded_at').notNull().defaultNow(),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.eventId, self.occurredAt] }),
    index('facts_by_kind').on(self.tenantId, self.kind, self.courseId, self.learnerId),
  ],
);

/** Per island whose events are counted: when the latest of them that was counted happened. */
export const watermarks = tenantTable(
  'watermarks',
  {
    tenantId: tenantId(),
    producer: text('producer', { enum: COUNTED_PRODUCERS }).notNull(),
    countedUntil: instant('counted_until').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.producer] })],
);

/** Which state of its facts each report shows; a report of which no fact is known has no row, and version 0. */
export const reportVersions = tenantTable(
  'report_versions',
  {
    tenantId: tenantId(),
    report: text('report', { enum: LIVE_REPORTS }).notNull(),
    /** From 1; grows in the transaction of every fact that can change the report's figures. */
    version: integer('version').notNull(),
    /** When this version came to be; it never goes back. */
    changedAt: instant('changed_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.report] })],
);

/** People who were erased lately: what their late events are counted under. Rows go once no event can come late any more. */
export const erasedLearners = tenantTable(
  'erased_learners',
  {
    tenantId: tenantId(),
    learnerId: uuid('learner_id').notNull(),
    /** Stands in the facts in place of the id; of no other person or thing. */
    pseudonym: uuid('pseudonym').notNull(),
    erasedAt: instant('erased_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.learnerId] })],
);
