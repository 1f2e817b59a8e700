import { bigint, boolean, doublePrecision, instant, jsonb, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { primaryKey } from 'drizzle-orm/pg-core';
import type { Remarks } from '../domain/evaluation/cedula.ts';
import type { Instrument } from '../domain/evaluation/instrument.ts';
import type { NotYetReason } from '../domain/judgement.ts';

/** What conocer says of the standard that a case is to be evaluated by. */
export const caseStandards = tenantTable(
  'case_standards',
  {
    tenantId: tenantId(),
    certificationId: uuid('certification_id').notNull(),
    standardCode: text('standard_code').notNull(),
    isActive: boolean('is_active').notNull(),
    instrument: jsonb('instrument').$type<Instrument>(),
    askedAt: instant('asked_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.certificationId] })],
);

/** The instrument that the plan of a case was proposed with. */
export const caseInstruments = tenantTable(
  'case_instruments',
  {
    tenantId: tenantId(),
    certificationId: uuid('certification_id').notNull(),
    standardCode: text('standard_code').notNull(),
    instrument: jsonb('instrument').$type<Instrument>().notNull(),
    digest: text('digest').notNull(),
    pinnedAt: instant('pinned_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.certificationId] })],
);

/** What shows how the candidate did; the content stays where it is. */
export const evidence = tenantTable(
  'evidence',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    certificationId: uuid('certification_id').notNull(),
    label: text('label').notNull(),
    sha256: text('sha256').notNull(),
    mediaType: text('media_type').notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    addedBy: uuid('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);

/** The evaluator's answers, one for each reactivo, as last recorded. */
export const reactivoAnswers = tenantTable(
  'reactivo_answers',
  {
    tenantId: tenantId(),
    certificationId: uuid('certification_id').notNull(),
    reactivoId: text('reactivo_id').notNull(),
    isFulfilled: boolean('is_fulfilled').notNull(),
    evidenceIds: jsonb('evidence_ids').$type<readonly string[]>().notNull(),
    note: text('note'),
    answeredBy: uuid('answered_by').notNull(),
    answeredAt: instant('answered_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.certificationId, self.reactivoId] })],
);

/** Cédulas de evaluación: how evaluators judged, and what the rule said. */
export const judgements = tenantTable(
  'judgements',
  {
    tenantId: tenantId(),
    certificationId: uuid('certification_id').notNull(),
    isCompetent: boolean('is_competent').notNull(),
    isCompetentByRule: boolean('is_competent_by_rule').notNull(),
    score: doublePrecision('score').notNull(),
    minimumScore: doublePrecision('minimum_score').notNull(),
    reasons: jsonb('reasons').$type<readonly NotYetReason[]>().notNull(),
    overrideReason: text('override_reason'),
    remarks: jsonb('remarks').$type<Remarks>().notNull(),
    judgedBy: uuid('judged_by').notNull(),
    judgedAt: instant('judged_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.certificationId] })],
);
