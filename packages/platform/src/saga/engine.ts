import { type Clock, describeThrown, Fault } from '@academy/kernel';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Database, sagaSteps, sagas, type Tx } from '../db/index.ts';
import { newId } from '../ids/index.ts';
import { finishJob, type JobContract, type JobHandler, job, scheduleJob } from '../jobs/index.ts';
import type { SagaDefinition, SagaStep, SagaView } from './definition.ts';

/** A step that throws is tried this often; then the saga walks back (before the pivot) or is parked for a person (after it). */
export const MAX_STEP_ATTEMPTS = 6;

type Row = typeof sagas.$inferSelect;
type Needs = { database: Database; clock: Clock };
type StepChange = {
  status: (typeof sagaSteps.$inferInsert)['status'];
  error?: string | null;
  output?: unknown;
  attempts?: number;
};

/** The engine of one kind of saga. Rows are the truth: a saga goes on after a crash from what is written there. */
export type SagaEngine<State, Context> = {
  /** A saga for this subject runs after commit; false when there is one already. */
  start(tx: Tx, saga: { tenantId: string; subject: string; state: State; now: Date }): Promise<boolean>;
  /** The answer that a waiting step waited for: it is done, and the saga goes on after commit. False when the saga does not stand at this step: nothing changes. */
  completeStep(
    tx: Tx,
    answer: { tenantId: string; subject: string; step: string; state?: Partial<State>; now: Date },
  ): Promise<boolean>;
  /** A parked saga goes on with the step that failed. */
  retryParked(tx: Tx, saga: { tenantId: string; subject: string; now: Date }): Promise<boolean>;
  readonly handler: JobHandler<Context>;
};

