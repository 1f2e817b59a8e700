import { newestEntry, recordAudit } from '@academy/platform/audit';
import { gatherOwnData } from '@academy/platform/data-subject';
import type { Tx } from '@academy/platform/db';
import { finishJob, job } from '@academy/platform/jobs';
import { completeIfDone } from '../store/complete-data-request.ts';
import { markDone } from '../store/data-request-parts.ts';
import { erasePerson } from '../store/data-request-work.ts';
import { type DataRequestRow, lockDataRequest } from '../store/data-requests.ts';
import { dataSourcesOf } from '../store/data-sources.ts';
import { erasePersonRows } from '../store/erase-person.ts';
import { lockPerson } from '../store/users.ts';
import type { UsersWorker } from '../worker-context.ts';

/** The last part of an erasure: of the person a tombstone is left, and the request has its receipt; both in one transaction. */
export const erasePersonJob = job<UsersWorker, { requestId: string }>(erasePerson, async (work, context) => {
  const { tenantId, key, payload } = work;
  await context.database.inTenant(tenantId, 'write', async (tx) => {
    const request = await lockDataRequest(tx, tenantId, payload.requestId);
    if (request?.kind === 'ERASURE' && request.status === 'IN_PROGRESS') await erase(tx, request, context);
    await finishJob(tx, erasePerson, tenantId, key);
  });
});

async function erase(tx: Tx, request: DataRequestRow, { vault, clock }: UsersWorker): Promise<void> {
  const { tenantId, id: requestId, subjectId } = request;
  const now = clock.now();
  await lockPerson(tx, tenantId, subjectId);
  const { records, sha256 } = await gatherOwnData(tx, dataSourcesOf(vault), { tenantId, subjectId });
  const proof = await erasePersonRows(tx, vault, { tenantId, subjectId }, now);
  const keyHash = proof?.wrappedHash ?? null;
  await recordAudit(tx, {
    principal: { kind: 'service', tenantId, service: 'users-worker', scopes: [] },
    action: 'arco.part-erase',
    subject: subjectId,
    detail: { requestId, records, sha256, keyHash },
    at: now,
  });
  const { number: auditNumber, hash: auditHash } = await newestEntry(tx);
  await markDone(tx, { tenantId, requestId }, 'users', { records, sha256, keyHash, auditNumber, auditHash }, now);
  await completeIfDone(tx, vault, request, now);
}
