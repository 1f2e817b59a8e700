import type { Tx } from '../db/index.ts';

/** A saga as its steps see it. */
export type SagaView<State> = {
  readonly tenantId: string;
  readonly sagaId: string;
  /** Id of the aggregate that the saga works for. */
  readonly subject: string;
  readonly state: State;
  /** How often a person had this step tried again after it was parked: what was asked before may be asked anew. */
  readonly retries: number;
};

/**
 * What a step did. `done`: goes on, with the state changed as given. `wait`: somebody else must answer (`completeStep`), and the step runs again at
 * `until`, or at its deadline, if nobody did; `since` is when the time until the deadline begins, by default when the step began to wait.
 * `refused`: the saga cannot succeed, and the step leaves nothing behind. Until the pivot is done the saga then walks back; after it the step is parked.
 */
export type StepOutcome<State> =
  | { readonly kind: 'done'; readonly state?: Partial<State> }
  | { readonly kind: 'wait'; readonly until: Date; readonly since?: Date }
  | { readonly kind: 'refused'; readonly reason: string };

/** How long a step may wait, and what then: `fail`, the saga walks back (compensable steps alone); `park`, a person decides. An answer that comes later still counts. */
export type StepDeadline = { readonly afterMs: number; readonly atEnd: 'fail' | 'park' };

/**
 * One step. `compensable`: `undo` takes it back. `pivot`: from here on the saga only goes forward. `retriable`: comes after the pivot, has no undo.
 * A crash may run it again, so it must be idempotent by saga and step.
 */
export type SagaStep<State, Context> = {
  readonly name: string;
  readonly kind: 'compensable' | 'pivot' | 'retriable';
  /** Required of a step that waits. */
  readonly deadline?: StepDeadline;
  /** Effects outside the database (asking an island, storing a file), after the intent is written and before `run`. Must be idempotent. */
  prepare?(saga: SagaView<State>, context: Context): Promise<Partial<State>>;
  /** Runs in the transaction that also records its outcome. `attempt` counts from 1. */
  run(tx: Tx, saga: SagaView<State>, context: Context, attempt: number): Promise<StepOutcome<State>>;
  /** Finds whatever the step left, from nothing to all of it: a step that failed for good is itself taken back, and then those before it. */
  undo?(tx: Tx, saga: SagaView<State>, context: Context): Promise<void>;
};

export type SagaDefinition<State, Context> = { readonly name: string; readonly steps: readonly SagaStep<State, Context>[] };

/** Checks what the engine relies on: unique names, at most one pivot, an undo on every compensable step and none elsewhere, retriable steps only after the pivot. */
export function defineSaga<State, Context>(saga: SagaDefinition<State, Context>): SagaDefinition<State, Context> {
  const names = new Set(saga.steps.map((step) => step.name));
  if (names.size !== saga.steps.length) throw new Error(`Saga ${saga.name}: two steps have one name.`);
  const pivot = saga.steps.findIndex((step) => step.kind === 'pivot');
  saga.steps.forEach((step, index) => {
    if ((step.undo !== undefined) !== (step.kind === 'compensable'))
      throw new Error(`Saga ${saga.name}: ${step.name} needs an undo exactly when it is compensable.`);
    if (pivot >= 0 && index > pivot && step.kind !== 'retriable')
      throw new Error(`Saga ${saga.name}: ${step.name} comes after the pivot and must be retriable.`);
    if (step.kind === 'retriable' && (pivot < 0 || index < pivot))
      throw new Error(`Saga ${saga.name}: ${step.name} is retriable but no pivot comes before it.`);
    if (step.kind === 'pivot' && index !== pivot) throw new Error(`Saga ${saga.name}: there can be only one pivot.`);
    if (step.deadline?.atEnd === 'fail' && step.kind !== 'compensable')
      throw new Error(`Saga ${saga.name}: ${step.name} may have had its effect at its deadline, and can only be parked.`);
  });
  return saga;
}
