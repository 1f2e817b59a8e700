import { submissionHeld, submissionRequested } from '@academy/contracts';
import { tenantIdOf, userIdOf } from '@academy/testing/people';
import { expect, test } from 'vitest';
import { ALICE } from './authority.ts';
import { courseIdOf, openOffice, raices } from './office.ts';

test('a submission goes from request to official certificate, and every stage is told once', async () => {
  await using office = await openOffice({ pollsUntilVerdict: 3 });
  const { certificationId, externalRef } = await office.request();
  await office.settle();
  const [entry] = office.sandbox.ledger.submissions;
  expect(office.sandbox.ledger.submissions).toHaveLength(1);
  expect(entry?.request).toEqual({
    externalRef,
    standardCode: 'EC0586.01',
    candidate: ALICE,
    evaluatedOn: '2026-02-27',
    certificateFolio: 'MA-2026-000001',
  });
  expect(await office.told()).toEqual(['sent', 'accepted', 'issued']);
  expect(await office.row(certificationId)).toMatchObject({ status: 'APPROVED', attempts: 1, official_folio: entry?.folio });
  const events = await office.island.emitted(raices);
  expect(events.at(-1)).toMatchObject({
    subject: certificationId,
    data: { certificationId, attempt: 1, officialFolio: entry?.folio },
  });
  expect(await office.concerns()).toEqual([]);
});

test('the candidate is asked for with the scopes that it takes, and nothing of her stays', async () => {
  await using office = await openOffice();
  await office.request();
  await office.settle();
  expect(office.asked).toEqual([{ tenantId: raices, scopes: ['curp.reveal', 'profile.read'] }]);
  const tables = await office.island.database.pool<{ name: string }[]>`
    select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migrations'`;
  expect(tables.length).toBeGreaterThan(10);
  const everything = await office.island.inTenant(raices, async (tx) => {
    const texts: string[] = [];
    for (const { name } of tables) texts.push(JSON.stringify(await tx.execute(`select * from ${name}`)));
    return texts.join('\n');
  });
  expect(everything).toContain('EC0586.01');
  expect(everything).not.toContain(ALICE.curp);
  expect(everything).not.toContain(ALICE.fullName);
});

test('a request that arrives twice, as the same event or as another, is one submission', async () => {
  await using office = await openOffice();
  const { certificationId } = await office.request();
  await office.request({ certificationId });
  const [first] = await office.island.database.inTenant(raices, 'read', (tx) =>
    tx.execute('select count(*)::int as n from submissions'),
  );
  expect(first).toEqual({ n: 1 });
  await office.settle();
  await office.request({ certificationId });
  await office.settle();
  expect(office.sandbox.ledger.submissions).toHaveLength(1);
  expect(await office.told()).toEqual(['sent', 'accepted', 'issued']);
});

test('the same event delivered again does nothing', async () => {
  await using office = await openOffice();
  const event = await office.island.deliver(submissionRequested, {
    tenantId: raices,
    subject: 'b1b8b7de-7d0e-4c0f-9d0f-0d9e6a4f6a01',
    data: {
      certificationId: 'b1b8b7de-7d0e-4c0f-9d0f-0d9e6a4f6a01',
      attempt: 1,
      candidateId: userIdOf('raices', 'alice'),
      courseId: courseIdOf('raices', 'consultoria-general'),
      standardCode: 'EC0249',
      certificateFolio: 'MA-2026-000002',
      evaluatedOn: '2026-02-27',
      centreId: null,
      authority: null,
      lotId: null,
    },
  });
  await office.island.deliver(submissionRequested, { ...event, occurredAt: new Date(event.occurredAt) });
  expect(await office.told()).toEqual(['held']);
});

test('after a correctable rejection the next attempt is a submission of its own', async () => {
  await using office = await openOffice({ verdict: 'reject' });
  const { certificationId } = await office.request();
  await office.settle();
  expect(await office.told()).toEqual(['sent', 'accepted', 'rejected']);
  office.sandbox.setVerdict('approve');
  const second = await office.request({ certificationId, attempt: 2 });
  await office.settle();
  expect(office.sandbox.ledger.submissions.map(({ externalRef }) => externalRef)).toContain(second.externalRef);
  expect(office.sandbox.ledger.duplicates).toEqual([]);
  expect((await office.told()).slice(3)).toEqual(['sent', 'accepted', 'issued']);
  expect(await office.row(certificationId)).toMatchObject({ case_attempt: 2, status: 'APPROVED' });
});

test('under GATE a course that misses the thresholds is held back, with the criteria, and nothing is sent', async () => {
  await using office = await openOffice();
  const { certificationId } = await office.request({ course: 'consultoria-general' });
  await office.settle();
  expect(office.sandbox.ledger.callsTotal).toBe(1);
  expect(office.sandbox.ledger.submissions).toEqual([]);
  expect(office.asked).toEqual([]);
  const [held] = await office.island.emitted(raices, submissionHeld);
  expect(held?.data).toMatchObject({
    certificationId,
    attempt: 1,
    hold: 'SOLARPUNK_COMPLIANCE',
    missedCriteria: [
      { criterion: 'SUSTAINABILITY', required: 70, reason: 'BELOW_THRESHOLD' },
      { criterion: 'SOCIAL_JUSTICE', required: 80, reason: 'BELOW_THRESHOLD' },
    ],
  });
  expect(await office.row(certificationId)).toMatchObject({ status: 'HELD', attempts: 0 });
});

