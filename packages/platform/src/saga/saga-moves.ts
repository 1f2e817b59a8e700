import type { Tx } from '../db/index.ts';
import { finishJob, type JobContract, scheduleJob } from '../jobs/index.ts';
import type { SagaDefinition } from './definition.ts';
import { addParked, type ParkedNotice, type ParkedStepRow } from './parked-steps.ts';
import { findStep, markStep, type SagaRow, saveSaga, undoOf } from './saga-rows.ts';

/** Why a step is given up. */
export type Failure = { readonly cause: ParkedStepRow['cause']; readonly error: string };

/** Where a saga is after a move. `parked`: a person must be told, once it is committed. */
export type Moved = { readonly goesOn: boolean; readonly parked?: ParkedNotice };

/** The moves of one kind of saga. Each is made in the caller's transaction, on a saga that it has locked. */
export type SagaMoves<State> = {
  /** The step is done, by itself or by a person: the next is due, or the saga ends. */
  moveOn(tx: Tx, row: SagaRow, outcome: { status: 'DONE' | 'RESOLVED'; state?: Partial<State> }, now: Date): Promise<Moved>;
  /** The step is taken back, by itself or by a person: the one before is due to be, or the saga ends. */
  moveBack(tx: Tx, row: SagaRow, status: 'DONE' | 'RESOLVED', now: Date): Promise<Moved>;
  /** Going forward is given up: the saga walks back, or is parked. */
  giveUp(tx: Tx, row: SagaRow, failure: Failure, now: Date): Promise<Moved>;
  /** The saga stands still until a person settles it. */
  park(tx: Tx, row: SagaRow, failure: Failure, now: Date): Promise<Moved>;
  /** The saga is due to go on at this time. */
  schedule(tx: Tx, row: SagaRow, dueAt: Date): Promise<void>;
  /** The step that it stands at. Throws when there is none. */
  stepOf(row: SagaRow): SagaDefinition<State, never>['steps'][number];
};

/** The moves of this saga, whose rows `advance` works on. */
export function createMoves<State, Context>(
  definition: SagaDefinition<State, Context>,
  advance: JobContract<{ sagaId: string }>,
): SagaMoves<State> {
  const { steps } = definition as unknown as SagaDefinition<State, never>;
  const pivot = steps.findIndex((step) => step.kind === 'pivot');

  function stepOf(row: SagaRow) {
    const step = steps[row.step];
    if (step === undefined) throw new Error(`Saga ${definition.name} has no step ${row.step}.`);
    return step;
  }
  const schedule = (tx: Tx, row: SagaRow, dueAt: Date) =>
    scheduleJob(tx, advance, { tenantId: row.tenantId, key: row.id, payload: { sagaId: row.id }, dueAt });
  const finish = (tx: Tx, row: SagaRow) => finishJob(tx, advance, row.tenantId, row.id);

  async function end(tx: Tx, row: SagaRow, change: Partial<SagaRow>, now: Date): Promise<Moved> {
    await saveSaga(tx, row, change, now);
    await finish(tx, row);
    return { goesOn: false };
  }
  async function goTo(tx: Tx, row: SagaRow, change: Partial<SagaRow>, now: Date): Promise<Moved> {
    await saveSaga(tx, row, change, now);
    await schedule(tx, row, now);
    return { goesOn: true };
  }
  /** Steps below `next` are to be taken back. */
  const back = (tx: Tx, row: SagaRow, next: number, now: Date) =>
    next < 0 ? end(tx, row, { phase: 'UNDONE', step: 0 }, now) : goTo(tx, row, { phase: 'BACKWARD', step: next }, now);

  async function park(tx: Tx, row: SagaRow, { cause, error }: Failure, now: Date): Promise<Moved> {
    const { name } = stepOf(row);
    const isBackward = row.phase === 'BACKWARD';
    const on = isBackward ? undoOf(name) : name;
    const { attempts } = await findStep(tx, row, on);
    await markStep(tx, row, on, { status: 'PARKED', error }, now);
    const direction = isBackward ? 'BACKWARD' : 'FORWARD';
    const parked = await addParked(tx, row, { step: name, direction, cause, error, attempts }, now);
    return { ...(await end(tx, row, { phase: 'PARKED' }, now)), parked };
  }

  return {
    stepOf,
    schedule,
    park,
    async moveOn(tx, row, { status, state }, now) {
      await markStep(tx, row, stepOf(row).name, { status, error: null, output: state ?? {}, deadlineAt: null }, now);
      const next = { step: row.step + 1, state: { ...(row.state as State), ...state } };
      return next.step < steps.length
        ? goTo(tx, row, { ...next, phase: 'FORWARD' }, now)
        : end(tx, row, { ...next, phase: 'DONE' }, now);
    },
    async moveBack(tx, row, status, now) {
      const { name } = stepOf(row);
      await markStep(tx, row, undoOf(name), { status, error: null }, now);
      await markStep(tx, row, name, { status: 'UNDONE' }, now);
      return back(tx, row, row.step - 1, now);
    },
    async giveUp(tx, row, failure, now) {
      const step = stepOf(row);
      const { cause, error } = failure;
      const isBeforePivot = pivot < 0 || row.step < pivot;
      // A pivot that refuses has had no effect; one that fails, or is never answered, may have had it.
      const walksBack = isBeforePivot || (row.step === pivot && cause === 'REFUSED');
      if (!walksBack || (cause === 'DEADLINE' && step.deadline?.atEnd !== 'fail')) return park(tx, row, failure, now);
      // Its last run was rolled back; what it prepared, asked for, or was begun for was not. Who refuses leaves nothing.
      if (cause !== 'REFUSED' && step.undo !== undefined) {
        const { status } = await findStep(tx, row, step.name);
        await markStep(tx, row, step.name, { status, error }, now);
        return back(tx, row, row.step, now);
      }
      await markStep(tx, row, step.name, { status: 'UNDONE', error }, now);
      return back(tx, row, row.step - 1, now);
    },
  };
}
