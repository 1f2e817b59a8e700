import { describeThrown, Fault } from '@academy/kernel';
import type { Tx } from '../db/index.ts';
import type { SagaDefinition, SagaStep, SagaView, StepOutcome } from './definition.ts';
import type { ParkedNotice } from './parked-steps.ts';
import type { Failure, Moved, SagaMoves } from './saga-moves.ts';
import type { SagaNeeds } from './saga-needs.ts';
import {
  countTry,
  findStep,
  lockSaga,
  markStep,
  type SagaRow,
  type StepRow,
  saveSaga,
  undoOf,
  writeIntent,
} from './saga-rows.ts';

/** A step, or a compensation, that throws is tried this often; then it is given up. An outage is no failure. */
export const MAX_STEP_FAILURES = 6;
/** A step that is begun so often without any end that could be recorded ends its process, or its time: it is given up. */
export const MAX_STEP_STARTS = 12;

/** Somebody else moved the saga meanwhile: look again. */
const OVERTAKEN: Moved = { goesOn: true };

/** One step of a saga, forward or back, from what its row says. False when it waits or has ended. */
export type Advance<Context> = (context: Context, row: SagaRow) => Promise<boolean>;

/** What moves the sagas of this definition. */
export function createAdvance<State extends object, Context extends SagaNeeds>(
  definition: SagaDefinition<State, Context>,
  moves: SagaMoves<State>,
): Advance<Context> {
  type Step = SagaStep<State, Context>;

  return async (context, row) => {
    const step = definition.steps[row.step];
    if (step === undefined) throw new Error(`Saga ${definition.name} has no step ${row.step}.`);
    const moved = row.phase === 'BACKWARD' ? await backward(context, row, step) : await forward(context, row, step);
    if (moved.parked !== undefined) tellOperators(context, moved.parked);
    return moved.goesOn;
  };

  async function forward(context: Context, row: SagaRow, step: Step): Promise<Moved> {
    const { clock } = context;
    const intended = await intend(context, row, step.name, (tx, locked) =>
      moves.giveUp(tx, locked, neverEnded(step.name), clock.now()),
    );
    if ('goesOn' in intended) return intended;
    return attempt(
      context,
      row,
      step.name,
      async () => {
        const prepared = await step.prepare?.(viewOf(row, row.state as State, intended), context);
        return inLocked(context, row, async (tx, locked) => {
          const now = clock.now();
          const state = { ...(locked.state as State), ...prepared };
          const outcome = await step.run(tx, viewOf(locked, state, intended), context, intended.attempts);
          switch (outcome.kind) {
            case 'done':
              return moves.moveOn(
                tx,
                locked,
                { status: 'DONE', state: { ...prepared, ...outcome.state } as Partial<State> },
                now,
              );
            case 'wait':
              return waitFor(tx, { ...locked, state }, step, outcome, now);
            case 'refused':
              return moves.giveUp(tx, locked, { cause: 'REFUSED', error: outcome.reason }, now);
          }
        });
      },
      (tx, locked, failure) => moves.giveUp(tx, locked, failure, clock.now()),
    );
  }

  function backward(context: Context, row: SagaRow, step: Step): Promise<Moved> {
    const { clock } = context;
    const on = undoOf(step.name);
    const giveUp = (tx: Tx, locked: SagaRow, failure: Failure) => moves.park(tx, locked, failure, clock.now());
    return intend(context, row, on, (tx, locked) => giveUp(tx, locked, neverEnded(on))).then((intended) => {
      if ('goesOn' in intended) return intended;
      const undo = () =>
        inLocked(context, row, async (tx, locked) => {
          await step.undo?.(tx, viewOf(locked, locked.state as State, intended), context);
          return moves.moveBack(tx, locked, 'DONE', clock.now());
        });
      return attempt(context, row, on, undo, giveUp);
    });
  }

  /** The step waits until somebody answers, until it looks again, or until its deadline. */
  async function waitFor(
    tx: Tx,
    row: SagaRow,
    step: Step,
    { until, since }: StepOutcome<State> & { kind: 'wait' },
    now: Date,
  ): Promise<Moved> {
    const { name, deadline } = step;
    if (deadline === undefined) throw new Error(`Saga ${definition.name}: ${name} waits and has no deadline.`);
    const known = since === undefined ? (await findStep(tx, row, name)).deadlineAt : null;
    const deadlineAt = known ?? new Date((since ?? now).getTime() + deadline.afterMs);
    // Waiting is no failure: looking again later must not count as one.
    await markStep(tx, row, name, { status: 'WAITING', error: null, attempts: 0, failures: 0, deadlineAt }, now);
    await saveSaga(tx, row, { state: row.state }, now);
    if (deadlineAt <= now) {
      const error = `nobody answered by ${deadlineAt.toISOString()}`;
      return moves.giveUp(tx, { ...row, version: row.version + 1 }, { cause: 'DEADLINE', error }, now);
    }
    await moves.schedule(tx, row, until < deadlineAt ? until : deadlineAt);
    return { goesOn: false };
  }
}