test('under ADVISORY the same course goes on, and what it misses is on record', async () => {
  await using office = await openOffice();
  await office.decides({ solarpunkPolicy: 'ADVISORY' });
  const { certificationId } = await office.request({ course: 'consultoria-general' });
  await office.settle();
  expect(await office.told()).toEqual(['sent', 'accepted', 'issued']);
  expect(await office.row(certificationId)).toMatchObject({
    gate: { isOpen: true, missed: [{}, {}], policy: { mode: 'ADVISORY' } },
  });
});

test('a tenant’s own thresholds decide', async () => {
  await using office = await openOffice();
  await office.decides({ minimumSustainability: 100 });
  await office.request();
  await office.settle();
  const [held] = await office.island.emitted(raices, submissionHeld);
  expect(held?.data.missedCriteria).toMatchObject([{ criterion: 'SUSTAINABILITY', required: 100 }]);
});

test('what was held back is sent when the tenant opens the gate, and stays when it does not', async () => {
  await using office = await openOffice();
  const { certificationId } = await office.request({ course: 'consultoria-general' });
  await office.decides({ minimumSustainability: 60 });
  await office.settle();
  expect(await office.row(certificationId)).toMatchObject({ status: 'HELD' });
  expect(await office.told()).toEqual(['held']);
  await office.decides({ solarpunkPolicy: 'ADVISORY' });
  await office.settle();
  expect(await office.told()).toEqual(['held', 'sent', 'accepted', 'issued']);
  expect(await office.row(certificationId)).toMatchObject({ status: 'APPROVED', gate: { isOpen: true } });
});

test.each([
  ['her CURP', { ...ALICE, curp: null }],
  ['her name', { ...ALICE, fullName: null }],
  ['her', null],
])('a candidate of whom users does not know %s is not submitted, and may try again', async (_what, alice) => {
  await using office = await openOffice();
  office.users.people = { alice };
  const { certificationId } = await office.request();
  await office.settle();
  expect(office.sandbox.ledger.submissions).toEqual([]);
  expect(await office.told()).toEqual(['rejected']);
  expect(await office.row(certificationId)).toMatchObject({
    status: 'REJECTED',
    is_correctable: true,
    attempts: 0,
    sent_at: null,
  });
});

test('while users is away the submission waits, and nothing is lost', async () => {
  await using office = await openOffice();
  office.users.isAway = true;
  const { certificationId } = await office.request();
  await expect(office.settle()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(await office.row(certificationId)).toMatchObject({ status: 'PREPARED', calls: 0 });
  office.users.isAway = false;
  await office.settle();
  expect(await office.told()).toEqual(['sent', 'accepted', 'issued']);
});

test('what the authority refuses at once is a correctable rejection that names no value', async () => {
  await using office = await openOffice({ retiredStandards: ['EC0586.01'] });
  const { certificationId } = await office.request();
  await office.settle();
  expect(office.sandbox.ledger.submissions).toEqual([]);
  expect(await office.told()).toEqual(['rejected']);
  expect(await office.row(certificationId)).toMatchObject({
    status: 'REJECTED',
    rejection_reason: 'La autoridad no aceptó estos datos: standardCode.',
    authority_id: null,
  });
});

test('two tenants submit their own cases, and hear of nobody else’s', async () => {
  await using office = await openOffice();
  const certificationId = '0d9f2f51-9a13-4a7e-8d2f-3f0c6f6b1a02';
  const ours = await office.request({ certificationId });
  const theirs = await office.request({ certificationId, tenant: 'solaris' });
  await office.settle();
  expect(office.sandbox.ledger.submissions.map(({ externalRef }) => externalRef).sort()).toEqual(
    [ours.externalRef, theirs.externalRef].sort(),
  );
  expect(await office.told()).toEqual(['sent', 'accepted', 'issued']);
  expect(await office.island.emitted(tenantIdOf('solaris'))).toHaveLength(3);
});

test('a case of a tenant whose authority people serve waits to be put into a lot: nothing is sent, no work is due', async () => {
  await using office = await openOffice();
  const { certificationId } = await office.request({ authority: 'MANUAL_LOT' });
  await office.settle();
  expect(await office.row(certificationId)).toMatchObject({ status: 'PREPARED', authority: 'MANUAL_LOT', calls: 0 });
  expect(office.sandbox.ledger.calls.filter(({ route }) => route !== 'token')).toEqual([]);
  expect(await office.told()).toEqual([]);
});

test('a case that the gate held back keeps the authority that it was asked for with', async () => {
  await using office = await openOffice();
  const held = await office.request({ course: 'consultoria-general', authority: 'MANUAL_LOT' });
  const direct = await office.request({ course: 'consultoria-general' });
  await office.decides({ solarpunkPolicy: 'ADVISORY' });
  await office.settle();
  expect(await office.row(held.certificationId)).toMatchObject({ status: 'PREPARED', authority: 'MANUAL_LOT', calls: 0 });
  expect(await office.row(direct.certificationId)).toMatchObject({ status: 'APPROVED', authority: 'SANDBOX' });
  expect(office.sandbox.ledger.submissions.map(({ externalRef }) => externalRef)).toEqual([direct.externalRef]);
});
