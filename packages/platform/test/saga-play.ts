import { type Database, parkedSteps, sagaSteps, sagas, type Tx } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { createSagaEngine, defineSaga, type SagaNeeds, type SagaStep } from '@academy/platform/saga';
import { createTestClock, type TestClock } from '@academy/testing/clock';
import { tenantIdOf } from '@academy/testing/people';
import { eq } from 'drizzle-orm';
import type { World } from './world.ts';

export const tenantId = tenantIdOf('raices');
export type State = { log: string[] };
export type Context = SagaNeeds & { clock: TestClock };
export type Step = SagaStep<State, Context>;

/** A step that notes its name in the saga's state. */
export const noted = (name: string, kind: Step['kind'], extra: Partial<Step> = {}): Step => ({
  name,
  kind,
  run: async (_tx, saga) => ({ kind: 'done', state: { log: [...saga.state.log, name] } }),
  ...(kind === 'compensable' ? { undo: async () => {} } : {}),
  ...extra,
});

/** A saga of these steps, started, and what a test does with it. */
export async function play(world: World, steps: readonly Step[]) {
  const clock = createTestClock();
  const contextOn = (database: Database): Context => ({ ...world.tools, database, clock });
  const context = contextOn(world.db.database);
  const engine = createSagaEngine(defineSaga({ name: 'story', steps }));
  const subject = newId();
  const write = <T>(work: (tx: Tx) => Promise<T>) => world.db.database.inTenant(tenantId, 'write', work);
  await write((tx) => engine.start(tx, { tenantId, subject, state: { log: [] }, now: clock.now() }));
  async function read() {
    const [saga] = await write((tx) => tx.select().from(sagas).where(eq(sagas.subject, subject)));
    if (saga === undefined) throw new Error('no saga');
    return saga;
  }
  return {
    engine,
    subject,
    clock,
    context,
    contextOn,
    write,
    read,
    /** Runs the engine's handler once, as a worker would; a throw is what makes the worker come again. */
    async advance(on = context) {
      const { id } = await read();
      const signal = AbortSignal.timeout(5_000);
      await engine.handler.run({ tenantId, key: id, payload: { sagaId: id } as never, handout: 1, signal }, on);
    },
    steps: () => write((tx) => tx.select().from(sagaSteps)),
    parked: () => write((tx) => tx.select().from(parkedSteps)),
    answer: (step: string, state?: Partial<State>) =>
      write((tx) =>
        engine.completeStep(tx, { tenantId, subject, step, ...(state === undefined ? {} : { state }), now: clock.now() }),
      ),
  };
}