/** Builds the engine of a saga; its handler must be among the island's jobs. */
export function createSagaEngine<State extends object, Context extends Needs>(
  definition: SagaDefinition<State, Context>,
): SagaEngine<State, Context> {
  const advanceJob: JobContract<{ sagaId: string }> = {
    name: `advance-${definition.name}`,
    payload: z.object({ sagaId: z.uuid() }),
  };
  const pivot = definition.steps.findIndex((step) => step.kind === 'pivot');

  const schedule = (tx: Tx, tenantId: string, sagaId: string, dueAt: Date) =>
    scheduleJob(tx, advanceJob, { tenantId, key: sagaId, payload: { sagaId }, dueAt });

  async function lockBySubject(tx: Tx, tenantId: string, subject: string): Promise<Row | undefined> {
    const [row] = await tx
      .select()
      .from(sagas)
      .where(and(eq(sagas.tenantId, tenantId), eq(sagas.name, definition.name), eq(sagas.subject, subject)))
      .for('update');
    return row;
  }

  async function lock(tx: Tx, tenantId: string, sagaId: string): Promise<Row> {
    const [row] = await tx
      .select()
      .from(sagas)
      .where(and(eq(sagas.tenantId, tenantId), eq(sagas.id, sagaId)))
      .for('update');
    if (row === undefined) throw new Error(`There is no saga ${sagaId}.`);
    return row;
  }

  async function save(tx: Tx, row: Row, change: Partial<Row>, now: Date): Promise<void> {
    await tx
      .update(sagas)
      .set({ ...change, version: row.version + 1, changedAt: now })
      .where(and(eq(sagas.tenantId, row.tenantId), eq(sagas.id, row.id)));
  }

  async function writeIntent(tx: Tx, row: Row, step: string, now: Date): Promise<number> {
    const [written] = await tx
      .insert(sagaSteps)
      .values({ tenantId: row.tenantId, sagaId: row.id, step, status: 'INTENDED', attempts: 1, intendedAt: now, changedAt: now })
      .onConflictDoUpdate({
        target: [sagaSteps.tenantId, sagaSteps.sagaId, sagaSteps.step],
        set: { attempts: sql`${sagaSteps.attempts} + 1`, changedAt: now },
      })
      .returning({ attempts: sagaSteps.attempts });
    return written?.attempts ?? 1;
  }

  async function mark(tx: Tx, row: Row, step: string, change: StepChange, now: Date): Promise<void> {
    await tx
      .insert(sagaSteps)
      .values({ tenantId: row.tenantId, sagaId: row.id, step, ...change, intendedAt: now, changedAt: now })
      .onConflictDoUpdate({ target: [sagaSteps.tenantId, sagaSteps.sagaId, sagaSteps.step], set: { ...change, changedAt: now } });
  }

  const view = (row: Row, state = row.state as State): SagaView<State> => ({
    tenantId: row.tenantId,
    sagaId: row.id,
    subject: row.subject,
    state,
  });

  /** Records that a step is done and moves on to the next, or ends the saga. */
  async function moveOn(tx: Tx, row: Row, step: string, state: Partial<State> | undefined, now: Date): Promise<void> {
    await mark(tx, row, step, { status: 'DONE', error: null, output: state ?? {} }, now);
    const isLast = row.step + 1 >= definition.steps.length;
    await save(
      tx,
      row,
      { step: row.step + 1, state: { ...(row.state as State), ...state }, ...(isLast ? { phase: 'DONE' as const } : {}) },
      now,
    );
    if (isLast) await finishJob(tx, advanceJob, row.tenantId, row.id);
    else await schedule(tx, row.tenantId, row.id, now);
  }

  /** Gives up going forward: backward when the pivot lies ahead, parked when it lies behind. */
  async function giveUp(tx: Tx, row: Row, step: string, error: string, now: Date): Promise<void> {
    const isBeforePivot = pivot < 0 || row.step < pivot;
    await mark(tx, row, step, { status: isBeforePivot ? 'UNDONE' : 'PARKED', error }, now);
    if (!isBeforePivot) {
      await save(tx, row, { phase: 'PARKED' }, now);
      return finishJob(tx, advanceJob, row.tenantId, row.id);
    }
    await save(tx, row, row.step === 0 ? { phase: 'UNDONE' } : { phase: 'BACKWARD', step: row.step - 1 }, now);
    if (row.step === 0) await finishJob(tx, advanceJob, row.tenantId, row.id);
    else await schedule(tx, row.tenantId, row.id, now);
  }

  /** One step forward. False when the saga waits or has ended. */
  async function forward(context: Context, row: Row, step: SagaStep<State, Context>): Promise<boolean> {
    const { database, clock } = context;
    const attempt = await database.inTenant(row.tenantId, 'write', async (tx) => writeIntent(tx, row, step.name, clock.now()));
    try {
      const prepared = await step.prepare?.(view(row), context);
      return await database.inTenant(row.tenantId, 'write', async (tx) => {
        const locked = await lock(tx, row.tenantId, row.id);
        if (locked.version !== row.version) return true;
        const now = clock.now();
        const state = { ...(locked.state as State), ...prepared };
        const outcome = await step.run(tx, view(locked, state), context, attempt);
        switch (outcome.kind) {
          case 'done':
            await moveOn(tx, locked, step.name, { ...prepared, ...outcome.state } as Partial<State>, now);
            return locked.step + 1 < definition.steps.length;
          case 'wait':
            // Waiting is no failure: looking again later must not count as a failed try.
            await mark(tx, locked, step.name, { status: 'WAITING', error: null, attempts: 0 }, now);
            await save(tx, locked, { state }, now);
            await schedule(tx, locked.tenantId, locked.id, outcome.until);
            return false;
          case 'refused':
            await giveUp(tx, locked, step.name, outcome.reason, now);
            return pivot < 0 || locked.step < pivot;
        }
      });
    } catch (thrown) {
      if (thrown instanceof Fault && thrown.isRetryable) throw thrown;
      if (attempt < MAX_STEP_ATTEMPTS) throw thrown;
      await database.inTenant(row.tenantId, 'write', async (tx) => {
        const locked = await lock(tx, row.tenantId, row.id);
        if (locked.version === row.version) await giveUp(tx, locked, step.name, describeThrown(thrown), clock.now());
      });
      return true;
    }
  }

  /** Takes one step back. False when nothing is left to take back, or when it had to be parked. */
  async function backward(context: Context, row: Row, step: SagaStep<State, Context>): Promise<boolean> {
    const { database, clock } = context;
    const attempt = await database.inTenant(row.tenantId, 'write', async (tx) =>
      writeIntent(tx, row, `undo:${step.name}`, clock.now()),
    );
    try {
      return await database.inTenant(row.tenantId, 'write', async (tx) => {
        const locked = await lock(tx, row.tenantId, row.id);
        if (locked.version !== row.version) return true;
        const now = clock.now();
        await step.undo?.(tx, view(locked), context);
        await mark(tx, locked, `undo:${step.name}`, { status: 'DONE', error: null }, now);
        await mark(tx, locked, step.name, { status: 'UNDONE' }, now);
        const isOver = locked.step === 0;
        await save(tx, locked, isOver ? { phase: 'UNDONE' } : { step: locked.step - 1 }, now);
        if (isOver) await finishJob(tx, advanceJob, locked.tenantId, locked.id);
        return !isOver;
      });
    } catch (thrown) {
      if ((thrown instanceof Fault && thrown.isRetryable) || attempt < MAX_STEP_ATTEMPTS) throw thrown;
      await database.inTenant(row.tenantId, 'write', async (tx) => {
        const locked = await lock(tx, row.tenantId, row.id);
        await mark(tx, locked, `undo:${step.name}`, { status: 'PARKED', error: describeThrown(thrown) }, clock.now());
        await save(tx, locked, { phase: 'PARKED' }, clock.now());
        await finishJob(tx, advanceJob, locked.tenantId, locked.id);
      });
      return false;
    }
  }

  return {
    async start(tx, saga) {
      const id = newId();
      const started = await tx
        .insert(sagas)
        .values({
          tenantId: saga.tenantId,
          id,
          name: definition.name,
          subject: saga.subject,
          state: saga.state,
          phase: 'FORWARD',
          step: 0,
          startedAt: saga.now,
          changedAt: saga.now,
        })
        .onConflictDoNothing()
        .returning({ id: sagas.id });
      if (started.length === 0) return false;
      await schedule(tx, saga.tenantId, id, saga.now);
      return true;
    },
    async completeStep(tx, answer) {
      const row = await lockBySubject(tx, answer.tenantId, answer.subject);
      if (row === undefined || row.phase !== 'FORWARD' || definition.steps[row.step]?.name !== answer.step) return false;
      await moveOn(tx, row, answer.step, answer.state, answer.now);
      return true;
    },
    async retryParked(tx, saga) {
      const row = await lockBySubject(tx, saga.tenantId, saga.subject);
      if (row?.phase !== 'PARKED') return false;
      const name = definition.steps[row.step]?.name ?? '';
      const [undo] = await tx
        .select()
        .from(sagaSteps)
        .where(
          and(
            eq(sagaSteps.tenantId, row.tenantId),
            eq(sagaSteps.sagaId, row.id),
            eq(sagaSteps.step, `undo:${name}`),
            eq(sagaSteps.status, 'PARKED'),
          ),
        );
      await mark(tx, row, undo === undefined ? name : `undo:${name}`, { status: 'INTENDED', attempts: 0 }, saga.now);
      await save(tx, row, { phase: undo === undefined ? 'FORWARD' : 'BACKWARD' }, saga.now);
      await schedule(tx, row.tenantId, row.id, saga.now);
      return true;
    },
    handler: job(advanceJob, async (work, context: Context) => {
      for (let goesOn = true; goesOn && !work.signal.aborted; ) {
        const [row] = await context.database.inTenant(work.tenantId, 'read', (tx) =>
          tx
            .select()
            .from(sagas)
            .where(and(eq(sagas.tenantId, work.tenantId), eq(sagas.id, work.payload.sagaId))),
        );
        const step = row === undefined ? undefined : definition.steps[row.step];
        if (row === undefined || step === undefined || (row.phase !== 'FORWARD' && row.phase !== 'BACKWARD')) {
          await context.database.inTenant(work.tenantId, 'write', (tx) => finishJob(tx, advanceJob, work.tenantId, work.key));
          return;
        }
        goesOn = row.phase === 'FORWARD' ? await forward(context, row, step) : await backward(context, row, step);
      }
    }),
  };
}
