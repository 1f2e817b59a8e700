import { doublePrecision, instant, jsonb, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { primaryKey } from 'drizzle-orm/pg-core';
import type { CompletionEvidence } from '../domain/evaluation.ts';

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
