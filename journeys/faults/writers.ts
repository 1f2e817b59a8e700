import { nextAutomaticCommand } from '@academy/certification/automatic-way';
import { applyTransition, type CertificationRow, lockCase, openCase } from '@academy/certification/case-changes';
import { addCompletion } from '@academy/certification/completions';
import { seededCourses } from '@academy/courses/seed';
import { describeThrown, systemClock } from '@academy/kernel';
import type { Database } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { type TenantSlug, tenantIdOf, userIdOf } from '@academy/testing/people';
import type { Random } from './random.ts';

/** A case that is open for a learner of the seed. */
export type OpenCase = { readonly tenant: TenantSlug; readonly learner: string; readonly id: string };

const WAIT_AFTER_OUTAGE_MS = 100;

/**
 * A case in REGISTERED of this learner, as the island opens it for a completed course; no saga works for it, so that only a writer changes it.
 * `standardCode` must be one that the learner has no open case for.
 */
export async function openWritersCase(
  database: Database,
  given: { tenant: TenantSlug; learner: string; standardCode: string },
): Promise<OpenCase> {
  const { tenant, learner, standardCode } = given;
  const tenantId = tenantIdOf(tenant);
  const [course] = seededCourses(tenant);
  if (course === undefined) throw new Error(`Expected a course of ${tenant}.`);
  const completion = {
    tenantId,
    enrollmentId: newId(),
    courseId: course.id,
    courseTitle: course.title,
    learnerId: userIdOf(tenant, learner),
    instructorId: userIdOf(tenant, tenant === 'raices' ? 'ines' : 'irene'),
    standardCode,
    scorePercent: 90,
    minimumScorePercent: 80,
    reactivos: [],
    completedAt: systemClock.now(),
  };
  const row = await database.inTenant(tenantId, 'write', async (tx) => {
    await addCompletion(tx, completion);
    return openCase(tx, completion, systemClock.now());
  });
  if (row === undefined) throw new Error(`${learner} has an open case for ${standardCode}.`);
  return { tenant, learner, id: row.id };
}

/**
 * Takes the case from state to state, through rejections and new attempts without end, about every `everyMs`, until the returned function is called; that
 * resolves when nothing is under way. What fails is tried again: whether it was committed, the log says.
 */
export function startWriter(options: {
  database: Database;
  of: OpenCase;
  everyMs: number;
  random: Random;
  onTrouble: (what: string) => void;
}): () => Promise<void> {
  const { database, of, everyMs, random } = options;
  const tenantId = tenantIdOf(of.tenant);
  let isStopped = false;
  async function step(): Promise<void> {
    await database.inTenant(tenantId, 'write', async (tx) => {
      const row = await lockCase(tx, tenantId, of.id);
      const command = nextCommand(row, random);
      const done = await applyTransition(tx, { tenantId, certificationId: of.id, command, now: systemClock.now() });
      if (!done.ok) throw new Error(`The case refused ${command.kind} in ${row.status}: ${done.error.kind}.`);
    });
  }
  async function run(): Promise<void> {
    while (!isStopped) {
      const waitMs = await step().then(
        () => everyMs * (0.5 + random.next()),
        (thrown: unknown) => {
          options.onTrouble(describeThrown(thrown));
          return WAIT_AFTER_OUTAGE_MS;
        },
      );
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  const running = run();
  return async () => {
    isStopped = true;
    await running;
  };
}

/** What may follow; of several ways one by chance. Never a final state. */
function nextCommand(
  { status, attempt, hold }: CertificationRow,
  random: Random,
): Parameters<typeof applyTransition>[1]['command'] {
  switch (status) {
    case 'SUBMISSION_PREPARED':
      if (hold === null && random.next() < 0.3)
        return { kind: 'recordHold', attempt, hold: 'AUTHORITY_UNAVAILABLE', missedCriteria: [] };
      return { kind: random.next() < 0.2 ? 'recordUnknown' : 'recordSent', attempt };
    case 'SUBMISSION_UNKNOWN':
      return { kind: 'recordSent', attempt };
    case 'SUBMITTED':
      return { kind: 'recordAccepted', attempt };
    case 'IN_PROCESS':
      return { kind: 'recordRejected', attempt, reason: 'evidence missing', isCorrectable: true };
    default: {
      const command = nextAutomaticCommand(status);
      if (command === undefined) throw new Error(`A writer's case should never be ${status}.`);
      return command;
    }
  }
}
