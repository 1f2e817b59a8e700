import { primaryKey, unique } from 'drizzle-orm/pg-core';
import { bigint, boolean, instant, integer, jsonb, tenantId, tenantTable, text, uuid } from './columns.ts';

/** Events that happened, written with the change they tell of; the relay publishes them in order of `position`. */
export const outbox = tenantTable(
  'outbox',
  {
    tenantId: tenantId(),
    position: bigint('position', { mode: 'number' }).generatedAlwaysAsIdentity(),
    id: uuid('id').notNull(),
    type: text('type').notNull(),
    subject: text('subject').notNull(),
    data: jsonb('data').notNull(),
    occurredAt: instant('occurred_at').notNull(),
    publishedAt: instant('published_at'),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);

/** Events that were reacted to: a reaction happens once per event. */
export const inbox = tenantTable(
  'inbox',
  {
    tenantId: tenantId(),
    eventId: uuid('event_id').notNull(),
    reaction: text('reaction').notNull(),
    handledAt: instant('handled_at').notNull().defaultNow(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.eventId, self.reaction] })],
);

/** Jobs and when they are due: the truth; a queue entry is only a reminder of a row here. */
export const dueWork = tenantTable(
  'due_work',
  {
    tenantId: tenantId(),
    job: text('job').notNull(),
    key: text('key').notNull(),
    payload: jsonb('payload').notNull(),
    dueAt: instant('due_at').notNull(),
    handouts: integer('handouts').notNull().default(0),
    started: integer('started').notNull().default(0),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.job, self.key] })],
);

/** Answers by idempotency key, per actor and operation; kept 90 days at least. */
export const idempotencyKeys = tenantTable(
  'idempotency_keys',
  {
    tenantId: tenantId(),
    actorId: uuid('actor_id').notNull(),
    operation: text('operation').notNull(),
    key: text('key').notNull(),
    inputHash: text('input_hash').notNull(),
    answer: jsonb('answer').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.actorId, self.operation, self.key] })],
);

/** Events and jobs that could not be handled, for a person to look at; of the platform itself, entries of streams that are not signed by us. */
export const deadLetters = tenantTable(
  'dead_letters',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    source: text('source').notNull(),
    reference: text('reference').notNull(),
    payload: jsonb('payload').notNull(),
    error: text('error').notNull(),
    attempts: integer('attempts').notNull(),
    buriedAt: instant('buried_at').notNull().defaultNow(),
    resolvedAt: instant('resolved_at'),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);

/** Where each saga stands. */
export const sagas = tenantTable(
  'sagas',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    subject: text('subject').notNull(),
    state: jsonb('state').notNull(),
    phase: text('phase', { enum: ['FORWARD', 'BACKWARD', 'DONE', 'UNDONE', 'PARKED'] }).notNull(),
    step: integer('step').notNull(),
    version: integer('version').notNull().default(1),
    startedAt: instant('started_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.id] }),
    unique('sagas_tenant_id_name_subject_key').on(self.tenantId, self.name, self.subject),
  ],
);

/** What each step of a saga meant to do, did, and took back. */
export const sagaSteps = tenantTable(
  'saga_steps',
  {
    tenantId: tenantId(),
    sagaId: uuid('saga_id').notNull(),
    step: text('step').notNull(),
    status: text('status', { enum: ['INTENDED', 'WAITING', 'DONE', 'UNDONE', 'PARKED', 'RESOLVED'] }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    failures: integer('failures').notNull().default(0),
    retries: integer('retries').notNull().default(0),
    output: jsonb('output'),
    error: text('error'),
    deadlineAt: instant('deadline_at'),
    intendedAt: instant('intended_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.sagaId, self.step] })],
);

/** Steps of sagas that only a person can settle: one row each time that a saga was parked, open until it was settled. */
export const parkedSteps = tenantTable(
  'parked_steps',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    sagaId: uuid('saga_id').notNull(),
    saga: text('saga').notNull(),
    subject: text('subject').notNull(),
    step: text('step').notNull(),
    direction: text('direction', { enum: ['FORWARD', 'BACKWARD'] }).notNull(),
    cause: text('cause', { enum: ['FAILED', 'REFUSED', 'DEADLINE', 'NEVER_ENDED'] }).notNull(),
    error: text('error').notNull(),
    attempts: integer('attempts').notNull(),
    parkedAt: instant('parked_at').notNull(),
    settlement: text('settlement', { enum: ['RETRIED', 'RESOLVED', 'ANSWERED'] }),
    settledAt: instant('settled_at'),
    settledBy: uuid('settled_by'),
    reason: text('reason'),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);

/** What this island knows of its tenants' policies, by event from users. */
export const tenantPoliciesTable = tenantTable('tenant_policies', {
  tenantId: tenantId().primaryKey(),
  slug: text('slug').notNull(),
  policies: jsonb('policies').notNull(),
  changedAt: instant('changed_at').notNull(),
});

/** What this island knows of who may act under which persona, by event from users. Nobody's name: ids alone. */
export const personaHolders = tenantTable(
  'persona_holders',
  {
    tenantId: tenantId(),
    personId: uuid('person_id').notNull(),
    persona: text('persona').notNull(),
    isHeld: boolean('is_held').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.personId, self.persona] })],
);
