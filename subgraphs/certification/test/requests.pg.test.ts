import { certificationStatusChanged } from '@academy/contracts';
import type { UserPrincipal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Certification, newLearner, openCertification, path, reactivos } from './open-certification.ts';

let academy: Certification;
let alice: UserPrincipal;
beforeAll(async () => {
  academy = await openCertification();
});
afterAll(() => academy.close());
beforeEach(async () => {
  alice = newLearner();
  await academy.configures(alice, { certificationStart: 'ON_REQUEST' });
});

type Answer = {
  __typename: string;
  code?: string;
  field?: string;
  message?: string;
  certification?: { id: string; status: string };
};

async function requests(learner: UserPrincipal, enrollmentId: string, idempotencyKey = newId()): Promise<Answer> {
  const answer = await academy.island.ask(
    learner,
    `mutation ($input: CertificationRequestInput!) { certificationRequest(input: $input) { __typename
      ... on CertificationRequestSuccess { certification { id status } } ... on CertificationAlreadyOpenError { certification { id status } }
      ... on UserError { code message } ... on InvalidInputError { field } } }`,
    { input: { enrollmentId, idempotencyKey } },
  );
  expect(answer.errors).toEqual([]);
  return answer.data?.['certificationRequest'] as Answer;
}

test('a learner requests the certification of a course that she completed, and its saga runs', async () => {
  const { enrollmentId } = await academy.completes(alice);
  const requested = await requests(alice, enrollmentId);
  expect(requested).toMatchObject({ __typename: 'CertificationRequestSuccess', certification: { status: 'REGISTERED' } });
  await academy.island.runDueJobs();
  expect(path(await academy.sees(alice, requested.certification?.id ?? '')).at(-1)).toBe('SUBMISSION_PREPARED');
});

test('a request sent twice under one key opens one case; another input under it is a conflict', async () => {
  const { enrollmentId } = await academy.completes(alice);
  const [first, second] = await Promise.all([requests(alice, enrollmentId, 'once'), requests(alice, enrollmentId, 'once')]);
  expect(first).toEqual(second);
  expect(await requests(alice, newId(), 'once')).toMatchObject({ __typename: 'ConflictError', code: 'IDEMPOTENCY_CONFLICT' });
  const opened = (await academy.island.emitted(alice.tenantId, certificationStatusChanged)).filter(
    (event) => event.data.enrollmentId === enrollmentId,
  );
  expect(opened).toHaveLength(1);
});

test('ten requests at once open one case, and the others are told of it', async () => {
  const { enrollmentId } = await academy.completes(alice);
  const answers = await Promise.all(Array.from({ length: 10 }, () => requests(alice, enrollmentId)));
  expect(answers.filter((answer) => answer.__typename === 'CertificationRequestSuccess')).toHaveLength(1);
  expect(answers.filter((answer) => answer.__typename === 'CertificationAlreadyOpenError')).toHaveLength(9);
  expect(new Set(answers.map((answer) => answer.certification?.id)).size).toBe(1);
});

test('another course of the same standard waits for the open case', async () => {
  const { enrollmentId } = await academy.completes(alice, { standardCode: 'EC0301.01' });
  const { certification } = await requests(alice, enrollmentId);
  const second = await academy.completes(alice, { standardCode: 'EC0301' });
  expect(await requests(alice, second.enrollmentId)).toMatchObject({
    __typename: 'CertificationAlreadyOpenError',
    code: 'CERTIFICATION_ALREADY_OPEN',
    certification: { id: certification?.id },
  });
});

test('a completion that led to an end leads to no second case', async () => {
  const { enrollmentId } = await academy.completes(alice, { reactivos: reactivos(false) });
  await requests(alice, enrollmentId);
  await academy.island.runDueJobs();
  expect(await requests(alice, enrollmentId)).toMatchObject({
    __typename: 'InvalidStateError',
    message: expect.stringContaining('JUDGED_NOT_YET'),
  });
  const other = await academy.completes(alice);
  const { certification } = await requests(alice, other.enrollmentId);
  await academy.island.runDueJobs();
  await academy.conocer(alice, certification?.id ?? '').issued('D-0000001');
  expect(await requests(alice, other.enrollmentId)).toMatchObject({
    __typename: 'InvalidStateError',
    message: expect.stringContaining('ISSUED'),
  });
});

test('what another learner completed, nobody completed, or is no id, is not found', async () => {
  const { enrollmentId } = await academy.completes(newLearner());
  for (const id of [enrollmentId, newId(), 'not-an-id']) {
    expect(await requests(alice, id)).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
  }
});

test('a key that is empty or too long is refused', async () => {
  const { enrollmentId } = await academy.completes(alice);
  for (const key of ['', 'x'.repeat(101)]) {
    expect(await requests(alice, enrollmentId, key)).toMatchObject({ __typename: 'InvalidInputError', field: 'idempotencyKey' });
  }
});
