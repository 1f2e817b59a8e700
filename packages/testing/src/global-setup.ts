import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { dropTestDatabases } from './databases.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser's URL of the PostgreSQL server for tests; empty: there is none. */
    adminDatabaseUrl: string;
    redisUrl: string;
    /** Part of the name of everything that this run creates. */
    runId: string;
  }
}

/** Hands the servers' addresses to the tests, and removes what the run created. */
export default function setup(project: TestProject): () => Promise<void> {
  const adminDatabaseUrl = process.env['TEST_ADMIN_DATABASE_URL'] ?? '';
  const runId = randomBytes(4).toString('hex');
  project.provide('adminDatabaseUrl', adminDatabaseUrl);
  project.provide('redisUrl', process.env['TEST_REDIS_URL'] ?? '');
  project.provide('runId', runId);
  return async () => {
    if (adminDatabaseUrl !== '') await dropTestDatabases(adminDatabaseUrl, runId);
  };
}
