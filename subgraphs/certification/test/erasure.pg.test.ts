import { dataErasureStarted, dataPartReported, submissionRequested } from '@academy/contracts';
import type { UserPrincipal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { people, tenantIdOf, visitor, worker } from '@academy/testing/people';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { assigning } from './assigning.ts';
import { type Certification, newLearner, openCertification } from './open-certification.ts';

const raices = tenantIdOf('raices');
let academy: Certification;
let alice: UserPrincipal;
beforeAll(async () => {
  academy = await openCertification();
});
afterAll(() => academy.close());
beforeEach(() => {
  alice = newLearner();
});

/** The erasure of the learner is asked for; answers its request. */
async function erasureStarts(id?: string): Promise<string> {
  const requestId = newId();
  const event = { tenantId: raices, subject: requestId, data: { requestId, subjectId: alice.userId } };
  await academy.island.deliver(dataErasureStarted, id === undefined ? event : { ...event, id });
  return requestId;
}

/** What the island told of a request, oldest first. */
const reports = async (requestId: string) =>
  (await academy.island.emitted(raices, dataPartReported.certification))
    .filter(({ subject }) => subject === requestId)
    .map(({ data }) => data);

/** Time passes until the island looks again. */
async function later(): Promise<void> {
  academy.island.clock.advance(600_000);
  await academy.island.runDueJobs();
}

const rowsOf = (table: string, where: string) =>
  academy.island.inTenant(raices, async (tx) => [...(await tx.execute(`select * from ${table} where ${where}`))]);

const verify = async (code: string) =>
  (
    await academy.island.ask(
      visitor('raices'),
      'query ($code: String!) { certificateVerification(code: $code) { folio isValid holderInitials isHolderErased courseTitle standardCode } }',
      { code },
    )
  ).data?.['certificateVerification'];

test('an issued certificate keeps folio, standard, dates and state, and nothing says any more who holds it', async () => {
  const id = await academy.submittedCase(alice);
  await academy.conocer(alice, id).sent();
  await academy.conocer(alice, id).issued('OF-1');
  await academy.island.runDueJobs();
  await academy.answers(alice, id).profileUpdated();
  await academy.island.runDueJobs();
  await academy.answers(alice, id).notificationSent();
  const { folio } = await academy.sees(alice, id);
  expect(await verify(folio ?? '')).toMatchObject({ holderInitials: 'A. N. C.', isHolderErased: false });

  const requestId = await erasureStarts();
  await academy.island.runDueJobs();
  const [report] = await reports(requestId);
  expect(report).toMatchObject({ state: 'DONE', records: expect.any(Number), keyHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await verify(folio ?? '')).toEqual({
    folio,
    isValid: true,
    holderInitials: '',
    isHolderErased: true,
    courseTitle: 'Instalación fotovoltaica',
    standardCode: 'EC0586.01',
  });
  expect(await rowsOf('data_keys', `subject = '${alice.userId}'`)).toMatchObject([{ wrapped: null }]);
  expect(await rowsOf('completions', `learner_id = '${alice.userId}'`)).toMatchObject([{ score_percent: 0, reactivos: [] }]);
  const kept = JSON.stringify([
    await rowsOf('sagas', `subject = '${id}'`),
    await rowsOf('saga_steps', 'true'),
    await rowsOf('certification_events', `certification_id = '${id}'`),
    await rowsOf('certificates', `certification_id = '${id}'`),
  ]);
  expect(kept).not.toContain('A. N. C.');
  expect((await academy.saga(alice, id)).phase).toBe('DONE');
});

test('what was asked twice, or handed out twice, is erased and told once', async () => {
  await academy.submittedCase(alice, { standardCode: null });
  await later();
  const event = newId();
  const requestId = newId();
  for (let times = 0; times < 2; times += 1)
    await academy.island.deliver(dataErasureStarted, {
      tenantId: raices,
      subject: requestId,
      id: event,
      data: { requestId, subjectId: alice.userId },
    });
  await later();
  await later();
  expect((await reports(requestId)).filter(({ state }) => state === 'DONE')).toHaveLength(0);
  const [row] = (await rowsOf('certifications', `candidate_id = '${alice.userId}'`)) as { id: string }[];
  // The candidate's portfolio and message are still being written: the saga ends first.
  await academy.answers(alice, row?.id ?? '').profileUpdated();
  await academy.island.runDueJobs();
  await academy.answers(alice, row?.id ?? '').notificationSent();
  await later();
  expect((await reports(requestId)).map(({ state }) => state)).toEqual(['WAITING', 'DONE']);
});

describe('while a case is under way the saga ends, whatever step it stands at', () => {
  test('before it was judged, where the tenant’s evaluators judge: the certificate of the course stays, and nobody’s', async () => {
    await academy.configures(alice, { evaluation: 'ACCREDITED_EVALUATOR' });
    const id = await academy.submittedCase(alice);
    const requestId = await erasureStarts();
    await later();
    // As for every certificate, users is asked to show it first.
    await academy.answers(alice, id).profileUpdated();
    await later();
    await academy.configures(alice, { evaluation: 'AUTOMATIC_FROM_ASSESSMENT' });
    expect(await rowsOf('certifications', `id = '${id}'`)).toMatchObject([{ status: 'WITHDRAWN' }]);
    expect(await rowsOf('certificates', `certification_id = '${id}'`)).toMatchObject([
      { status: 'ISSUED', holder_initials: null },
    ]);
    expect((await academy.saga(alice, id)).phase).toBe('DONE');
    expect((await reports(requestId)).at(-1)).toMatchObject({ state: 'DONE' });
  });

  test('before the certificate was made: none is issued', async () => {
    academy.users.fullName = undefined;
    const { enrollmentId } = await academy.completes(alice);
    await academy.island.runDueJobs().catch(() => {});
    // The next try is an hour away; the erasure makes it look again at once.
    await academy.island.inTenant(raices, (tx) =>
      tx.execute(`update due_work set due_at = due_at + interval '1 hour' where job like 'advance-%'`),
    );
    academy.users.fullName = 'Alicia Núñez de la Cruz';
    const requestId = await erasureStarts();
    await later();
    await later();
    const [row] = (await rowsOf('certifications', `enrollment_id = '${enrollmentId}'`)) as { id: string; status: string }[];
    expect(row?.status).toBe('WITHDRAWN');
    expect(await rowsOf('certificates', `certification_id = '${row?.id}'`)).toMatchObject([
      { status: 'REVOKED', holder_initials: null },
    ]);
    expect((await academy.saga(alice, row?.id ?? '')).phase).toBe('UNDONE');
    expect((await reports(requestId)).at(-1)).toMatchObject({ state: 'DONE' });
  });

  test('with the authority: its verdict is waited for, and told of once', async () => {
    const id = await academy.submittedCase(alice);
    await academy.conocer(alice, id).sent();
    const requestId = await erasureStarts();
    await later();
    await later();
    expect(await reports(requestId)).toEqual([{ requestId, state: 'WAITING', waitingFor: 'AUTHORITY' }]);
    expect(await rowsOf('data_keys', `subject = '${alice.userId}'`)).not.toMatchObject([{ wrapped: null }]);
    await academy.conocer(alice, id).issued(`OF-${newId()}`);
    await academy.island.runDueJobs();
    await academy.answers(alice, id).profileUpdated();
    await academy.island.runDueJobs();
    await academy.answers(alice, id).notificationSent();
    await later();
    expect((await reports(requestId)).at(-1)).toMatchObject({ state: 'DONE' });
    expect(await rowsOf('certifications', `id = '${id}'`)).toMatchObject([{ status: 'ISSUED' }]);
  });

  test('given back to be corrected: it is withdrawn, and nothing is submitted again', async () => {
    const id = await academy.submittedCase(alice);
    await academy.conocer(alice, id).sent();
    await academy.conocer(alice, id).rejected('Falta la firma de Alicia.', true);
    const requestId = await erasureStarts();
    await later();
    await academy.answers(alice, id).profileUpdated();
    await academy.island.runDueJobs();
    await academy.answers(alice, id).notificationSent();
    await later();
    expect(await rowsOf('certifications', `id = '${id}'`)).toMatchObject([{ status: 'WITHDRAWN', rejection_reason: null }]);
    expect((await reports(requestId)).at(-1)).toMatchObject({ state: 'DONE' });
    expect((await academy.island.emitted(raices, submissionRequested)).filter(({ subject }) => subject === id)).toHaveLength(1);
  });
});

test('a crash before the end leaves nothing half erased, and the next try ends it', async () => {
  await academy.submittedCase(alice, { standardCode: null });
  const [row] = (await rowsOf('certifications', `candidate_id = '${alice.userId}'`)) as { id: string }[];
  await academy.answers(alice, row?.id ?? '').profileUpdated();
  await academy.island.runDueJobs();
  await academy.answers(alice, row?.id ?? '').notificationSent();
  const requestId = await erasureStarts();
  const mend = await academy.breaks('audit_log', `new.action = 'arco.part-erase'`);
  await expect(academy.island.runDueJobs()).rejects.toThrow();
  expect(await rowsOf('certificates', `holder_id = '${alice.userId}'`)).toMatchObject([{ holder_initials: 'A. N. C.' }]);
  expect(await reports(requestId)).toEqual([]);
  await mend();
  await academy.island.runDueJobs();
  expect(await reports(requestId)).toMatchObject([{ state: 'DONE' }]);
  expect(await rowsOf('certificates', `holder_id = '${alice.userId}'`)).toMatchObject([{ holder_initials: null }]);
});

test('what courses tells late of who was erased opens no case', async () => {
  const requestId = await erasureStarts();
  await academy.island.runDueJobs();
  expect(await reports(requestId)).toMatchObject([{ state: 'DONE', records: 0, keyHash: null }]);
  await academy.completes(alice);
  await academy.island.runDueJobs();
  expect(await rowsOf('certifications', `candidate_id = '${alice.userId}'`)).toEqual([]);
  expect(await rowsOf('completions', `learner_id = '${alice.userId}'`)).toEqual([]);
});

test('the runtime role empties evidence and history of who was erased, forges neither, and touches nobody else’s', async () => {
  const bob = newLearner();
  const kept = await academy.submittedCase(bob);
  await academy.submittedCase(alice, { standardCode: null });
  const [hers] = (await rowsOf('certifications', `candidate_id = '${alice.userId}'`)) as { id: string }[];
  await academy.answers(alice, hers?.id ?? '').profileUpdated();
  await academy.island.runDueJobs();
  await academy.answers(alice, hers?.id ?? '').notificationSent();
  await erasureStarts();
  await later();
  expect(await rowsOf('certificates', `holder_id = '${alice.userId}'`)).toMatchObject([{ holder_initials: null }]);
  for (const statement of [
    `update completions set score_percent = 100 where learner_id = '${alice.userId}'`,
    `update completions set score_percent = 0, minimum_score_percent = 0, reactivos = '[]' where learner_id = '${bob.userId}'`,
    `update certification_events set detail = '{"judgedBy": "nobody"}' where certification_id = '${hers?.id}'`,
    `update certification_events set detail = '{}' where certification_id = '${kept}'`,
  ])
    await expect(academy.island.inTenant(raices, (tx) => tx.execute(statement))).rejects.toMatchObject({
      cause: { code: '42501' },
    });
});

test('whoever works on a case is told of by the candidate’s data and by her own, and neither names the other', async () => {
  const id = await academy.submittedCase(alice);
  const { bruno } = people.raices;
  await assigning(academy.island).assigned(id, bruno, 'VERIFIER');
  const told = async ({ userId }: UserPrincipal, tenant: 'raices' | 'solaris' = 'raices') => {
    const answer = await academy.island.ask(
      worker(tenant, 'users-worker', ['data.export']),
      'query ($subjectId: ID!) { certificationData(subjectId: $subjectId) { records } }',
      { subjectId: userId },
    );
    const { certificationData } = answer.data as { certificationData: { records: string[] } };
    return certificationData.records.map((text) => JSON.parse(text)).filter(({ kind }) => kind === 'case-assignment');
  };
  const both = { duty: 'VERIFIER', endedAt: null };
  expect(await told(alice)).toMatchObject([{ ...both, as: 'candidate', certificationId: id }]);
  expect(JSON.stringify(await told(alice))).not.toContain(bruno.userId);
  expect(await told(bruno)).toMatchObject([{ ...both, as: 'assigned' }]);
  expect(JSON.stringify(await told(bruno))).not.toContain(id);
  expect(await told(bruno, 'solaris')).toEqual([]);
});
