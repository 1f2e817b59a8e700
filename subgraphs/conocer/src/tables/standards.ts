import { bigint, instant, integer, jsonb, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { doublePrecision, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import type { RowProblem } from '../domain/clean-feed.ts';
import type { CatalogueFacts, ChangedField } from '../domain/compare-catalogue.ts';
import type { StandardAlignment } from '../domain/standard-impact.ts';
import { SYNC_FAILURES } from '../domain/sync-failure.ts';

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
