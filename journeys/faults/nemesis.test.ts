import { expect, test } from 'vitest';
import { chooseFaults, FAULT_NAMES } from './nemesis.ts';
import { createRandom } from './random.ts';

test('the same seed chooses the same faults', () => {
  const choose = () => FAULT_NAMES.map((_, run) => chooseFaults(run, FAULT_NAMES, createRandom(7 + run)));
  expect(choose()).toEqual(choose());
});

test('as many runs as there are faults leave none out', () => {
  const chosen = FAULT_NAMES.flatMap((_, run) => chooseFaults(run, FAULT_NAMES, createRandom(run)));
  expect(new Set(chosen)).toEqual(new Set(FAULT_NAMES));
});

test('a run has between one and three faults, each once', () => {
  for (let run = 0; run < 200; run += 1) {
    const chosen = chooseFaults(run, FAULT_NAMES, createRandom(run));
    expect(chosen.length).toBeGreaterThanOrEqual(1);
    expect(chosen.length).toBeLessThanOrEqual(3);
    expect(new Set(chosen).size).toBe(chosen.length);
  }
});
