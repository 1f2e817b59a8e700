import { DATA_PART_PRODUCERS, type DataPartProducer, dataPartReported } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { scheduleJob } from '@academy/platform/jobs';
import { findParts, markDone, markWaiting } from '../store/data-request-parts.ts';
import { erasePerson } from '../store/data-request-work.ts';
import { lockDataRequest } from '../store/data-requests.ts';
import type { UsersWorker } from '../worker-context.ts';

/**
 * The request shows how far each other island has come with an erasure. When all are done this island's own part is due: until then they may need to be told
 * who the person is, as what is with the authority is followed to its end.
 */
export const onDataPartsReported: readonly Reaction<UsersWorker>[] = DATA_PART_PRODUCERS.map(onReportOf);

function onReportOf(island: DataPartProducer): Reaction<UsersWorker> {
  return reaction(`${island}-data-part-reported`, dataPartReported[island], async (tx, { tenantId, data }, { clock }) => {
    const { requestId } = data;
    const request = await lockDataRequest(tx, tenantId, requestId);
    if (request?.kind !== 'ERASURE' || request.status !== 'IN_PROGRESS') return;
    if (data.state === 'WAITING') return markWaiting(tx, { tenantId, requestId }, island, data.waitingFor);
    const now = clock.now();
    await markDone(tx, { tenantId, requestId }, island, data, now);
    const parts = await findParts(tx, [requestId]);
    if (parts.some((part) => part.island !== 'users' && part.status !== 'DONE')) return;
    await scheduleJob(tx, erasePerson, { tenantId, key: requestId, payload: { requestId }, dueAt: now });
  });
}
