import { newId } from '@academy/platform/ids';
import { defineSaga, MAX_STEP_FAILURES } from '@academy/platform/saga';
import { describe, expect, test } from 'vitest';
import { noted, play, tenantId } from './saga-play.ts';
import { openWorld } from './world.ts';

const tomorrow = { deadline: { afterMs: 86_400_000, atEnd: 'park' } } as const;

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
      noted('ask', 'pivot', { ...tomorrow, run: async () => ({ kind: 'wait', until: new Date('2026-03-03') }) }),
      noted('c', 'retriable'),
    ]);
    await saga.advance();
    expect((await saga.steps()).map((step) => step.status)).toEqual(['WAITING']);
    expect(await saga.answer('ask', { log: ['answered'] })).toBe(true);
    await saga.advance();
    expect(await saga.read()).toMatchObject({ phase: 'DONE', state: { log: ['answered', 'c'] } });
  });

  test('leaves an answer to a step where it does not stand alone', async () => {
    await using world = await openWorld();
    const saga = await play(world, [
      noted('a', 'compensable', { ...tomorrow, run: async () => ({ kind: 'wait', until: new Date('2026-03-03') }) }),
    ]);
    await saga.advance();
    expect(await saga.answer('b')).toBe(false);
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
    for (let attempt = 1; attempt < MAX_STEP_FAILURES; attempt += 1)
      await expect(saga.advance()).rejects.toThrow('broken for good');
    await saga.advance();
    expect(undone).toEqual(['a']);
    expect(await saga.read()).toMatchObject({ phase: 'UNDONE' });
  });
});

describe('the definition of a saga', () => {
  test('is refused when a step after the pivot could be undone, or a compensable one could not', () => {
    expect(() => defineSaga({ name: 's', steps: [noted('a', 'pivot'), noted('b', 'compensable')] })).toThrow('must be retriable');
    expect(() =>
      defineSaga({ name: 's', steps: [{ name: 'a', kind: 'compensable', run: async () => ({ kind: 'done' }) }] }),
    ).toThrow('needs an undo');
    expect(() => defineSaga({ name: 's', steps: [noted('a', 'pivot'), noted('a', 'retriable')] })).toThrow('one name');
    expect(() => defineSaga({ name: 's', steps: [noted('a', 'pivot', { deadline: { afterMs: 1, atEnd: 'fail' } })] })).toThrow(
      'can only be parked',
    );
  });
});
