import { MOST_STANDARDS_TOLD, standardAdded, standardChanged, standardRetired } from '@academy/contracts';
import { DAY_MS } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { derivedId } from '@academy/platform/ids';
import { ensureJob, job, scheduleJob } from '@academy/platform/jobs';
import type { Worker } from '../services.ts';
import { addFollower, changesAfter, lockFollower, setToldThrough } from '../store/register-followers.ts';
import type { StandardChangeRow } from '../tables/standards.ts';
import { REVALIDATION_KEY, revalidateCertificates } from './revalidate-certificates.ts';
import { followRegister, reviewAlignments } from './sync-work.ts';

/** The one key of the work within a tenant. */
const FOLLOW_KEY = 'register';

/** Looked at so often without being woken: should a wake be lost, a tenant hears of a change a day late. */
const AT_LEAST_EVERY_MS = DAY_MS;

/** The tenant is told of the register's changes from now on. Does nothing for one that is. */
export async function follow(tx: Tx, tenantId: string, now: Date): Promise<void> {
  await addFollower(tx, tenantId);
  await ensureJob(tx, followRegister, { tenantId, key: FOLLOW_KEY, payload: {}, dueAt: now });
}

/**
 * What changed in the register since the tenant was last told is told, each change once and in order, at most 100 in a run and in an event; and for each
 * standard that is no longer in force it is due to be looked up which courses are aligned to it. The tenant's certificates are looked up daily from then on.
 */
export const followRegisterJob = job<Worker, Record<string, never>>(followRegister, async ({ tenantId, key }, context) => {
  const { database, clock } = context;
  const now = clock.now();
  await database.inTenant(tenantId, 'write', async (tx) => {
    const round = { tenantId, key: REVALIDATION_KEY, payload: { afterId: null, begunAt: null }, dueAt: now };
    await ensureJob(tx, revalidateCertificates, round);
    const toldThrough = await lockFollower(tx, tenantId);
    const changes = await changesAfter(tx, toldThrough, MOST_STANDARDS_TOLD);
    const last = changes.at(-1);
    if (last !== undefined) {
      await tell(tx, tenantId, changes, now);
      await setToldThrough(tx, tenantId, last.number);
    }
    const isMore = changes.length === MOST_STANDARDS_TOLD;
    const dueAt = isMore ? now : new Date(now.getTime() + AT_LEAST_EVERY_MS);
    await scheduleJob(tx, followRegister, { tenantId, key, payload: {}, dueAt });
  });
});

async function tell(tx: Tx, tenantId: string, changes: readonly StandardChangeRow[], now: Date): Promise<void> {
  for (const [syncId, ofSync] of Map.groupBy(changes, (change) => change.syncId)) {
    const first = ofSync[0]?.number ?? 0;
    const envelope = (kind: string) => {
      return { id: derivedId(syncId, `${tenantId}:${kind}:${first}`), tenantId, subject: syncId, occurredAt: now };
    };
    const of = (kind: StandardChangeRow['kind']) => ofSync.filter((change) => change.kind === kind);
    const added = of('ADDED').map(({ code, after }) => ({ code, status: after.status }));
    const changed = of('CHANGED').map(({ code, fields, after: { status, supersededBy } }) => ({
      code,
      fields,
      status,
      supersededBy,
    }));
    const retired = of('RETIRED').map(({ code }) => ({ code }));
    if (added.length > 0) await emit(tx, standardAdded, { ...envelope('added'), data: { syncId, standards: added } });
    if (changed.length > 0) await emit(tx, standardChanged, { ...envelope('changed'), data: { syncId, standards: changed } });
    if (retired.length > 0) await emit(tx, standardRetired, { ...envelope('retired'), data: { syncId, standards: retired } });
  }
  for (const { number, code, after, before } of changes) {
    if (after.status === 'ACTIVE' || before === null) continue;
    if (after.status === before.status && after.supersededBy === before.supersededBy) continue;
    await scheduleJob(tx, reviewAlignments, { tenantId, key: code, payload: { code, number, afterCourseId: null }, dueAt: now });
  }
}
