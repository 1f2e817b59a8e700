import { randomUUID } from 'node:crypto';
import { DAY_MS, Fault } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { findParkedSteps, MAX_STEP_FAILURES, MAX_STEP_STARTS } from '@academy/platform/saga';
import { tenantIdOf } from '@academy/testing/people';
import { describe, expect, test } from 'vitest';
import { noted, play, type Step, tenantId } from './saga-play.ts';
import { openWorld } from './world.ts';

const celia = randomUUID();
const broken = () => Promise.reject(new Error('broken for good'));
const refuses: Partial<Step> = { run: async () => ({ kind: 'refused', reason: 'no' }) };
const waits = (atEnd: 'fail' | 'park', extra: Partial<Step> = {}): Partial<Step> => ({
  deadline: { afterMs: DAY_MS, atEnd },
  run: async (_tx, _saga, { clock }) => ({ kind: 'wait', until: new Date(clock.now().getTime() + DAY_MS / 4) }),
  ...extra,
});
type Saga = Awaited<ReturnType<typeof play>>;

/** Until the step has failed as often as it may. */
async function failForGood(saga: Saga): Promise<void> {
  for (let attempt = 1; attempt < MAX_STEP_FAILURES; attempt += 1)
    await expect(saga.advance()).rejects.toThrow('broken for good');
  await saga.advance();
}
async function idOfParked(saga: Saga): Promise<string> {
  const [one] = (await saga.parked()).filter(({ settlement }) => settlement === null);
  if (one === undefined) throw new Error('nothing is parked');
  return one.id;
}
const settling = async (saga: Saga) => ({ tenantId, parkedId: await idOfParked(saga), by: celia, now: saga.clock.now() });

describe('a step that fails for good', () => {
  test('before the pivot is taken back itself, and then the others in reverse', async () => {
    await using world = await openWorld();
    const undone: string[] = [];
    const undo = (name: string): Partial<Step> => ({ undo: async () => void undone.push(name) });
    const saga = await play(world, [
      noted('a', 'compensable', undo('a')),
      noted('b', 'compensable', undo('b')),
      noted('c', 'compensable', { ...undo('c'), prepare: async () => ({}), run: broken }),
      noted('d', 'pivot'),
    ]);
    await failForGood(saga);
    expect(undone).toEqual(['c', 'b', 'a']);
    expect(await saga.read()).toMatchObject({ phase: 'UNDONE' });
    expect(await saga.parked()).toEqual([]);
  });

  test('after the pivot parks the saga, which operators are told of by log and metric; a second try goes on', async () => {
    await using world = await openWorld();
    let isMended = false;
    const tries: number[] = [];
    const saga = await play(world, [
      noted('a', 'compensable', { undo: () => Promise.reject(new Error('must not be undone')) }),
      noted('b', 'pivot'),
      noted('c', 'retriable', {
        run: async (_tx, { retries }) => {
          tries.push(retries);
          return isMended ? { kind: 'done' } : broken();
        },
      }),
    ]);
    await failForGood(saga);
    expect(await saga.read()).toMatchObject({ phase: 'PARKED', step: 2 });
    expect(await saga.parked()).toMatchObject([
      { saga: 'story', subject: saga.subject, step: 'c', direction: 'FORWARD', cause: 'FAILED', attempts: 6, settlement: null },
    ]);
    expect((await world.tools.telemetry.render()).text).toContain(
      'academy_saga_parked_total{saga="story",step="c",cause="FAILED"',
    );
    isMended = true;
    const given = await settling(saga);
    const retried = await saga.write((tx) => saga.engine.retryParked(tx, given));
    expect(retried).toMatchObject({ ok: true, value: { settlement: 'RETRIED', settledBy: celia } });
    await saga.advance();
    expect(await saga.read()).toMatchObject({ phase: 'DONE' });
    expect(tries).toEqual([0, 0, 0, 0, 0, 0, 1]);
    const again = await saga.write((tx) => saga.engine.retryParked(tx, given));
    expect(again).toMatchObject({ ok: false, error: { kind: 'AlreadySettled' } });
  });

  test('after the pivot may be done by a person: the saga goes on with the next', async () => {
    await using world = await openWorld();
    const saga = await play(world, [noted('a', 'pivot'), noted('b', 'retriable', { run: broken }), noted('c', 'retriable')]);
    await failForGood(saga);
    const given = { ...(await settling(saga)), reason: 'told by telephone' };
    await saga.write((tx) => saga.engine.resolveParked(tx, given));
    await saga.advance();
    expect(await saga.read()).toMatchObject({ phase: 'DONE', state: { log: ['a', 'c'] } });
    expect(await saga.parked()).toMatchObject([{ settlement: 'RESOLVED', settledBy: celia, reason: 'told by telephone' }]);
    expect(await saga.steps()).toContainEqual(expect.objectContaining({ step: 'b', status: 'RESOLVED' }));
  });

  test('an outage is no failure, however often it comes', async () => {
    await using world = await openWorld();
    let calls = 0;
    const saga = await play(world, [
      noted('a', 'compensable', {
        prepare: async () => {
          calls += 1;
          if (calls <= 2 * MAX_STEP_STARTS) throw new Fault('UNAVAILABLE', 'users is away');
          return {};
        },
      }),
    ]);
    for (let time = 1; time <= 2 * MAX_STEP_STARTS; time += 1) await expect(saga.advance()).rejects.toThrow('away');
    await saga.advance();
    expect(await saga.read()).toMatchObject({ phase: 'DONE' });
  });

  test('is given up when it ends its process each time that it is begun', async () => {
    await using world = await openWorld();
    const saga = await play(world, [noted('a', 'pivot'), noted('b', 'retriable', { prepare: broken })]);
    let isDead = false;
    const dying = saga.contextOn({
      ...world.db.database,
      inTenant: async (tenant, mode, work) => {
        if (isDead) throw new Error('no process');
        const done = await world.db.database.inTenant(tenant, mode, work);
        isDead = mode === 'write' && (await saga.steps()).some(({ step, status }) => step === 'b' && status === 'INTENDED');
        return done;
      },
    });
    for (let time = 1; time <= MAX_STEP_STARTS; time += 1) {
      isDead = false;
      await expect(saga.advance(dying)).rejects.toThrow();
    }
    await saga.advance();
    expect(await saga.parked()).toMatchObject([{ step: 'b', cause: 'NEVER_ENDED' }]);
  });
});

