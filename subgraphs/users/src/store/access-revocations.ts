import { DAY_MS, MINUTE_MS, type PageRequest } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { and, asc, count, eq, gt, lte } from 'drizzle-orm';
import { accessRevocations } from '../tables/access.ts';

export type AccessRevocationRow = typeof accessRevocations.$inferSelect;

/** No token is accepted for longer than a day after it was issued; clocks may differ by some seconds. */
const MATTERS_FOR_MS = DAY_MS + MINUTE_MS;

type Revocation = { readonly tenantId: string; readonly userId: string; readonly revokedBefore: Date; readonly at: Date } & (
  | { readonly kind: 'USER' }
  | { readonly kind: 'SESSION'; readonly sessionId: string }
  | { readonly kind: 'PERSONA'; readonly persona: NonNullable<AccessRevocationRow['persona']> }
);

/** The revocation is kept for as long as it matters, and those of the tenant that matter no more are gone. Answers until when it does. */
export async function addRevocation(tx: Tx, revocation: Revocation): Promise<Date> {
  const { at, ...rest } = revocation;
  const mattersUntil = new Date(Math.max(at.getTime(), rest.revokedBefore.getTime()) + MATTERS_FOR_MS);
  const { tenantId } = rest;
  await tx
    .delete(accessRevocations)
    .where(and(eq(accessRevocations.tenantId, tenantId), lte(accessRevocations.mattersUntil, at)));
  await tx
    .insert(accessRevocations)
    .values({ ...rest, id: newId(), recordedAt: at, mattersUntil })
    .onConflictDoNothing();
  return mattersUntil;
}

/** At most `page.size + 1` of the open transaction's tenant's revocations that matter at an instant, by id. */
export async function findRevocationPage(tx: Tx, page: PageRequest, now: Date): Promise<AccessRevocationRow[]> {
  const [afterId] = page.after ?? [];
  return tx
    .select()
    .from(accessRevocations)
    .where(and(gt(accessRevocations.mattersUntil, now), afterId === undefined ? undefined : gt(accessRevocations.id, afterId)))
    .orderBy(asc(accessRevocations.id))
    .limit(page.size + 1);
}

/** How many single sessions of a person are ended and matter still. */
export async function countRevokedSessions(tx: Tx, tenantId: string, userId: string, now: Date): Promise<number> {
  const { kind, mattersUntil } = accessRevocations;
  const [found] = await tx
    .select({ number: count() })
    .from(accessRevocations)
    .where(
      and(
        eq(accessRevocations.tenantId, tenantId),
        eq(accessRevocations.userId, userId),
        eq(kind, 'SESSION'),
        gt(mattersUntil, now),
      ),
    );
  return found?.number ?? 0;
}
