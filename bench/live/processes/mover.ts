// Opens certifications in the real island's database, and moves them on, each step in a transaction of the island's own: state, history, outbox.
// The academy's own relay does the rest. Usage: forked by the benchmark with MOVER in the environment; answers each request once.
import { nextAutomaticCommand } from '@academy/certification/automatic-way';
import { addCompletion } from '@academy/certification/completion';
import { applyTransition, openCase } from '@academy/certification/transition';
import { seededCourses } from '@academy/courses/seed';
import { openDatabase } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { tenantIdOf, userIdOf } from '@academy/testing/people';
import { MOVED_TENANT } from '../population.ts';
import type { Committed, WorldJob } from './world.ts';

/** How the process is told what to be. */
export type MoverSetup = { readonly databaseUrl: string; readonly certifications: number };

/** What it tells once they are open. */
export type MoverPlace = { readonly port: number; readonly certifications: readonly string[] };

type Moving = { readonly id: string; steps: number };

const CONNECTIONS = 8;
const LEARNERS = 30;
const FIRST_STANDARD = 1_000;
/** The way to the authority; then the case waits, for one reason after the other, as often as one likes. */
const WAY = (['REGISTERED', 'EVALUATING', 'JUDGED_COMPETENT', 'RESULTS_DELIVERED'] as const).flatMap(
  (status) => nextAutomaticCommand(status) ?? [],
);
const HOLDS = ['AUTHORITY_UNAVAILABLE', 'SOLARPUNK_COMPLIANCE'] as const;

const setup = JSON.parse(process.env['MOVER'] ?? '') as MoverSetup;
const database = openDatabase({ url: setup.databaseUrl, maxConnections: CONNECTIONS, name: 'mover' });
const tenantId = tenantIdOf(MOVED_TENANT);
const courses = seededCourses(MOVED_TENANT);
const moving: Moving[] = [];
await inLanes(setup.certifications, open);

async function open(index: number): Promise<void> {
  const course = courses[index % courses.length];
  if (course === undefined) throw new Error('The seed has no course.');
  const learner = `learner-${String(1 + (index % LEARNERS)).padStart(2, '0')}`;
  const completion = {
    tenantId,
    enrollmentId: newId(),
    courseId: course.id,
    courseTitle: course.title,
    learnerId: userIdOf(MOVED_TENANT, learner),
    instructorId: userIdOf(MOVED_TENANT, 'ines'),
    // One case a learner and standard may be open.
    standardCode: `EC${FIRST_STANDARD + index}.01`,
    scorePercent: 90,
    minimumScorePercent: 80,
    reactivos: [],
    completedAt: new Date(),
  };
  const row = await database.inTenant(tenantId, 'write', async (tx) => {
    await addCompletion(tx, completion);
    return openCase(tx, completion, new Date());
  });
  if (row === undefined) throw new Error('The case was not opened.');
  moving[index] = { id: row.id, steps: 0 };
}

async function step(one: Moving): Promise<void> {
  const command = WAY[one.steps] ?? {
    ...{ kind: 'recordHold' as const, attempt: 1, missedCriteria: [] },
    hold: HOLDS[one.steps % HOLDS.length] ?? 'AUTHORITY_UNAVAILABLE',
  };
  const change = { tenantId, certificationId: one.id, command, now: new Date() };
  const moved = await database.inTenant(tenantId, 'write', (tx) => applyTransition(tx, change));
  if (!moved.ok) throw new Error(`A certification did not move: ${JSON.stringify(moved.error)}`);
  one.steps += 1;
}

async function pace(perSecond: number, ms: number): Promise<number> {
  const began = performance.now();
  let done = 0;
  // A case is moved by one lane at a time: there are more of them than lanes.
  const lane = async () => {
    for (;;) {
      const index = done++;
      const dueMs = (index / perSecond) * 1_000;
      if (dueMs >= ms) break;
      const waitMs = began + dueMs - performance.now();
      if (waitMs > 0) await new Promise((wait) => setTimeout(wait, waitMs));
      if (performance.now() - began > ms) break;
      await step(at(index));
    }
    done -= 1;
  };
  await Promise.all(Array.from({ length: Math.min(CONNECTIONS, moving.length) }, lane));
  return done;
}

async function inLanes(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < count; index = next++) await work(index);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
}

function at(index: number): Moving {
  const one = moving[index % moving.length];
  if (one === undefined) throw new Error('There is nothing to move.');
  return one;
}

async function perform(job: WorldJob): Promise<Committed> {
  const began = performance.now();
  let events = 1;
  if (job.kind === 'pace') events = await pace(job.perSecond, job.ms);
  else if (job.kind === 'burst') {
    await inLanes(moving.length, (index) => step(at(index)));
    events = moving.length;
  } else await step(moving.find(({ id }) => id === job.certification) ?? at(0));
  const seqs = Object.fromEntries(moving.map(({ id, steps }) => [id, steps + 1]));
  return { events, seqs, tookMs: performance.now() - began };
}

const place: MoverPlace = { port: 0, certifications: moving.map(({ id }) => id) };
process.on('message', (job) => void perform(job as WorldJob).then((answer) => process.send?.(answer)));
process.on('disconnect', () => process.exit(0));
process.send?.(place);
