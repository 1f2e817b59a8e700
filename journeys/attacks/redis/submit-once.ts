import { lockCase } from '@academy/certification/case-changes';
import { submissionRequested } from '@academy/contracts';
import { seededCourses } from '@academy/courses/seed';
import { systemClock } from '@academy/kernel';
import type { Database } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { derivedId } from '@academy/platform/ids';
import type { RedisDoor } from '@academy/platform/redis';
import type { TenantSlug } from '@academy/testing/people';
import type { MovableCase } from '../live/move-case.ts';
import { forgeJobs, type JobEnd } from './forge-jobs.ts';

/** The queue of the island that submits, the job of a submission, and that of the lane that sends it. */
const QUEUE = 'conocer';
const JOB = 'send-submission';
const LANE = { job: 'dispatch-submissions', key: 'SANDBOX:0' };
const APPEARS_WITHIN_MS = 15_000;
/** A second submission would be here by now. */
const SETTLES_MS = 1_500;

/**
 * The island is asked to submit a certification while somebody puts jobs for it into its queue: those of the case as they are, and as many that look like
 * the island's own reminders of this very work. Answers how many submissions of the certification the authority has in the end. Jobs that name another
 * tenant or certification (`isTrue` false) are put into the queue alone; then it answers how many submissions came of them, and how they ended.
 */
export async function submitAmongForgedJobs(of: {
  certification: Database;
  redis: RedisDoor;
  tenant: TenantSlug;
  one: MovableCase;
  isTrue: boolean;
  times: number;
  data: Readonly<Record<string, unknown>>;
  submissions(): Promise<readonly { externalRef: string }[]>;
}): Promise<{ submissions: number; ends: JobEnd[] }> {
  const { tenantId, id } = of.one;
  if (!of.isTrue) return forgeAlone(of);
  const ours = async () =>
    (await of.submissions()).filter(({ externalRef }) => externalRef.startsWith(`${tenantId}:${id}:`)).length;
  const attempt = await requestSubmission(of);
  const key = derivedId(id, `submission:${attempt}`);
  const forged = Array.from({ length: of.times }, () => [
    { name: QUEUE, data: of.data },
    { name: JOB, data: { tenantId, job: JOB, key, handout: 1 } },
    { name: LANE.job, data: { tenantId, ...LANE, handout: 1 } },
  ]).flat();
  const early = forgeJobs(of.redis, { queue: QUEUE, jobs: forged });
  const deadline = Date.now() + APPEARS_WITHIN_MS;
  while ((await ours()) === 0 && Date.now() < deadline) await pause(100);
  // Once more, now that it is submitted.
  const late = await forgeJobs(of.redis, { queue: QUEUE, jobs: forged });
  await pause(SETTLES_MS);
  // What looks like ours is done in silence; how the foreign ones ended is what is asked.
  const ends = [...(await early), ...late].filter((_, index) => index % 3 === 0);
  return { submissions: await ours(), ends };
}

async function forgeAlone({ redis, times, data, submissions }: Parameters<typeof submitAmongForgedJobs>[0]) {
  const before = (await submissions()).length;
  const ends = await forgeJobs(redis, { queue: QUEUE, jobs: Array.from({ length: times }, () => ({ name: QUEUE, data })) });
  await pause(SETTLES_MS);
  return { submissions: (await submissions()).length - before, ends };
}

/** As the saga's step asks. Answers the attempt. */
function requestSubmission({ certification, tenant, one }: Parameters<typeof submitAmongForgedJobs>[0]): Promise<number> {
  const { tenantId, id } = one;
  return certification.inTenant(tenantId, 'write', async (tx) => {
    const row = await lockCase(tx, tenantId, id);
    const standardCode = row.standardCode ?? seededCourses(tenant).find((course) => course.id === row.courseId)?.standardCode;
    if (standardCode == null) throw new Error(`The certification ${id} is for no standard; there is nothing to submit.`);
    const attempt = Math.max(1, row.attempt);
    await emit(tx, submissionRequested, {
      tenantId,
      subject: id,
      occurredAt: systemClock.now(),
      data: {
        certificationId: id,
        attempt,
        candidateId: row.candidateId,
        courseId: row.courseId,
        standardCode,
        certificateFolio: `ATTACK-${id.slice(-6)}`,
        evaluatedOn: systemClock.now().toISOString().slice(0, 10),
        centreId: row.centreId,
        authority: null,
        lotId: null,
      },
    });
    return attempt;
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