describe('a compensation that fails for good', () => {
  test('is parked; tried again, the saga walks back to its beginning', async () => {
    await using world = await openWorld();
    let isMended = false;
    const undone: string[] = [];
    const saga = await play(world, [
      noted('a', 'compensable', { undo: async () => void undone.push('a') }),
      noted('b', 'compensable', { undo: async () => (isMended ? void undone.push('b') : broken()) }),
      noted('c', 'compensable', refuses),
    ]);
    await failForGood(saga);
    expect(await saga.read()).toMatchObject({ phase: 'PARKED' });
    expect(await saga.parked()).toMatchObject([{ step: 'b', direction: 'BACKWARD', cause: 'FAILED', error: 'broken for good' }]);
    isMended = true;
    const given = await settling(saga);
    await saga.write((tx) => saga.engine.retryParked(tx, given));
    await saga.advance();
    expect(undone).toEqual(['b', 'a']);
    expect(await saga.read()).toMatchObject({ phase: 'UNDONE' });
  });

  test('may be done by a person: the saga goes on walking back', async () => {
    await using world = await openWorld();
    const undone: string[] = [];
    const saga = await play(world, [
      noted('a', 'compensable', { undo: async () => void undone.push('a') }),
      noted('b', 'compensable', { undo: broken }),
      noted('c', 'compensable', refuses),
    ]);
    await failForGood(saga);
    const given = { ...(await settling(saga)), reason: 'taken back by hand' };
    await saga.write((tx) => saga.engine.resolveParked(tx, given));
    await saga.advance();
    expect(undone).toEqual(['a']);
    expect(await saga.read()).toMatchObject({ phase: 'UNDONE' });
  });
});