function viewOf<State>({ tenantId, id, subject }: SagaRow, state: State, { retries }: StepRow): SagaView<State> {
  return { tenantId, sagaId: id, subject, state, retries };
}

function neverEnded(step: string): Failure {
  return { cause: 'NEVER_ENDED', error: `${step} was begun ${MAX_STEP_STARTS} times without an end` };
}

/** Works on the saga under its lock, if it still is where it was read. */
function inLocked({ database }: SagaNeeds, row: SagaRow, work: (tx: Tx, locked: SagaRow) => Promise<Moved>): Promise<Moved> {
  return database.inTenant(row.tenantId, 'write', async (tx) => {
    const locked = await lockSaga(tx, row.tenantId, row.id);
    return locked.version === row.version ? work(tx, locked) : OVERTAKEN;
  });
}

/** The intent is committed before anything else; what was begun too often is given up instead. */
async function intend(
  context: SagaNeeds,
  row: SagaRow,
  on: string,
  giveUp: (tx: Tx, locked: SagaRow) => Promise<Moved>,
): Promise<StepRow | Moved> {
  let intended: StepRow | undefined;
  const moved = await inLocked(context, row, async (tx, locked) => {
    const written = await writeIntent(tx, locked, on, context.clock.now());
    if (written.attempts > MAX_STEP_STARTS) return giveUp(tx, locked);
    intended = written;
    return OVERTAKEN;
  });
  return intended ?? moved;
}

/** Tries; a failure counts and is thrown, so that the job comes again, until there were too many. */
async function attempt(
  context: SagaNeeds,
  row: SagaRow,
  on: string,
  work: () => Promise<Moved>,
  giveUp: (tx: Tx, locked: SagaRow, failure: Failure) => Promise<Moved>,
): Promise<Moved> {
  try {
    return await work();
  } catch (thrown) {
    const isOutage = thrown instanceof Fault && thrown.isRetryable;
    let isOver = isOutage;
    const moved = await inLocked(context, row, async (tx, locked) => {
      const failures = await countTry(tx, locked, on, isOutage ? 'outage' : 'failed');
      if (isOutage || failures < MAX_STEP_FAILURES) {
        isOver = true;
        return OVERTAKEN;
      }
      return giveUp(tx, locked, { cause: 'FAILED', error: describeThrown(thrown) });
    }).catch((failed: unknown) => {
      context.logger.warn({ sagaId: row.id, step: on, err: failed }, 'a failed step of a saga could not be recorded');
      throw thrown;
    });
    if (isOver) throw thrown;
    return moved;
  }
}

/** Operators see it in `parkedSteps`; the error is for the log alone. */
function tellOperators({ logger, telemetry }: SagaNeeds, { saga, step, cause, ...parked }: ParkedNotice): void {
  const { tenantId, sagaId, id, direction, error } = parked;
  logger.error(
    { tenantId, saga, sagaId, parkedStepId: id, step, direction, cause, err: error },
    'a step of a saga was parked: an operator must retry or resolve it',
  );
  telemetry
    .counter('academy_saga_parked_total', 'Steps of sagas that were parked for an operator', ['saga', 'step', 'cause'])
    .inc({ saga, step, cause });
}
