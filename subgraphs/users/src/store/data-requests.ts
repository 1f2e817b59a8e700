import type { PageRequest } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { DataRequestKind, DataRequestStatus } from '../domain/data-request.ts';
import { dataRequests } from '../tables/data-requests.ts';

export type DataRequestRow = typeof dataRequests.$inferSelect;

/** States in which something is still to be done. */
const OPEN: readonly DataRequestStatus[] = ['RECEIVED', 'ACCEPTED', 'IN_PROGRESS'];

/** At most `page.size + 1` of the tenant's requests after the page's cursor (opened at, id), newest first. */
export async function findDataRequestPage(
  tx: Tx,
  filter: { readonly tenantId: string; readonly subjectId: string | undefined; readonly status: DataRequestStatus | undefined },
  page: PageRequest,
): Promise<DataRequestRow[]> {
  const { tenantId, subjectId, status, openedAt, id } = dataRequests;
  const [afterInstant, afterId] = page.after ?? [];
  return tx
    .select()
    .from(dataRequests)
    .where(
      and(
        eq(tenantId, filter.tenantId),
        filter.subjectId === undefined ? undefined : eq(subjectId, filter.subjectId),
        filter.status === undefined ? undefined : eq(status, filter.status),
        page.after === undefined ? undefined : sql`(${openedAt}, ${id}) < (${afterInstant}::timestamptz, ${afterId}::uuid)`,
      ),
    )
    .orderBy(desc(openedAt), desc(id))
    .limit(page.size + 1);
}

/** The open transaction's tenant's requests with these ids, in no order. */
export async function findDataRequests(tx: Tx, ids: readonly string[]): Promise<DataRequestRow[]> {
  return tx.select().from(dataRequests).where(inArray(dataRequests.id, ids));
}

/** The request, and nobody else changes it until the transaction ends; undefined when there is none. */
export async function lockDataRequest(tx: Tx, tenantId: string, id: string): Promise<DataRequestRow | undefined> {
  const [row] = await tx
    .select()
    .from(dataRequests)
    .where(and(eq(dataRequests.tenantId, tenantId), eq(dataRequests.id, id)))
    .for('update');
  return row;
}

/** The person's request of this kind that is not over; undefined when there is none. */
export async function findOpenRequest(
  tx: Tx,
  person: { readonly tenantId: string; readonly subjectId: string },
  kind: DataRequestKind,
): Promise<DataRequestRow | undefined> {
  const [row] = await tx
    .select()
    .from(dataRequests)
    .where(
      and(
        eq(dataRequests.tenantId, person.tenantId),
        eq(dataRequests.subjectId, person.subjectId),
        eq(dataRequests.kind, kind),
        inArray(dataRequests.status, [...OPEN]),
      ),
    );
  return row;
}

/** The request that a code's digest belongs to; undefined when there is none. */
export async function findRequestByCode(tx: Tx, tenantId: string, codeDigest: string): Promise<DataRequestRow | undefined> {
  const [row] = await tx
    .select()
    .from(dataRequests)
    .where(and(eq(dataRequests.tenantId, tenantId), eq(dataRequests.codeDigest, codeDigest)));
  return row;
}

/** The locked request bears the changes. Answers it as it is then. */
export async function updateDataRequest(
  tx: Tx,
  row: Pick<DataRequestRow, 'tenantId' | 'id'>,
  changes: Partial<Omit<DataRequestRow, 'tenantId' | 'id' | 'version'>>,
): Promise<DataRequestRow> {
  const [updated] = await tx
    .update(dataRequests)
    .set({ ...changes, version: sql`${dataRequests.version} + 1` })
    .where(and(eq(dataRequests.tenantId, row.tenantId), eq(dataRequests.id, row.id)))
    .returning();
  if (updated === undefined) throw new Error(`The request ${row.id} was locked and is gone.`);
  return updated;
}
