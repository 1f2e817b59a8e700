import { type Database, sagaSteps, sagas } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { createSagaEngine, defineSaga, MAX_STEP_ATTEMPTS, type SagaStep } from '@academy/platform/saga';
import { createTestClock, type TestClock } from '@academy/testing/clock';
import { tenantIdOf } from '@academy/testing/people';
import { describe, expect, test } from 'vitest';
import { openWorld, type World } from './world.ts';

const tenantId = tenantIdOf('raices');
type State = { log: string[] };
type Context = { database: Database; clock: TestClock };
type Step = SagaStep<State, Context>;

const noted = (name: string, kind: Step['kind'], extra: Partial<Step> = {}): Step => ({
  name,
  kind,
  run: async (_tx, saga) => ({ kind: 'done', state: { log: [...saga.state.log, name] } }),
  ...(kind === 'compensable' ? { undo: async () => {} } : {}),
  ...extra,
});

async function play(world: World, steps: readonly Step[]) {
  const context: Context = { database: world.db.database, clock: createTestClock() };
  const engine = createSagaEngine(defineSaga({ name: 'story', steps }));
  const subject = newId();
  const write = world.db.database.inTenant.bind(world.db.database, tenantId, 'write');
  await write((tx) => engine.start(tx, { tenantId, subject, state: { log: [] }, now: context.clock.now() }));
  const read = async () => {
    const [saga] = await world.db.database.inTenant(tenantId, 'read', (tx) => tx.select().from(sagas));
    if (saga === undefined) throw new Error('no saga');
    return saga;
  };
  /** Runs the engine's handler once, as a worker would; a throw is what makes the worker come again. */
  const advance = async () => {
    const saga = await read();
    await engine.handler.run(
      { tenantId, key: saga.id, payload: { sagaId: saga.id } as never, handout: 1, signal: AbortSignal.timeout(5_000) },
      context,
    );
  };
  const steps_ = () => world.db.database.inTenant(tenantId, 'read', (tx) => tx.select().from(sagaSteps));
  return { engine, subject, context, read, advance, steps: steps_, write };
}

