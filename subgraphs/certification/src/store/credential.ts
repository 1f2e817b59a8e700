import { randomInt } from 'node:crypto';
import { STATUS_LIST_LENGTH } from '@academy/platform/credentials';
import type { Tx } from '@academy/platform/db';
import { and, eq, inArray, isNotNull, isNull, max, sql } from 'drizzle-orm';
import type { CredentialKind } from '../domain/credential/open-badge.ts';
import { credentials } from '../tables/credentials.ts';

export type CredentialRow = typeof credentials.$inferSelect;

/** Which bit says whether a credential is revoked. */
export type StatusPlace = { readonly list: number; readonly index: number };

/** Bits that are tried: when all are taken, the list is more than half full with a probability of 255 in 256, and the next one is begun. */
const DRAWN = 8;

/** A bit that was free a moment ago, drawn at random, so that its place tells nothing of the holder. */
export async function drawStatusPlace(tx: Tx, tenantId: string): Promise<StatusPlace> {
  const [newest] = await tx
    .select({ list: max(credentials.statusList) })
    .from(credentials)
    .where(eq(credentials.tenantId, tenantId));
  const list = newest?.list ?? 1;
  const drawn = Array.from({ length: DRAWN }, () => randomInt(STATUS_LIST_LENGTH));
  const taken = await tx
    .select({ index: credentials.statusIndex })
    .from(credentials)
    .where(and(eq(credentials.tenantId, tenantId), eq(credentials.statusList, list), inArray(credentials.statusIndex, drawn)));
  const free = drawn.find((index) => !taken.some((one) => one.index === index));
  return free === undefined ? { list: list + 1, index: randomInt(STATUS_LIST_LENGTH) } : { list, index: free };
}

/** The credential is kept. Undefined when its case has one of this kind already, or its bit was taken meanwhile: nothing changes. */
export async function addCredential(tx: Tx, row: typeof credentials.$inferInsert): Promise<CredentialRow | undefined> {
  const [added] = await tx.insert(credentials).values(row).onConflictDoNothing().returning();
  return added;
}

/** The credential of this kind of a case; undefined when it has none. */
export async function findCredentialOf(
  tx: Tx,
  { tenantId, certificationId, kind }: { tenantId: string; certificationId: string; kind: CredentialKind },
): Promise<CredentialRow | undefined> {
  const [row] = await tx
    .select()
    .from(credentials)
    .where(and(eq(credentials.tenantId, tenantId), eq(credentials.certificationId, certificationId), eq(credentials.kind, kind)));
  return row;
}

/** All credentials of these cases, in no order. */
export function findCredentialsOf(tx: Tx, certificationIds: readonly string[]): Promise<CredentialRow[]> {
  return tx
    .select()
    .from(credentials)
    .where(inArray(credentials.certificationId, [...certificationIds]));
}

/** The credential of this id; undefined when the tenant has none. */
export async function findCredential(tx: Tx, tenantId: string, id: string): Promise<CredentialRow | undefined> {
  const [row] = await tx
    .select()
    .from(credentials)
    .where(and(eq(credentials.tenantId, tenantId), eq(credentials.id, id)));
  return row;
}

/** The bit of the case's credential of this kind is set from now on, if it has one. Revoked once, it stays so. */
export async function revokeCredential(
  tx: Tx,
  { tenantId, certificationId, kind }: { tenantId: string; certificationId: string; kind: CredentialKind },
  now: Date,
): Promise<void> {
  await tx
    .update(credentials)
    .set({ revokedAt: now })
    .where(
      and(
        eq(credentials.tenantId, tenantId),
        eq(credentials.certificationId, certificationId),
        eq(credentials.kind, kind),
        isNull(credentials.revokedAt),
      ),
    );
}

/** Which bits of the tenant's list are set, ascending; undefined for a list that is not there. */
export async function findRevokedPlaces(tx: Tx, tenantId: string, list: number): Promise<number[] | undefined> {
  const isOfList = and(eq(credentials.tenantId, tenantId), eq(credentials.statusList, list));
  const [any] = await tx.select({ one: sql`1` }).from(credentials).where(isOfList).limit(1);
  if (any === undefined) return undefined;
  const rows = await tx
    .select({ index: credentials.statusIndex })
    .from(credentials)
    .where(and(isOfList, isNotNull(credentials.revokedAt)))
    .orderBy(credentials.statusIndex);
  return rows.map(({ index }) => index);
}
