import { HOUR_MS } from '@academy/kernel';
import { finishJob, job, scheduleJob } from '@academy/platform/jobs';
import { localDateOf } from '../domain/local-date.ts';
import { catchUp } from '../sagas/certification.ts';
import { applyTransition, lockCase } from '../store/certification.ts';
import type { CertificationWorker } from '../worker-context.ts';
import { lapsePlan } from './lapse-work.ts';

/** A case that is held, or whose plan's last day is not over by the calendar yet, is looked at again this often. */
const LOOK_MS = HOUR_MS;

/** A case whose plan was not finished in time has LAPSED: the candidate starts over by another request. One that was judged, or has ended, stays as it is. */
export const lapsePlanJob = job<CertificationWorker, { certificationId: string }>(lapsePlan, async (work, context) => {
  const { tenantId, key, payload } = work;
  const { certificationId } = payload;
  const { database, clock } = context;
  await database.inTenant(tenantId, 'write', async (tx) => {
    const now = clock.now();
    const row = await lockCase(tx, tenantId, certificationId);
    const on = localDateOf(now);
    const where = row.heldFrom ?? row.status;
    if (where !== 'PLAN_AGREED' && where !== 'EVALUATING') return finishJob(tx, lapsePlan, tenantId, key);
    if (row.status === 'ON_HOLD' || row.plan === null || on <= row.plan.dueOn) {
      const dueAt = new Date(now.getTime() + LOOK_MS);
      return scheduleJob(tx, lapsePlan, { tenantId, key, payload, dueAt });
    }
    const command = { kind: 'lapse', on } as const;
    const detail = { closedBy: 'service', dueOn: row.plan.dueOn };
    const lapsed = await applyTransition(tx, { tenantId, certificationId, command, detail, now });
    if (!lapsed.ok) throw new Error(`A plan that is over could not lapse: ${lapsed.error.kind}.`);
    await catchUp(tx, lapsed.value, now);
    await finishJob(tx, lapsePlan, tenantId, key);
  });
});