describe('a saga', () => {
  test('runs its steps in order and ends', async () => {
    await using world = await openWorld();
    const saga = await play(world, [noted('a', 'compensable'), noted('b', 'pivot'), noted('c', 'retriable')]);
    await saga.advance();
    expect(await saga.read()).toMatchObject({ phase: 'DONE', state: { log: ['a', 'b', 'c'] } });
  });

  test('is started once for one subject', async () => {
    await using world = await openWorld();
    const saga = await play(world, [noted('a', 'compensable')]);
    const again = await saga.write((tx) =>
      saga.engine.start(tx, { tenantId, subject: saga.subject, state: { log: [] }, now: new Date() }),
    );
    expect(again).toBe(false);
  });

  test('writes the intent of a step before the step has any effect', async () => {
    await using world = await openWorld();
    const seen: string[] = [];
    const saga = await play(world, [
      noted('a', 'compensable', {
        prepare: async () => {
          seen.push(...(await saga.steps()).map((step) => `${step.step} ${step.status}`));
          return {};
        },
      }),
    ]);
    await saga.advance();
    expect(seen).toEqual(['a INTENDED']);
  });

  test('goes on after a crash between a step’s effect and its record, with the same step', async () => {
    await using world = await openWorld();
    let runs = 0;
    const saga = await play(world, [
      noted('a', 'compensable', {
        run: async () => {
          runs += 1;
          if (runs === 1) throw new Error('the process died here');
          return { kind: 'done', state: { log: ['a'] } };
        },
      }),
    ]);
    await expect(saga.advance()).rejects.toThrow('the process died here');
    await saga.advance();
    expect(await saga.read()).toMatchObject({ phase: 'DONE', state: { log: ['a'] } });
  });

  test('waits for an answer, and goes on with what the answer brought', async () => {
    await using world = await openWorld();
    const saga = await play(world, [
      noted('ask', 'pivot', { run: async () => ({ kind: 'wait', until: new Date('2026-03-03') }) }),
      noted('c', 'retriable'),
    ]);
    await saga.advance();
    expect((await saga.steps()).map((step) => step.status)).toEqual(['WAITING']);
    expect(
      await saga.write((tx) =>
        saga.engine.completeStep(tx, {
          tenantId,
          subject: saga.subject,
          step: 'ask',
          state: { log: ['answered'] },
          now: new Date(),
        }),
      ),
    ).toBe(true);
    await saga.advance();
    expect(await saga.read()).toMatchObject({ phase: 'DONE', state: { log: ['answered', 'c'] } });
  });

  test('leaves an answer to a step where it does not stand alone', async () => {
    await using world = await openWorld();
    const saga = await play(world, [
      noted('a', 'compensable', { run: async () => ({ kind: 'wait', until: new Date('2026-03-03') }) }),
    ]);
    await saga.advance();
    expect(
      await saga.write((tx) => saga.engine.completeStep(tx, { tenantId, subject: saga.subject, step: 'b', now: new Date() })),
    ).toBe(false);
    expect(
      await saga.write((tx) => saga.engine.completeStep(tx, { tenantId, subject: newId(), step: 'a', now: new Date() })),
    ).toBe(false);
  });

  test('takes back what it did, in reverse, when a step before the pivot is refused', async () => {
    await using world = await openWorld();
    const undone: string[] = [];
    const undo = (name: string) => async () => void undone.push(name);
    const saga = await play(world, [
      noted('a', 'compensable', { undo: undo('a') }),
      noted('b', 'compensable', { undo: undo('b') }),
      noted('c', 'compensable', { undo: undo('c'), run: async () => ({ kind: 'refused', reason: 'no' }) }),
      noted('d', 'pivot'),
    ]);
    await saga.advance();
    await saga.advance();
    expect(undone).toEqual(['b', 'a']);
    expect(await saga.read()).toMatchObject({ phase: 'UNDONE' });
  });

  test('walks back when a step before the pivot keeps throwing', async () => {
    await using world = await openWorld();
    const undone: string[] = [];
    const saga = await play(world, [
      noted('a', 'compensable', { undo: async () => void undone.push('a') }),
      noted('b', 'compensable', { run: () => Promise.reject(new Error('broken for good')) }),
      noted('c', 'pivot'),
    ]);
    for (let attempt = 1; attempt < MAX_STEP_ATTEMPTS; attempt += 1)
      await expect(saga.advance()).rejects.toThrow('broken for good');
    await saga.advance();
    expect(undone).toEqual(['a']);
    expect(await saga.read()).toMatchObject({ phase: 'UNDONE' });
  });

  test('is parked, and takes nothing back, when a step after the pivot fails for good; a person can let it go on', async () => {
    await using world = await openWorld();
    let isMended = false;
    const saga = await play(world, [
      noted('a', 'compensable', { undo: () => Promise.reject(new Error('must not be undone')) }),
      noted('b', 'pivot'),
      noted('c', 'retriable', {
        run: async () => {
          if (!isMended) throw new Error('broken');
          return { kind: 'done' };
        },
      }),
    ]);
    for (let attempt = 1; attempt < MAX_STEP_ATTEMPTS; attempt += 1) await expect(saga.advance()).rejects.toThrow('broken');
    await saga.advance();
    expect(await saga.read()).toMatchObject({ phase: 'PARKED', step: 2 });
    isMended = true;
    await saga.write((tx) => saga.engine.retryParked(tx, { tenantId, subject: saga.subject, now: new Date() }));
    await saga.advance();
    expect(await saga.read()).toMatchObject({ phase: 'DONE' });
  });

  test('parks a compensation that keeps failing instead of forgetting it', async () => {
    await using world = await openWorld();
    const saga = await play(world, [
      noted('a', 'compensable', { undo: () => Promise.reject(new Error('cannot undo')) }),
      noted('b', 'compensable', { run: async () => ({ kind: 'refused', reason: 'no' }) }),
    ]);
    await expect(saga.advance()).rejects.toThrow('cannot undo');
    for (let attempt = 2; attempt < MAX_STEP_ATTEMPTS; attempt += 1) await expect(saga.advance()).rejects.toThrow('cannot undo');
    await saga.advance();
    expect(await saga.read()).toMatchObject({ phase: 'PARKED' });
    expect((await saga.steps()).find((step) => step.step === 'undo:a')).toMatchObject({ status: 'PARKED', error: 'cannot undo' });
  });
});

describe('the definition of a saga', () => {
  test('is refused when a step after the pivot could be undone, or a compensable one could not', () => {
    expect(() => defineSaga({ name: 's', steps: [noted('a', 'pivot'), noted('b', 'compensable')] })).toThrow('must be retriable');
    expect(() =>
      defineSaga({ name: 's', steps: [{ name: 'a', kind: 'compensable', run: async () => ({ kind: 'done' }) }] }),
    ).toThrow('needs an undo');
    expect(() => defineSaga({ name: 's', steps: [noted('a', 'pivot'), noted('a', 'retriable')] })).toThrow('one name');
  });
});
