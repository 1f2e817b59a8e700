import { instant, integer, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { primaryKey } from 'drizzle-orm/pg-core';

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
