import { Fault } from '@academy/kernel';
import { newestEntry, recordAudit } from '@academy/platform/audit';
import { type DataPage, type GatheredData, gatherData, gatherOwnData } from '@academy/platform/data-subject';
import type { Tx } from '@academy/platform/db';
import { finishJob, type JobRun, job } from '@academy/platform/jobs';
import { DATA_ISLANDS, type DataIsland } from '../domain/data-request.ts';
import { partOfDocument } from '../domain/export-document.ts';
import { completeIfDone } from '../store/complete-data-request.ts';
import { putPart } from '../store/data-export.ts';
import { markDone } from '../store/data-request-parts.ts';
import { gatherDataPart } from '../store/data-request-work.ts';
import { type DataRequestRow, findDataRequests, lockDataRequest } from '../store/data-requests.ts';
import { dataSourcesOf } from '../store/data-sources.ts';
import type { UsersWorker } from '../worker-context.ts';

type Work = { requestId: string; island: DataIsland };

/**
 * What one island keeps of the person is in her export, sealed, and the export is complete when this was the last. It is read page by page through the graph: an
 * island that is away is asked again later. Nothing of it is in a job, an event or a log.
 */
export const gatherDataPartJob = job<UsersWorker, Work>(gatherDataPart, async (work, context) => {
  const { tenantId, key, payload } = work;
  const { database, clock, vault } = context;
  const [request] = await database.inTenant(tenantId, 'read', (tx) => findDataRequests(tx, [payload.requestId]));
  const isDue = request?.kind === 'EXPORT' && request.status === 'IN_PROGRESS';
  const gathered = isDue ? await gather(work, request, context) : undefined;
  await database.inTenant(tenantId, 'write', async (tx) => {
    await finishJob(tx, gatherDataPart, tenantId, key);
    const locked = await lockDataRequest(tx, tenantId, payload.requestId);
    if (gathered === undefined || locked?.status !== 'IN_PROGRESS') return;
    const now = clock.now();
    await keep(tx, context, locked, payload.island, gathered, now);
    await completeIfDone(tx, vault, locked, now);
  });
});

async function gather(work: JobRun<Work>, request: DataRequestRow, context: UsersWorker): Promise<GatheredData> {
  const { tenantId, subjectId } = request;
  const { island } = work.payload;
  if (island === 'users') {
    const sources = dataSourcesOf(context.vault);
    return context.database.inTenant(tenantId, 'write', (tx) => gatherOwnData(tx, sources, { tenantId, subjectId }));
  }
  const field = `${island}Data`;
  const query = `query DataPart($subjectId: ID!, $after: String) { ${field}(subjectId: $subjectId, after: $after) { records next } }`;
  return gatherData(async (after): Promise<DataPage> => {
    if (work.signal.aborted) throw new Fault('TIMEOUT', 'The part of an export took too long, and will be gathered anew.');
    const variables = { subjectId, after: after ?? null };
    const data = await context.graph.ask<Record<string, { records: string[]; next: string | null } | null>>(island, tenantId, {
      query,
      variables,
    });
    const page = data[field];
    if (page === null || page === undefined) throw new Fault('INTERNAL', `${island} answered no part of the export.`);
    return { records: page.records, next: page.next ?? undefined };
  });
}

async function keep(
  tx: Tx,
  { vault }: UsersWorker,
  request: DataRequestRow,
  island: DataIsland,
  { records, text, sha256 }: GatheredData,
  now: Date,
): Promise<void> {
  const { tenantId, id: requestId, subjectId } = request;
  const part = partOfDocument(island, text, { requestId, at: now });
  await putPart(tx, vault, { tenantId, requestId, subjectId }, DATA_ISLANDS.indexOf(island), part);
  await recordAudit(tx, {
    principal: { kind: 'service', tenantId, service: 'users-worker', scopes: [] },
    action: 'arco.part-gather',
    subject: subjectId,
    detail: { requestId, island, records, sha256 },
    at: now,
  });
  const { number: auditNumber, hash: auditHash } = await newestEntry(tx);
  await markDone(tx, { tenantId, requestId }, island, { records, sha256, keyHash: null, auditNumber, auditHash }, now);
}
