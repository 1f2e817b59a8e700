import { doublePrecision, instant, jsonb, text } from '@academy/platform/db';
import { pgTable } from 'drizzle-orm/pg-core';
import type { InstrumentCriterion, InstrumentReactivo } from '../domain/instrument.ts';

/** Instruments (IEC) by the standard's version: one at most. Not a tenant's data, as the standards are not. */
export const instruments = pgTable('instruments', {
  standardCode: text('standard_code').primaryKey(),
  /** SAMPLE: written by the academy to show how it works; OFFICIAL: imported from the authority. */
  origin: text('origin', { enum: ['SAMPLE', 'OFFICIAL'] }).notNull(),
  minimumScore: doublePrecision('minimum_score').notNull(),
  criteria: jsonb('criteria').$type<readonly InstrumentCriterion[]>().notNull(),
  reactivos: jsonb('reactivos').$type<readonly InstrumentReactivo[]>().notNull(),
  recordedAt: instant('recorded_at').notNull(),
});
export type InstrumentRow = typeof instruments.$inferSelect;
