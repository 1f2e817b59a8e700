import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FaultName } from './nemesis.ts';
import { playRun } from './run.ts';
import { type System, startSystem } from './system.ts';

/** Of each cell of the fault matrix that concerns live subscriptions, in three runs. */
const CELLS: readonly (readonly FaultName[])[] = [
  ['kill-gateway', 'drain-gateway', 'cut-clients', 'schema-reload'],
  ['kill-certification', 'kill-worker', 'two-relays', 'postgres-kill', 'postgres-restart'],
  ['redis-restart', 'redis-lost', 'redis-flush', 'redis-half-open'],
];
const SEED = 4;

let system: System;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'academy-histories-'));
  system = await startSystem();
}, 180_000);
afterAll(async () => {
  await system?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

test.each(CELLS.map((among, run) => ({ among, run, names: among.join(', ') })))(
  'every event is told once and in order through some of $names',
  async ({ among, run }) => {
    const { violations, figures } = await playRun(system, { run, seed: SEED + run, among, folder, onTrouble: () => {} });
    // How fast a machine is that does other things besides is not for a test to say.
    expect(violations.filter(({ rule }) => rule !== 'LATE')).toEqual([]);
    expect(figures.events).toBeGreaterThan(0);
    expect(figures.told).toBeGreaterThanOrEqual(figures.events);
  },
  180_000,
);
