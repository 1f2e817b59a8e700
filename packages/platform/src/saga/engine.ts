import { fail, ok, type Result } from '@academy/kernel';
import { z } from 'zod';
import { sagas, type Tx } from '../db/index.ts';
import { newId } from '../ids/index.ts';
import { finishJob, type JobContract, type JobHandler, job } from '../jobs/index.ts';
import { createAdvance } from './advance.ts';
import type { SagaDefinition } from './definition.ts';
import { findOpenParked, findParkedStep, type ParkedStepRow, settleParked } from './parked-steps.ts';
import { createMoves } from './saga-moves.ts';
import type { SagaNeeds } from './saga-needs.ts';
import { findSaga, findStep, lockSaga, lockSagaOf, markStep, type SagaRow, saveSaga, undoOf } from './saga-rows.ts';

/** Why a parked step was not settled. `AlreadySettled`: somebody, or a late answer, was faster. */
export type SettleRefusal = {
  readonly kind: 'NotFound' | 'AlreadySettled';
};

/** Which parked step, and who settles it. */
export type Settling = { readonly tenantId: string; readonly parkedId: string; readonly by: string; readonly now: Date };

/** The engine of one kind of saga. Rows are the truth: a saga goes on after a crash from what is written there. */
export type SagaEngine<State, Context> = {
  /** A saga for this subject runs after commit; false when there is one already. */
  start(tx: Tx, saga: { tenantId: string; subject: string; state: State; now: Date }): Promise<boolean>;
  /**
   * The answer that a waiting step waited for: it is done, and the saga goes on after commit, even where it was parked meanwhile. False when the
   * saga does not stand at this step: nothing changes.
   */
  completeStep(
    tx: Tx,
    answer: { tenantId: string; subject: string; step: string; state?: Partial<State>; now: Date },
  ): Promise<boolean>;
  /** A parked saga tries the step, or its compensation, again after commit. */
  retryParked(tx: Tx, settling: Settling & { reason?: string }): Promise<Result<ParkedStepRow, SettleRefusal>>;
  /** A person has done what the parked step, or its compensation, was to do: the saga goes on with the next after commit. */
  resolveParked(tx: Tx, settling: Settling & { reason: string }): Promise<Result<ParkedStepRow, SettleRefusal>>;
  /** A saga that waits looks again after commit, e.g. as what it works for has ended; nothing changes when it has ended or is parked. */
  lookAgain(tx: Tx, saga: { tenantId: string; subject: string; now: Date }): Promise<void>;
  readonly handler: JobHandler<Context>;
};

/** Builds the engine of a saga; its handler must be among the island's jobs. */
export function createSagaEngine<State extends object, Context extends SagaNeeds>(
  definition: SagaDefinition<State, Context>,
): SagaEngine<State, Context> {
  const advanceJob: JobContract<{ sagaId: string }> = {
    name: `advance-${definition.name}`,
    payload: z.object({ sagaId: z.uuid() }),
  };
  const moves = createMoves(definition, advanceJob);
  const advance = createAdvance(definition, moves);

  /** Locks the saga, then settles what it is parked at, if that is still this. */
  async function settle(
    tx: Tx,
    { tenantId, parkedId }: Settling,
    work: (saga: SagaRow, parked: ParkedStepRow) => Promise<void>,
  ): Promise<Result<ParkedStepRow, SettleRefusal>> {
    const found = await findParkedStep(tx, tenantId, parkedId);
    if (found === undefined || found.saga !== definition.name) return fail({ kind: 'NotFound' });
    const saga = await lockSaga(tx, tenantId, found.sagaId);
    const open = await findOpenParked(tx, saga);
    if (open?.id !== parkedId) return fail({ kind: 'AlreadySettled' });
    await work(saga, open);
    return ok((await findParkedStep(tx, tenantId, parkedId)) ?? open);
  }

  return {
    async start(tx, { tenantId, subject, state, now }) {
      const [row] = await tx
        .insert(sagas)
        .values({
          tenantId,
          id: newId(),
          name: definition.name,
          subject,
          state,
          phase: 'FORWARD',
          step: 0,
          startedAt: now,
          changedAt: now,
        })
        .onConflictDoNothing()
        .returning();
      if (row === undefined) return false;
      await moves.schedule(tx, row, now);
      return true;
    },
    async completeStep(tx, { tenantId, subject, step, state, now }) {
      const row = await lockSagaOf(tx, tenantId, definition.name, subject);
      if (row === undefined || definition.steps[row.step]?.name !== step) return false;
      if (row.phase === 'PARKED') {
        const parked = await findOpenParked(tx, row);
        if (parked?.direction !== 'FORWARD') return false;
        await settleParked(tx, parked, { kind: 'ANSWERED' }, now);
      } else if (row.phase !== 'FORWARD') return false;
      await moves.moveOn(tx, row, { status: 'DONE', ...(state === undefined ? {} : { state }) }, now);
      return true;
    },
    retryParked: (tx, settling) =>
      settle(tx, settling, async (saga, parked) => {
        const { by, reason, now } = settling;
        const isBackward = parked.direction === 'BACKWARD';
        const on = isBackward ? undoOf(parked.step) : parked.step;
        const { retries } = await findStep(tx, saga, on);
        await settleParked(tx, parked, { kind: 'RETRIED', by, ...(reason === undefined ? {} : { reason }) }, now);
        const afresh = { attempts: 0, failures: 0, retries: retries + 1, deadlineAt: null };
        await markStep(tx, saga, on, { status: 'INTENDED', ...afresh }, now);
        await saveSaga(tx, saga, { phase: isBackward ? 'BACKWARD' : 'FORWARD' }, now);
        await moves.schedule(tx, saga, now);
      }),
    resolveParked: (tx, settling) =>
      settle(tx, settling, async (saga, parked) => {
        const { by, reason, now } = settling;
        await settleParked(tx, parked, { kind: 'RESOLVED', by, reason }, now);
        if (parked.direction === 'BACKWARD') await moves.moveBack(tx, saga, 'RESOLVED', now);
        else await moves.moveOn(tx, saga, { status: 'RESOLVED' }, now);
      }),
    async lookAgain(tx, { tenantId, subject, now }) {
      const row = await lockSagaOf(tx, tenantId, definition.name, subject);
      if (row?.phase === 'FORWARD' || row?.phase === 'BACKWARD') await moves.schedule(tx, row, now);
    },
    handler: job(advanceJob, async (work, context: Context) => {
      const { tenantId } = work;
      for (let goesOn = true; goesOn && !work.signal.aborted; ) {
        const row = await context.database.inTenant(tenantId, 'read', (tx) => findSaga(tx, tenantId, work.payload.sagaId));
        if (row === undefined || (row.phase !== 'FORWARD' && row.phase !== 'BACKWARD')) {
          await context.database.inTenant(tenantId, 'write', (tx) => finishJob(tx, advanceJob, tenantId, work.key));
          return;
        }
        goesOn = await advance(context, row);
      }
    }),
  };
}
