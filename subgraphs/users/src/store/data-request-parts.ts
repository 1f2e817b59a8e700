import type { DataPartWait } from '@academy/contracts';
import type { Tx } from '@academy/platform/db';
import { and, eq, inArray, ne } from 'drizzle-orm';
import { DATA_ISLANDS, type DataIsland } from '../domain/data-request.ts';
import { dataRequestParts } from '../tables/data-requests.ts';

export type DataRequestPartRow = typeof dataRequestParts.$inferSelect;
type Request = { readonly tenantId: string; readonly requestId: string };

/** What a part that is done says of itself. */
export type DonePart = {
  readonly records: number;
  readonly sha256: string;
  readonly keyHash: string | null;
  readonly auditNumber: number;
  readonly auditHash: string;
};

const partOf = ({ tenantId, requestId }: Request, island: DataIsland) =>
  and(eq(dataRequestParts.tenantId, tenantId), eq(dataRequestParts.requestId, requestId), eq(dataRequestParts.island, island));

/** The request has a part for each island, to be done. */
export async function addParts(tx: Tx, request: Request): Promise<void> {
  await tx
    .insert(dataRequestParts)
    .values(DATA_ISLANDS.map((island) => ({ ...request, island, status: 'PENDING' as const })))
    .onConflictDoNothing();
}

/** The parts of these requests, those of one in the order of its document. */
export async function findParts(tx: Tx, requestIds: readonly string[]): Promise<DataRequestPartRow[]> {
  const rows = await tx.select().from(dataRequestParts).where(inArray(dataRequestParts.requestId, requestIds));
  return rows.sort((a, b) => DATA_ISLANDS.indexOf(a.island) - DATA_ISLANDS.indexOf(b.island));
}

/** The island says that it waits; nothing changes when it is done already. */
export async function markWaiting(tx: Tx, request: Request, island: DataIsland, waitingFor: DataPartWait): Promise<void> {
  await tx
    .update(dataRequestParts)
    .set({ status: 'WAITING', waitingFor })
    .where(and(partOf(request, island), ne(dataRequestParts.status, 'DONE')));
}

/** The island is done; false when it was before: the first time counts. */
export async function markDone(tx: Tx, request: Request, island: DataIsland, done: DonePart, doneAt: Date): Promise<boolean> {
  const { records, sha256, keyHash, auditNumber, auditHash } = done;
  const changed = await tx
    .update(dataRequestParts)
    .set({ status: 'DONE', waitingFor: null, records, sha256, keyHash, auditNumber, auditHash, doneAt })
    .where(and(partOf(request, island), ne(dataRequestParts.status, 'DONE')))
    .returning({ island: dataRequestParts.island });
  return changed.length > 0;
}
