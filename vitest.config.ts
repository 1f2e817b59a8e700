import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/test-order.ts';

const globalSetup = 'packages/testing/src/global-setup.ts';
const suffixes = '{test,pg.test,journey.test}';
const include = [`{packages,gateway,subgraphs,schema,journeys,bench}/**/*.${suffixes}.ts`, `scripts/**/*.${suffixes}.{ts,mjs}`];
const exclude = ['**/node_modules/**', '.cache/**', ...(process.env['RUN_LONG'] === '1' ? [] : ['**/*.long.test.{ts,mjs}'])];
/** Look at what their whole process holds (timers, memory), which must then be theirs alone. */
const needTheirOwnProcess = ['gateway/test/live-session.journey.test.ts', 'gateway/test/live-memory.long.test.ts'];

export default defineConfig({
  resolve: {
    // Two builds of graphql-js in one process are two realms: schema of the one, executor of the other, and it refuses.
    alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }],
  },
  test: {
    projects: [
      // Files of one worker share its process and the modules in it: what a graph imports is loaded and compiled once, not 300 times.
      { extends: true, test: { name: 'shared', include, exclude: [...exclude, ...needTheirOwnProcess], isolate: false } },
      { extends: true, test: { name: 'alone', include: needTheirOwnProcess, exclude, isolate: true } },
    ],
    ...(existsSync(globalSetup) ? { globalSetup: [globalSetup] } : {}),
    pool: 'forks',
    // What is to be shuffled has no other order.
    ...(process.argv.some((one) => one.startsWith('--sequence.shuffle')) ? {} : { sequence: { sequencer: LongestFirst } }),
    // More than the two cores that the budget speaks of: much of the time is waiting, for PostgreSQL, for timers, for processes.
    maxWorkers: 4,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
