import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const globalSetup = 'packages/testing/src/global-setup.ts';
const suffixes = '{test,pg.test,journey.test}';

export default defineConfig({
  resolve: {
    // Two builds of graphql-js in one process are two realms: schema of the one, executor of the other, and it refuses.
    alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }],
  },
  test: {
    include: [`{packages,gateway,subgraphs,schema,journeys,bench}/**/*.${suffixes}.ts`, `scripts/**/*.${suffixes}.{ts,mjs}`],
    exclude: ['**/node_modules/**', '.cache/**', ...(process.env['RUN_LONG'] === '1' ? [] : ['**/*.long.test.{ts,mjs}'])],
    ...(existsSync(globalSetup) ? { globalSetup: [globalSetup] } : {}),
    pool: 'forks',
    // More than the two cores that the budget speaks of: much of the time is waiting, for PostgreSQL, for timers, for processes.
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
