import { recordAudit } from '@academy/platform/audit';
import { finishJob, job } from '@academy/platform/jobs';
import { deleteExport } from '../store/data-export.ts';
import { expireExport } from '../store/data-request-work.ts';
import { lockDataRequest } from '../store/data-requests.ts';
import type { UsersWorker } from '../worker-context.ts';

/** The export's document is gone, read or not; its receipt stays. */
export const expireDataExportJob = job<UsersWorker, { requestId: string }>(expireExport, async (work, { database, clock }) => {
  const { tenantId, key, payload } = work;
  const { requestId } = payload;
  await database.inTenant(tenantId, 'write', async (tx) => {
    const request = await lockDataRequest(tx, tenantId, requestId);
    await deleteExport(tx, { tenantId, requestId });
    await finishJob(tx, expireExport, tenantId, key);
    if (request === undefined) return;
    const principal = { kind: 'service', tenantId, service: 'users-worker', scopes: [] } as const;
    await recordAudit(tx, {
      principal,
      action: 'arco.export-expire',
      subject: request.subjectId,
      detail: { requestId },
      at: clock.now(),
    });
  });
});