describe('a step that waits past its deadline', () => {
  test('before the pivot is taken back with the others, where it says so', async () => {
    await using world = await openWorld();
    const undone: string[] = [];
    const undo = (name: string): Partial<Step> => ({ undo: async () => void undone.push(name) });
    const saga = await play(world, [
      noted('a', 'compensable', undo('a')),
      noted('b', 'compensable', waits('fail', undo('b'))),
      noted('c', 'pivot'),
    ]);
    await saga.advance();
    const [b] = (await saga.steps()).filter(({ step }) => step === 'b');
    expect(b).toMatchObject({ status: 'WAITING', deadlineAt: new Date(saga.clock.now().getTime() + DAY_MS) });
    for (let quarter = 1; quarter <= 3; quarter += 1) {
      saga.clock.advance(DAY_MS / 4);
      await saga.advance();
      expect(await saga.read()).toMatchObject({ phase: 'FORWARD', step: 1 });
    }
    saga.clock.advance(DAY_MS / 4);
    await saga.advance();
    expect(undone).toEqual(['b', 'a']);
    expect(await saga.read()).toMatchObject({ phase: 'UNDONE' });
  });

  test('is parked where its effect may be out there, and a late answer takes it up again', async () => {
    await using world = await openWorld();
    const saga = await play(world, [noted('a', 'pivot', waits('park')), noted('b', 'retriable')]);
    await saga.advance();
    saga.clock.advance(DAY_MS);
    await saga.advance();
    expect(await saga.parked()).toMatchObject([{ step: 'a', cause: 'DEADLINE', settlement: null }]);
    expect(await saga.answer('b')).toBe(false);
    expect(await saga.answer('a', { log: ['late'] })).toBe(true);
    await saga.advance();
    expect(await saga.read()).toMatchObject({ phase: 'DONE', state: { log: ['late', 'b'] } });
    expect(await saga.parked()).toMatchObject([{ settlement: 'ANSWERED', settledBy: null }]);
  });

  test('has a whole deadline again when it is tried again', async () => {
    await using world = await openWorld();
    const saga = await play(world, [noted('a', 'pivot', waits('park'))]);
    await saga.advance();
    saga.clock.advance(DAY_MS);
    await saga.advance();
    const given = await settling(saga);
    await saga.write((tx) => saga.engine.retryParked(tx, given));
    saga.clock.advance(DAY_MS / 2);
    await saga.advance();
    expect(await saga.read()).toMatchObject({ phase: 'FORWARD' });
    saga.clock.advance(DAY_MS);
    await saga.advance();
    expect((await saga.parked()).map(({ settlement }) => settlement)).toEqual(['RETRIED', null]);
  });

  test('waits longer where what it waits for has moved', async () => {
    await using world = await openWorld();
    let movedAt: Date | undefined;
    const run: Step['run'] = async (_tx, _saga, { clock }) => ({
      kind: 'wait',
      until: new Date(clock.now().getTime() + DAY_MS / 4),
      ...(movedAt === undefined ? {} : { since: movedAt }),
    });
    const saga = await play(world, [noted('a', 'pivot', waits('park', { run }))]);
    await saga.advance();
    saga.clock.advance(DAY_MS);
    movedAt = saga.clock.now();
    await saga.advance();
    expect(await saga.read()).toMatchObject({ phase: 'FORWARD' });
    saga.clock.advance(DAY_MS);
    await saga.advance();
    expect(await saga.read()).toMatchObject({ phase: 'PARKED' });
  });

  test('must have one: a step that waits without is a mistake', async () => {
    await using world = await openWorld();
    const saga = await play(world, [noted('a', 'pivot', { run: async () => ({ kind: 'wait', until: new Date() }) })]);
    await expect(saga.advance()).rejects.toThrow('a waits and has no deadline');
  });
});

test('a pivot that refuses has had no effect: what came before it is taken back', async () => {
  await using world = await openWorld();
  const undone: string[] = [];
  const saga = await play(world, [
    noted('a', 'compensable', { undo: async () => void undone.push('a') }),
    noted('b', 'pivot', refuses),
  ]);
  await saga.advance();
  expect(undone).toEqual(['a']);
  expect(await saga.read()).toMatchObject({ phase: 'UNDONE' });
});

test('another tenant neither sees nor settles what is parked', async () => {
  await using world = await openWorld();
  const saga = await play(world, [noted('a', 'pivot', { run: broken })]);
  await failForGood(saga);
  const given = { ...(await settling(saga)), tenantId: tenantIdOf('solaris') };
  const there = <T>(work: (tx: Tx) => Promise<T>) => world.db.database.inTenant(given.tenantId, 'write', work);
  expect(await there((tx) => findParkedSteps(tx, tenantId, { afterId: undefined, limit: 10 }))).toEqual([]);
  for (const settle of ['retryParked', 'resolveParked'] as const)
    expect(await there((tx) => saga.engine[settle](tx, { ...given, reason: 'ours' }))).toMatchObject({
      ok: false,
      error: { kind: 'NotFound' },
    });
  expect(await saga.read()).toMatchObject({ phase: 'PARKED' });
});
