import { boolean, instant, integer, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { primaryKey } from 'drizzle-orm/pg-core';

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
