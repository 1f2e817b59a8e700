import { and, eq, sql } from 'drizzle-orm';
import { sagaSteps, sagas, type Tx } from '../db/index.ts';

export type SagaRow = typeof sagas.$inferSelect;
export type StepRow = typeof sagaSteps.$inferSelect;

type StepChange = Partial<Pick<StepRow, 'status' | 'error' | 'output' | 'attempts' | 'failures' | 'retries' | 'deadlineAt'>>;

/** Name of the row of a step's compensation. */
export const undoOf = (step: string): string => `undo:${step}`;

/** The saga without a lock; undefined when there is none. */
export async function findSaga(tx: Tx, tenantId: string, sagaId: string): Promise<SagaRow | undefined> {
  const [row] = await tx.select().from(sagas).where(byId(tenantId, sagaId));
  return row;
}

/** The saga, locked until the transaction ends. Throws when there is none. */
export async function lockSaga(tx: Tx, tenantId: string, sagaId: string): Promise<SagaRow> {
  const [row] = await tx.select().from(sagas).where(byId(tenantId, sagaId)).for('update');
  if (row === undefined) throw new Error(`There is no saga ${sagaId}.`);
  return row;
}

/** The saga of this kind that works for the subject, locked; undefined when there is none. */
export async function lockSagaOf(tx: Tx, tenantId: string, name: string, subject: string): Promise<SagaRow | undefined> {
  const [row] = await tx
    .select()
    .from(sagas)
    .where(and(eq(sagas.tenantId, tenantId), eq(sagas.name, name), eq(sagas.subject, subject)))
    .for('update');
  return row;
}

/** Changes a saga that the caller has locked, under its next version: whoever read it before sees that it moved. */
export async function saveSaga(tx: Tx, row: SagaRow, change: Partial<SagaRow>, now: Date): Promise<void> {
  await tx
    .update(sagas)
    .set({ ...change, version: row.version + 1, changedAt: now })
    .where(byId(row.tenantId, row.id));
}

/** The step is meant to run: on record before it has any effect. Answers its row; `attempts` counts this one. */
export async function writeIntent(tx: Tx, row: SagaRow, step: string, now: Date): Promise<StepRow> {
  const [written] = await tx
    .insert(sagaSteps)
    .values({ tenantId: row.tenantId, sagaId: row.id, step, status: 'INTENDED', attempts: 1, intendedAt: now, changedAt: now })
    .onConflictDoUpdate({
      target: [sagaSteps.tenantId, sagaSteps.sagaId, sagaSteps.step],
      set: { attempts: sql`${sagaSteps.attempts} + 1`, changedAt: now },
    })
    .returning();
  if (written === undefined) throw new Error(`The intent of ${step} was written and is gone.`);
  return written;
}

/** What is on record of a step that was intended. */
export async function findStep(tx: Tx, row: SagaRow, step: string): Promise<StepRow> {
  const [found] = await tx
    .select()
    .from(sagaSteps)
    .where(and(eq(sagaSteps.tenantId, row.tenantId), eq(sagaSteps.sagaId, row.id), eq(sagaSteps.step, step)));
  if (found === undefined) throw new Error(`The step ${step} of saga ${row.id} was never intended.`);
  return found;
}

/** What became of a step. */
export async function markStep(
  tx: Tx,
  row: SagaRow,
  step: string,
  change: StepChange & Pick<StepRow, 'status'>,
  now: Date,
): Promise<void> {
  await tx
    .insert(sagaSteps)
    .values({ tenantId: row.tenantId, sagaId: row.id, step, ...change, intendedAt: now, changedAt: now })
    .onConflictDoUpdate({
      target: [sagaSteps.tenantId, sagaSteps.sagaId, sagaSteps.step],
      set: { ...change, changedAt: now },
    });
}

/** A failed try counts, or an outage is forgotten; the step's status stays. */
export async function countTry(tx: Tx, row: SagaRow, step: string, outcome: 'failed' | 'outage'): Promise<number> {
  const change =
    outcome === 'failed'
      ? { failures: sql`${sagaSteps.failures} + 1` }
      : { attempts: sql`greatest(${sagaSteps.attempts} - 1, 0)` };
  const [counted] = await tx
    .update(sagaSteps)
    .set(change)
    .where(and(eq(sagaSteps.tenantId, row.tenantId), eq(sagaSteps.sagaId, row.id), eq(sagaSteps.step, step)))
    .returning({ failures: sagaSteps.failures });
  return counted?.failures ?? 0;
}

function byId(tenantId: string, sagaId: string) {
  return and(eq(sagas.tenantId, tenantId), eq(sagas.id, sagaId));
}
