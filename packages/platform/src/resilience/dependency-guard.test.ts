import { describe, expect, test } from 'vitest';
import { createDependencyGuard } from './dependency-guard.ts';
import { pause } from './pause.ts';

const good = { isGood: true };
const bad = { isGood: false };
const never = new AbortController().signal;

function open(options: { maxConcurrent?: number; maxQueued?: number } = {}) {
  const states: string[] = [];
  const clock = { nowMs: 0 };
  const guard = createDependencyGuard<{ isGood: boolean }>({
    maxConcurrent: 2,
    maxQueued: 1,
    failuresUntilBroken: 3,
    tryAfterMs: 1_000,
    isFailure: (outcome) => !outcome.isGood,
    onState: (state) => states.push(state),
    nowMs: () => clock.nowMs,
    ...options,
  });
  return { guard, states, clock, run: (outcome: { isGood: boolean }) => guard.run(async () => outcome, never) };
}

describe('a guard', () => {
  test('lets so many calls pass at once, so many wait, and refuses the next at once', async () => {
    const { guard } = open();
    const gates = [1, 2, 3].map(() => Promise.withResolvers<typeof good>());
    const calls = gates.map(({ promise }) => guard.run(() => promise, never));
    expect(await guard.run(async () => good, never)).toBe('full');
    for (const { resolve } of gates) resolve(good);
    expect(await Promise.all(calls)).toEqual([good, good, good]);
  });

  test('does no work whose caller left before it was her turn', async () => {
    const { guard } = open({ maxConcurrent: 1 });
    const gate = Promise.withResolvers<typeof good>();
    const first = guard.run(() => gate.promise, never);
    const caller = new AbortController();
    let isDone = false;
    const second = guard.run(async () => {
      isDone = true;
      return good;
    }, caller.signal);
    caller.abort();
    gate.resolve(good);
    expect([await first, await second, isDone]).toEqual([good, 'gone', false]);
  });

  test('stops after failures in a row, then lets one try, and all when that is answered', async () => {
    const { guard, states, run, clock } = open();
    expect(await run(bad)).toBe(bad);
    expect(await run(bad)).toBe(bad);
    expect(await run(good)).toBe(good);
    for (let failure = 0; failure < 3; failure += 1) expect(await run(bad)).toBe(bad);
    expect(await run(good)).toBe('broken');
    clock.nowMs += 1_001;
    const gate = Promise.withResolvers<typeof good>();
    const trying = guard.run(() => gate.promise, never);
    expect(await run(good)).toBe('broken');
    gate.resolve(good);
    expect(await trying).toBe(good);
    expect(await run(good)).toBe(good);
    expect(states).toEqual(['broken', 'trying', 'passing']);
  });

  test('stays shut when the one that tries fails', async () => {
    const { run, states, clock } = open();
    for (let failure = 0; failure < 3; failure += 1) await run(bad);
    clock.nowMs += 1_001;
    expect(await run(bad)).toBe(bad);
    expect(await run(good)).toBe('broken');
    expect(states).toEqual(['broken', 'trying', 'broken']);
  });
});

test('a pause ends early when its signal aborts', async () => {
  expect(await pause(1, never)).toBe(true);
  const caller = new AbortController();
  const paused = pause(60_000, caller.signal);
  caller.abort();
  expect(await paused).toBe(false);
  expect(await pause(60_000, caller.signal)).toBe(false);
});
