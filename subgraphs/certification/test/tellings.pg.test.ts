import { submissionSilent } from '@academy/contracts';
import { DAY_MS, type UserPrincipal } from '@academy/kernel';
import { countDueWork } from '@academy/platform/jobs';
import { people } from '@academy/testing/people';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Certification, fieldOf, newLearner, openCertification } from './open-certification.ts';

let academy: Certification;
let alice: UserPrincipal;
beforeAll(async () => {
  academy = await openCertification();
});
afterAll(() => academy.close());
beforeEach(() => {
  alice = newLearner();
});

const topicsOf = async (id: string) => (await academy.tellings(alice, id)).map(({ topic, occasion }) => [topic, occasion]);

describe('a candidate is told of the steps of her case, each once', () => {
  test('of a submission whatever news tells of it first, and however often', async () => {
    const id = await academy.submittedCase(alice);
    const conocer = academy.conocer(alice, id);
    await conocer.unknown();
    expect(await topicsOf(id)).toEqual([]);
    await conocer.accepted();
    await conocer.accepted();
    await conocer.sent();
    expect(await topicsOf(id)).toEqual([['certification.submitted', 'certification.submitted:1']]);
  });

  test('of a rejection with its reason, that the case is open again, and of the next submission', async () => {
    const id = await academy.submittedCase(alice);
    await academy.conocer(alice, id).sent();
    await academy.conocer(alice, id).rejected('La foto no cumple', true);
    const asked = await academy.island.ask(alice, 'query ($id: ID!) { certification(id: $id) { enrollment { id } } }', { id });
    const { enrollment } = fieldOf<{ enrollment: { id: string } }>(asked, 'certification');
    await academy.island.ask(
      alice,
      'mutation ($input: CertificationRequestInput!) { certificationRequest(input: $input) { __typename } }',
      { input: { enrollmentId: enrollment.id, idempotencyKey: id } },
    );
    await academy.conocer(alice, id, 2).sent();
    expect(await topicsOf(id)).toEqual([
      ['certification.submitted', 'certification.submitted:1'],
      ['certification.rejected', 'certification.rejected:1'],
      ['certification.reopened', 'certification.reopened:2'],
      ['certification.submitted', 'certification.submitted:2'],
    ]);
    expect((await academy.tellings(alice, id))[1]).toMatchObject({ rejectionReason: 'La foto no cumple', userId: alice.userId });
  });

  test('an answer to one question answers no other', async () => {
    const id = await academy.submittedCase(alice);
    await academy.conocer(alice, id).sent();
    await academy.conocer(alice, id).issued('D-0000000777');
    await academy.island.runDueJobs();
    await academy.answers(alice, id).profileUpdated();
    await academy.island.runDueJobs();
    expect((await topicsOf(id)).map(([topic]) => topic)).toEqual(['certification.submitted', 'certification.issued']);
    expect((await academy.saga(alice, id)).steps['sendNotification']).toBe('WAITING');
    await academy.answers(alice, id).notificationSent();
    await academy.island.runDueJobs();
    expect((await academy.saga(alice, id)).phase).toBe('DONE');
  });

  test('a crash before the question is on record leaves the step undone as well, and once it is taken both are there once', async () => {
    const id = await academy.submittedCase(alice);
    const mend = await academy.breaks('requests', "new.key like 'certification.submitted%'");
    await expect(academy.conocer(alice, id).sent()).rejects.toThrow();
    await mend();
    expect((await academy.sees(alice, id)).status).toBe('SUBMISSION_PREPARED');
    await academy.conocer(alice, id).sent();
    expect(await topicsOf(id)).toEqual([['certification.submitted', 'certification.submitted:1']]);
  });
});

describe('an official certificate with a last day', () => {
  const END = '2030-03-02';
  async function issued(folio: string): Promise<string> {
    const id = await academy.submittedCase(alice);
    await academy.conocer(alice, id).sent();
    await academy.conocer(alice, id).issued(folio, undefined, END);
    await academy.island.runDueJobs();
    await academy.answers(alice, id).profileUpdated();
    await academy.island.runDueJobs();
    await academy.answers(alice, id).notificationSent();
    await academy.island.runDueJobs();
    return id;
  }
  const reminders = async (id: string) =>
    (await academy.tellings(alice, id)).filter(({ topic }) => topic === 'certification.expiring');

  test('has its holder reminded 90 and 30 days before, and never again', async () => {
    const id = await issued('D-0000000801');
    expect(await reminders(id)).toEqual([]);
    academy.island.clock.set(new Date('2029-12-02T15:00:00Z'));
    await academy.island.runDueJobs();
    expect(await reminders(id)).toMatchObject([{ days: 90, lastDay: END, occasion: `certification.expiring:${END}:90` }]);
    academy.island.clock.set(new Date('2030-01-31T15:00:00Z'));
    await academy.island.runDueJobs();
    await academy.island.runDueJobs();
    expect((await reminders(id)).map(({ days }) => days)).toEqual([90, 30]);
    academy.island.clock.advance(40 * DAY_MS);
    await academy.island.runDueJobs();
    expect(await reminders(id)).toHaveLength(2);
    expect(await academy.island.inTenant(alice.tenantId, countDueWork)).toBe(0);
  });
});

describe('a silence of the authority', () => {
  const silent = (id: string, days: 60 | 80 | 90, attempt = 1) =>
    academy.island.deliver(submissionSilent, {
      tenantId: alice.tenantId,
      subject: id,
      data: { certificationId: id, attempt, days },
    });

  test('is told once for each count of days, and not of a case that was answered', async () => {
    const id = await academy.submittedCase(alice);
    await academy.conocer(alice, id).sent();
    for (const days of [60, 60, 80] as const) await silent(id, days);
    await academy.conocer(alice, id).issued('D-0000000901');
    await silent(id, 90);
    const told = (await academy.tellings(alice, id)).filter(({ topic }) => topic === 'certification.authority-silent');
    expect(told.map(({ days, occasion }) => [days, occasion])).toEqual([
      [60, 'certification.authority-silent:1:60'],
      [80, 'certification.authority-silent:1:80'],
    ]);
  });
});

test('a certificate that two persons revoked is told to its holder', async () => {
  const id = await academy.submittedCase(alice);
  const { carla } = people.raices;
  const propose = `mutation ($input: CertificationRevocationProposeInput!) { certificationRevocationPropose(input: $input) { __typename
    ... on CertificationRevocationProposeSuccess { revocation { id } } ... on UserError { message } } }`;
  const proposed = await academy.island.ask(carla, propose, {
    input: { certificationId: id, reason: 'Documentos falsos.', idempotencyKey: `p-${id}` },
  });
  const { revocation } = fieldOf<{ revocation: { id: string } }>(proposed, 'certificationRevocationPropose');
  const confirm = `mutation ($input: CertificationRevocationConfirmInput!) { certificationRevocationConfirm(input: $input) { __typename } }`;
  const second = { ...carla, userId: people.raices.bruno.userId };
  const confirmed = await academy.island.ask(second, confirm, {
    input: { revocationId: revocation.id, idempotencyKey: `c-${id}` },
  });
  expect(confirmed.data).toEqual({ certificationRevocationConfirm: { __typename: 'CertificationRevocationConfirmSuccess' } });
  expect((await topicsOf(id)).map(([topic]) => topic)).toEqual(['certification.revoked']);
});
