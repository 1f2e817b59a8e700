import { readFile } from 'node:fs/promises';
import { courseCompleted } from '@academy/contracts';
import { seededCourses } from '@academy/courses/seed';
import { startProcesses } from '@academy/journeys/processes';
import { readConfig } from '@academy/platform/config';
import { type Database, openDatabase } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import { ISLANDS, type IslandName } from '@academy/platform/topology';
import { createVault, keysFrom, vaultVariables } from '@academy/platform/vault';
import { seedFurtherTenant } from '@academy/scripts/seed-further-tenant';
import { TEST_PASSWORDS } from '@academy/testing/databases';
import { tenantIdOf, userIdOf } from '@academy/testing/people';
import { z } from 'zod';
import { usageOf } from '../gateway/measure/usage.ts';

const TENANT = 'milpa';
const INSTRUCTOR = 'isaura';
const COURSE = 'instalacion-fotovoltaica';
const LOOK_EVERY_MS = 50;
/** Completions are told in transactions of so many, as a busy hour would. */
const TOLD_AT_ONCE = 10;

/** The academy as docker-compose.yml runs it, with a sandbox that decides at once, and a tenant whose learners complete a course. */
export type Stage = {
  readonly tenantId: string;
  /** As the superuser. */
  readonly databases: Readonly<Record<IslandName, Database>>;
  /** So many learners, others each time, have completed a course; resolves when all their sagas are over, with the seconds that it took. Throws after the deadline. */
  certify(count: number, deadline: number): Promise<number>;
  /** Processor time so far, by process; of these alone, where they are named. */
  cpuSeconds(names?: readonly string[]): Promise<Map<string, number>>;
  close(): Promise<void>;
};

/** Starts all processes and seeds the tenant. */
export async function openStage(options: { adminDatabaseUrl: string; redisUrl: string; learners: number }): Promise<Stage> {
  const name = `bc_${process.pid}`;
  const processes = await startProcesses({
    ...options,
    name,
    change({ name: service }): Record<string, string> {
      if (service === 'sandbox') return { SANDBOX_PROCESSING_MS: '0' };
      return { LOG_LEVEL: 'warn', ...(service === 'conocer-worker' ? { POLL_FIRST_MS: '1', POLL_MAX_MS: '500' } : {}) };
    },
  });
  const open = (island: IslandName, as: 'admin' | 'app') => {
    const url = new URL(options.adminDatabaseUrl);
    url.pathname = `/${name}_${island}`;
    if (as === 'app') [url.username, url.password] = [`${island}_app`, TEST_PASSWORDS.app];
    return openDatabase({ url: url.toString(), maxConnections: 8, name: 'bench' });
  };
  const all = (as: 'admin' | 'app') =>
    Object.fromEntries(ISLANDS.map((island) => [island, open(island, as)])) as Record<IslandName, Database>;
  const [databases, apps] = [all('admin'), all('app')];
  const tenantId = tenantIdOf(TENANT);
  const close = async () => {
    await Promise.all([...Object.values(databases), ...Object.values(apps)].map((one) => one.close()));
    await processes[Symbol.asyncDispose]();
  };
  try {
    const keys = keysFrom(readConfig(z.object(vaultVariables), processes.environmentOf('users')), { isProduction: false });
    if (keys === undefined) throw new Error('docker-compose.yml should have KEY_ENCRYPTION_KEYS for users.');
    const staff = { [INSTRUCTOR]: 'instructor' } as const;
    const tenant = { slug: TENANT, name: 'Academia Milpa', staff, learners: options.learners };
    await seedFurtherTenant(apps, tenant, { now: new Date(), vault: createVault(keys) });
  } catch (thrown) {
    await close();
    throw thrown;
  }

  let told = 0;
  return {
    tenantId,
    databases,
    async certify(count, deadline) {
      const learners = Array.from({ length: count }, (_, index) => `learner-${String(told + index + 1).padStart(2, '0')}`);
      told += count;
      const begun = performance.now();
      for (let from = 0; from < count; from += TOLD_AT_ONCE)
        await tell(apps.courses, tenantId, learners.slice(from, from + TOLD_AT_ONCE));
      while ((await finished(databases.certification, tenantId)) < told) {
        if (Date.now() > deadline)
          throw new Error(`Only ${await finished(databases.certification, tenantId)} of ${told} sagas are over.`);
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
      return (performance.now() - begun) / 1_000;
    },
    async cpuSeconds(names) {
      const pids = [...processes.pids, ['PostgreSQL', await serverOf(databases.users)] as const];
      const wanted = pids.filter(([service]) => names === undefined || names.includes(service));
      return new Map(wanted.map(([service, pid]) => [service, usageOf(pid).cpuSeconds]));
    },
    close,
  };
}

/** The courses island tells of completions, as it does when an assessment is passed. */
async function tell(courses: Database, tenantId: string, learners: readonly string[]): Promise<void> {
  const course = seededCourses(TENANT).find(({ slug }) => slug === COURSE);
  if (course === undefined) throw new Error(`There is no course ${COURSE}.`);
  await courses.inTenant(tenantId, 'write', async (tx) => {
    for (const learner of learners) {
      const enrollmentId = newId();
      const data = {
        enrollmentId,
        courseId: course.id,
        courseTitle: course.title,
        learnerId: userIdOf(TENANT, learner),
        instructorId: userIdOf(TENANT, INSTRUCTOR),
        standardCode: course.standardCode,
        scorePercent: 100,
        minimumScorePercent: 80,
        reactivos: [{ id: 'R1', criterion: 'C1', weight: 10, isFulfilled: true }],
      };
      await emit(tx, courseCompleted, { tenantId, subject: enrollmentId, occurredAt: new Date(), data });
    }
  });
}

async function finished(certification: Database, tenantId: string): Promise<number> {
  const [row] = await certification.pool<{ count: number }[]>`
    select count(*)::int as count from sagas join certifications on certifications.id::text = sagas.subject
    where sagas.tenant_id = ${tenantId} and sagas.phase = 'DONE' and certifications.status = 'ISSUED'`;
  return row?.count ?? 0;
}

/** The process that started this connection's, and so all of the server. */
async function serverOf(database: Database): Promise<number> {
  const [row] = await database.pool<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const stat = await readFile(`/proc/${row?.pid ?? 0}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}
