import { instant, jsonb, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { primaryKey } from 'drizzle-orm/pg-core';
import type { EvidenceLevel, IndicatorName } from '../domain/solarpunk-model.ts';

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
