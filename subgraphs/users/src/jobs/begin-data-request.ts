import { dataErasureStarted } from '@academy/contracts';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { derivedId } from '@academy/platform/ids';
import { finishJob, job, scheduleJob } from '@academy/platform/jobs';
import { DATA_ISLANDS } from '../domain/data-request.ts';
import { beginDataRequest, gatherDataPart } from '../store/data-request-work.ts';
import { type DataRequestRow, lockDataRequest, updateDataRequest } from '../store/data-requests.ts';
import type { UsersWorker } from '../worker-context.ts';

/** What was accepted is in progress: the parts of an export are due, and the other islands are told of an erasure. */
export const beginDataRequestJob = job<UsersWorker, { requestId: string }>(
  beginDataRequest,
  async (work, { database, clock }) => {
    const { tenantId, key, payload } = work;
    await database.inTenant(tenantId, 'write', async (tx) => {
      const request = await lockDataRequest(tx, tenantId, payload.requestId);
      if (request?.status === 'ACCEPTED') await begin(tx, request, clock.now());
      await finishJob(tx, beginDataRequest, tenantId, key);
    });
  },
);

async function begin(tx: Tx, row: DataRequestRow, now: Date): Promise<void> {
  const { tenantId, id: requestId, subjectId } = row;
  await updateDataRequest(tx, row, { status: 'IN_PROGRESS' });
  if (row.kind === 'EXPORT') {
    for (const island of DATA_ISLANDS) {
      const work = { tenantId, key: `${requestId}.${island}`, payload: { requestId, island }, dueAt: now };
      await scheduleJob(tx, gatherDataPart, work);
    }
    return;
  }
  const id = derivedId(requestId, 'erasure-started');
  await emit(tx, dataErasureStarted, { tenantId, id, subject: requestId, occurredAt: now, data: { requestId, subjectId } });
}
