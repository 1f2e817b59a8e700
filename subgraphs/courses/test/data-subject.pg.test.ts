import { dataErasureStarted, dataPartReported } from '@academy/contracts';
import type { UserPrincipal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { people, worker } from '@academy/testing/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersTo, courseOf, enrolled, newcomer, openSchool, readyForAssessment, type School, submit } from './school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

const PART =
  'query ($id: ID!, $first: Int, $after: String) { coursesData(subjectId: $id, first: $first, after: $after) { records next } }';
const process = worker('raices', 'users-worker', ['data.export']);
type Part = { records: string[]; next: string | null };
const part = async (id: string, page: { first?: number; after?: string | null } = {}, who = process): Promise<Part> => {
  const { data, errors } = await school.ask(who, PART, { id, ...page });
  expect(errors).toEqual([]);
  return data?.['coursesData'] as Part;
};

async function finished(): Promise<UserPrincipal> {
  const alice = newcomer();
  const course = courseOf('raices', 'huerto-educativo');
  const enrollmentId = await readyForAssessment(school, alice, course);
  await submit(school, alice, enrollmentId, answersTo(course));
  await enrolled(school, alice, courseOf('raices', 'instalacion-fotovoltaica').id);
  return alice;
}

test('a process with the scope reads all of a person, page by page, and the same as at once', async () => {
  const { userId } = await finished();
  const whole = await part(userId);
  expect(new Set(whole.records.map((text) => JSON.parse(text).kind))).toEqual(
    new Set(['enrollment', 'lesson-completion', 'assessment-attempt']),
  );
  expect(whole.next).toBeNull();
  const paged: string[] = [];
  for (let after: string | null = null, pages = 0; pages === 0 || after !== null; pages += 1) {
    const page: Part = await part(userId, { first: 1, after });
    expect(page.records.length).toBeLessThanOrEqual(1);
    paged.push(...page.records);
    after = page.next;
  }
  expect(paged).toEqual(whole.records);
});

test('nobody else reads it, and a process of another tenant finds nothing', async () => {
  const alice = await finished();
  for (const who of [alice, people.raices.carla, worker('raices', 'other', ['progress.read'])]) {
    const { errors } = await school.ask(who, PART, { id: alice.userId });
    expect(errors[0]?.code).toBe('FORBIDDEN');
  }
  expect(await part(alice.userId, {}, worker('solaris', 'users-worker', ['data.export']))).toEqual({ records: [], next: null });
  expect(await part('no id at all')).toEqual({ records: [], next: null });
});

test('an erased learner leaves enrolments without what she did in them; what she had not finished is given up', async () => {
  const alice = await finished();
  const requestId = newId();
  const { tenantId, userId: subjectId } = alice;
  await school.deliver(dataErasureStarted, { tenantId, subject: requestId, data: { requestId, subjectId } });
  await school.runDueJobs();
  const rows = (table: string, where: string) =>
    school.inTenant(tenantId, async (tx) => [...(await tx.execute(`select * from ${table} where ${where}`))]);
  const enrollments = (await rows('enrollments', `learner_id = '${subjectId}'`)) as { id: string; status: string }[];
  expect(enrollments.map(({ status }) => status).sort()).toEqual(['CANCELLED', 'COMPLETED']);
  for (const { id } of enrollments)
    for (const table of ['lesson_completions', 'assessment_attempts'])
      expect(await rows(table, `enrollment_id = '${id}'`)).toEqual([]);
  const [report] = (await school.emitted(tenantId, dataPartReported.courses)).filter(({ subject }) => subject === requestId);
  expect(report?.data).toMatchObject({ state: 'DONE', keyHash: null, auditHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect((await part(subjectId)).records).toHaveLength(2);
});
