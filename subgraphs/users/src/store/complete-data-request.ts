import { DAY_MS } from '@academy/kernel';
import { recordAudit } from '@academy/platform/audit';
import type { Tx } from '@academy/platform/db';
import { scheduleJob } from '@academy/platform/jobs';
import type { Vault } from '@academy/platform/vault';
import { type ReceiptPart, writeReceipt } from '../receipt/data-receipt.ts';
import { hashDocument } from './data-export.ts';
import { type DataRequestPartRow, findParts } from './data-request-parts.ts';
import { expireExport } from './data-request-work.ts';
import { type DataRequestRow, updateDataRequest } from './data-requests.ts';

/** How long an export is kept to be read. */
const EXPORT_KEPT_MS = 7 * DAY_MS;

/**
 * The request is COMPLETED, with its receipt, if every island has done its part; nothing changes before. An export is kept for 7 days from then. The caller holds
 * the request's lock.
 */
export async function completeIfDone(tx: Tx, vault: Vault, row: DataRequestRow, now: Date): Promise<void> {
  if (row.status !== 'IN_PROGRESS' || row.resolvedAt === null) return;
  const { tenantId, id: requestId, subjectId, kind } = row;
  const parts = (await findParts(tx, [requestId])).flatMap(doneOf);
  if (parts.length < ALL_PARTS) return;
  const isExport = kind === 'EXPORT';
  const documentSha256 = isExport ? await hashDocument(tx, vault, { tenantId, requestId, subjectId }) : null;
  const expiresAt = isExport ? new Date(now.getTime() + EXPORT_KEPT_MS) : null;
  const receipt = writeReceipt({
    ...{ requestId, kind, documentSha256, parts },
    ...{ openedAt: row.openedAt, acceptedAt: row.resolvedAt, completedAt: now },
  });
  await updateDataRequest(tx, row, {
    status: 'COMPLETED',
    completedAt: now,
    receipt: receipt.statement,
    receiptSha256: receipt.sha256,
    documentSha256,
    expiresAt,
  });
  if (expiresAt !== null)
    await scheduleJob(tx, expireExport, { tenantId, key: requestId, payload: { requestId }, dueAt: expiresAt });
  await recordAudit(tx, {
    principal: { kind: 'service', tenantId, service: 'users-worker', scopes: [] },
    action: 'arco.complete',
    subject: subjectId,
    detail: { requestId, kind, receipt: receipt.sha256 },
    at: now,
  });
}

const ALL_PARTS = 5;

function doneOf(part: DataRequestPartRow): ReceiptPart[] {
  const { island, records, sha256, keyHash, auditNumber, auditHash, doneAt } = part;
  if (records === null || sha256 === null || auditNumber === null || auditHash === null || doneAt === null) return [];
  return [{ island, records, sha256, keyHash, auditNumber, auditHash, doneAt: doneAt.toISOString() }];
}
