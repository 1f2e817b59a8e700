import { HOUR_MS, PLATFORM_TENANT_ID, SECOND_MS } from '@academy/kernel';
import { deadLetters, type Tx } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { finishJob, job, RECURRING_KEY, scheduleJob } from '@academy/platform/jobs';
import { cleanFeed } from '../domain/clean-feed.ts';
import { compareCatalogue } from '../domain/compare-catalogue.ts';
import { type FeedDoubt, judgeFeed } from '../domain/judge-feed.ts';
import type { SyncFailure } from '../domain/sync-failure.ts';
import type { RegisterReading } from '../register/register-source.ts';
import type { Worker } from '../services.ts';
import { applyReading, readCatalogue, withRecomputed } from '../store/catalogue.ts';
import { lastListed, lockSync, type StandardSyncRow, updateSync } from '../store/standard-syncs.ts';
import { dailySync, type SyncWork, syncStandards } from './sync-work.ts';

/** Rows that could not be read are named in the report up to this many; all are counted. */
const MOST_PROBLEMS = 100;

/** A day's reading that failed is tried again after this long, as a new one. */
const AGAIN_AFTER_MS = HOUR_MS;

/**
 * The catalogue says what the register says, or as much as it said before and the reading FAILED for a reason that is kept, logged and put before a person.
 * A worker that ends midway leaves nothing half done: what was read is stored in one transaction, and read again where there was none.
 */
export const syncStandardsJob = job<Worker, SyncWork>(syncStandards, async (work, context) => {
  const { database, clock, services } = context;
  const { syncId } = work.payload;
  const inPlatform = <T>(run: (tx: Tx) => Promise<T>) => database.inTenant(PLATFORM_TENANT_ID, 'write', run);
  const state = await inPlatform((tx) => begin(tx, syncId, services.register.name, clock.now()));
  if (state === 'RUNNING') {
    const reading = await services.register.read({ signal: work.signal });
    // The worker stops: that says nothing of the register, and another goes on.
    if (reading.kind === 'failed') work.signal.throwIfAborted();
    const outcome = await inPlatform((tx) => settle(tx, syncId, reading, context));
    if (outcome !== undefined) noteOutcome(outcome, context);
  }
  // Also when it was stored by a worker that ended before it could say so.
  await services.wakeFollowers(clock.now());
  await inPlatform((tx) => finishJob(tx, syncStandards, PLATFORM_TENANT_ID, work.key));
});

function noteOutcome(outcome: 'SUCCEEDED' | 'FAILED', { telemetry, clock }: Worker): void {
  telemetry.counter('academy_standards_syncs_total', 'Readings of the register', ['outcome']).inc({ outcome });
  if (outcome === 'FAILED') return;
  const readAt = telemetry.gauge(
    'academy_standards_read_at_seconds',
    'When the register was last read well, seconds since the epoch',
  );
  readAt.set(clock.now().getTime() / SECOND_MS);
}

async function begin(tx: Tx, syncId: string, source: string, now: Date): Promise<StandardSyncRow['state'] | undefined> {
  const sync = await lockSync(tx, syncId);
  if (sync?.state !== 'QUEUED') return sync?.state;
  await updateSync(tx, syncId, { state: 'RUNNING', source, startedAt: now });
  return 'RUNNING';
}

async function settle(
  tx: Tx,
  syncId: string,
  reading: RegisterReading,
  context: Worker,
): Promise<'SUCCEEDED' | 'FAILED' | undefined> {
  const sync = await lockSync(tx, syncId);
  if (sync?.state !== 'RUNNING') return undefined;
  const now = context.clock.now();
  if (reading.kind === 'failed') return fail(tx, sync, reading, context);
  const feed = cleanFeed(reading.rows);
  const { received, standards, problems } = feed;
  const counts = { received, listed: standards.length, unreadable: problems.length, problems: problems.slice(0, MOST_PROBLEMS) };
  const known = await readCatalogue(tx);
  const before = (await lastListed(tx)) ?? known.filter(({ status }) => status !== 'RETIRED').length;
  const judged = judgeFeed(feed, before);
  if (!judged.ok) return fail(tx, sync, { failure: judged.error.kind, detail: figuresOf(judged.error), counts }, context);
  const comparison = compareCatalogue(known, standards);
  const changes = withRecomputed(comparison, known);
  await applyReading(tx, { syncId, comparison, changes, now });
  const countOf = (kind: string) => changes.filter((change) => change.kind === kind).length;
  const report = {
    added: countOf('ADDED'),
    changed: countOf('CHANGED'),
    retired: countOf('RETIRED'),
    absent: comparison.absences.size,
  };
  await updateSync(tx, syncId, { state: 'SUCCEEDED', endedAt: now, ...counts, ...report });
  context.logger.info(
    { syncId, received, listed: counts.listed, unreadable: counts.unreadable, ...report },
    'the register was read',
  );
  return 'SUCCEEDED';
}

/** The catalogue stays, a person is told, and a day's reading comes back in an hour. */
async function fail(
  tx: Tx,
  sync: StandardSyncRow,
  why: { readonly failure: SyncFailure; readonly detail: string; readonly counts?: Partial<StandardSyncRow> },
  { clock, logger }: Worker,
): Promise<'FAILED'> {
  const now = clock.now();
  const { failure, detail, counts = {} } = why;
  await updateSync(tx, sync.id, { state: 'FAILED', endedAt: now, failure, failureDetail: detail, ...counts });
  await tx.insert(deadLetters).values({
    tenantId: PLATFORM_TENANT_ID,
    id: newId(),
    source: 'standards-sync',
    reference: sync.id,
    payload: { failure, detail },
    error: failure,
    attempts: 1,
  });
  if (sync.cause === 'DAILY') {
    const dueAt = new Date(now.getTime() + AGAIN_AFTER_MS);
    await scheduleJob(tx, dailySync, { tenantId: PLATFORM_TENANT_ID, key: RECURRING_KEY, payload: {}, dueAt });
  }
  logger.error({ syncId: sync.id, failure, detail }, 'the register could not be read: the last good catalogue stays');
  return 'FAILED';
}

function figuresOf(doubt: FeedDoubt): string {
  switch (doubt.kind) {
    case 'EMPTY':
      return '0';
    case 'SHRUNK':
      return `${doubt.listed} of ${doubt.before}`;
    case 'TOO_DIRTY':
      return `${doubt.unreadable} of ${doubt.received}`;
  }
}
