import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { parkedSteps, type Tx } from '../db/index.ts';
import { newId } from '../ids/index.ts';
import type { SagaRow } from './saga-rows.ts';

export type ParkedStepRow = typeof parkedSteps.$inferSelect;

/** What is told of a step when it is parked; ids and codes alone but for `error`, which is for logs. */
export type ParkedNotice = Pick<ParkedStepRow, 'tenantId' | 'id' | 'saga' | 'sagaId' | 'step' | 'direction' | 'cause' | 'error'>;

/** How a parked step was settled, by whom and why. */
export type Settlement =
  | { readonly kind: 'RETRIED'; readonly by: string; readonly reason?: string }
  | { readonly kind: 'RESOLVED'; readonly by: string; readonly reason: string }
  | { readonly kind: 'ANSWERED' };

/** The step waits for a person. The caller holds the saga's row lock and marks both. */
export async function addParked(
  tx: Tx,
  saga: SagaRow,
  parked: Pick<ParkedStepRow, 'step' | 'direction' | 'cause' | 'error' | 'attempts'>,
  now: Date,
): Promise<ParkedNotice> {
  const { tenantId, subject, id: sagaId, name } = saga;
  const row = { ...parked, tenantId, id: newId(), sagaId, saga: name, subject, parkedAt: now };
  await tx.insert(parkedSteps).values(row);
  return row;
}

/** What this saga is parked at now. */
export async function findOpenParked(tx: Tx, saga: SagaRow): Promise<ParkedStepRow | undefined> {
  const [row] = await tx
    .select()
    .from(parkedSteps)
    .where(and(eq(parkedSteps.tenantId, saga.tenantId), eq(parkedSteps.sagaId, saga.id), isNull(parkedSteps.settlement)));
  return row;
}

/** The step of this id, settled or not; undefined when the tenant has none. */
export async function findParkedStep(tx: Tx, tenantId: string, id: string): Promise<ParkedStepRow | undefined> {
  const [row] = await tx
    .select()
    .from(parkedSteps)
    .where(and(eq(parkedSteps.tenantId, tenantId), eq(parkedSteps.id, id)));
  return row;
}

/** Steps that wait for a person, the one that waits longest first, after the one of id `afterId`. */
export function findParkedSteps(
  tx: Tx,
  tenantId: string,
  page: { readonly afterId: string | undefined; readonly limit: number },
): Promise<ParkedStepRow[]> {
  const { afterId, limit } = page;
  return tx
    .select()
    .from(parkedSteps)
    .where(
      and(
        eq(parkedSteps.tenantId, tenantId),
        isNull(parkedSteps.settlement),
        afterId === undefined ? undefined : gt(parkedSteps.id, afterId),
      ),
    )
    .orderBy(asc(parkedSteps.id))
    .limit(limit);
}

/** Nobody need look at it any more. The caller holds the saga's row lock. */
export async function settleParked(tx: Tx, row: ParkedStepRow, settlement: Settlement, now: Date): Promise<void> {
  await tx
    .update(parkedSteps)
    .set({
      settlement: settlement.kind,
      settledAt: now,
      ...('by' in settlement ? { settledBy: settlement.by, reason: settlement.reason ?? null } : {}),
    })
    .where(and(eq(parkedSteps.tenantId, row.tenantId), eq(parkedSteps.id, row.id)));
}
