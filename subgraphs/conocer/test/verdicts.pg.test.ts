import { expect, test } from 'vitest';
import { openOffice, raices } from './office.ts';
import { authorityOf, runAside } from './run-job.ts';

test('a rejection is told once, with its reason', async () => {
  await using office = await openOffice({ verdict: 'reject' });
  const { certificationId } = await office.request();
  await office.settle();
  expect(await office.told()).toEqual(['sent', 'accepted', 'rejected']);
  expect((await office.island.emitted(raices)).at(-1)?.data).toEqual({
    certificationId,
    attempt: 1,
    reason: 'El portafolio de evidencias está incompleto.',
    isCorrectable: true,
  });
  expect(await office.row(certificationId)).toMatchObject({ status: 'REJECTED', official_folio: null });
});

test('a verdict that two workers hear at once is told once', async () => {
  await using office = await openOffice({ pollsUntilVerdict: 1 });
  const { certificationId } = await office.request();
  await office.island.runDueJobs();
  await Promise.all([1, 2, 3].map(() => runAside(office, 'poll', certificationId)));
  await office.settle();
  expect(await office.told()).toEqual(['sent', 'accepted', 'issued']);
  expect(await office.concerns()).toEqual([]);
});

test('a verdict that is asked for again changes nothing, and is not asked for', async () => {
  await using office = await openOffice();
  const { certificationId } = await office.request();
  await office.settle();
  const calls = office.sandbox.ledger.callsTotal;
  const before = await office.row(certificationId);
  await runAside(office, 'poll', certificationId);
  await runAside(office, 'send', certificationId);
  expect(office.sandbox.ledger.callsTotal).toBe(calls);
  expect(await office.row(certificationId)).toEqual(before);
});

test('a status that goes back changes nothing', async () => {
  await using office = await openOffice({ pollsUntilVerdict: 6 });
  office.sandbox.plan({ mode: 'outOfOrder', routes: ['poll'], after: 3, count: 1 });
  const { certificationId } = await office.request();
  await office.settle();
  expect(await office.told()).toEqual(['sent', 'accepted', 'issued']);
  expect(await office.row(certificationId)).toMatchObject({ status: 'APPROVED' });
});

test.each(['flap', 'lateReject'] as const)('after a verdict an authority that says otherwise (%s) is not heard', async (mode) => {
  await using office = await openOffice();
  const { certificationId } = await office.request();
  office.sandbox.plan({ mode, routes: ['poll'] });
  await office.settle();
  await office.island.runDueJobs();
  expect(await office.told()).toEqual(['sent', 'accepted', 'issued']);
  expect(await office.row(certificationId)).toMatchObject({ status: 'APPROVED' });
});

test('a reversal that was under way when the verdict came is for a person, and the verdict stands', async () => {
  await using office = await openOffice({ verdict: 'manual' });
  const { certificationId, externalRef } = await office.request();
  await office.island.runDueJobs();
  const authority = authorityOf(office).process;
  await runAside(office, 'poll', certificationId, {
    async status(...call) {
      office.sandbox.decide(externalRef, 'APPROVED');
      await runAside(office, 'poll', certificationId);
      office.sandbox.decide(externalRef, 'REJECTED', 'REVERSED_ON_REVIEW');
      return authority.status(...call);
    },
  });
  expect(await office.told()).toEqual(['sent', 'accepted', 'issued']);
  expect(await office.row(certificationId)).toMatchObject({ status: 'APPROVED', rejection_reason: null });
  expect(await office.concerns()).toEqual(['VERDICT_REVERSED']);
});

test.each(['e500', 'garbage', 'html200', 'truncated', 'resetAfter', 'wrongId', 'redirect', 'hugeBody', 'timeoutAfter'] as const)(
  'polls under %s are waited out, and the verdict arrives once',
  async (mode) => {
    await using office = await openOffice();
    office.sandbox.plan({ mode, routes: ['poll'], count: 3 });
    const { certificationId } = await office.request();
    await office.settle();
    expect(await office.told()).toEqual(['sent', 'accepted', 'issued']);
    expect(await office.row(certificationId)).toMatchObject({ status: 'APPROVED' });
    expect(office.sandbox.ledger.submissions).toHaveLength(1);
  },
);

test('the waits between two questions double up to their ceiling', async () => {
  await using office = await openOffice({ verdict: 'manual' });
  const { certificationId } = await office.request();
  await office.settle({ hours: 0.2 });
  const row = await office.row(certificationId);
  expect(row).toMatchObject({ status: 'IN_PROCESS' });
  // 1, 2, 4, 8, 16, 32, then 60 s, each up to a fifth less: 720 s hold 17 to 21 of them.
  const polls = office.sandbox.ledger.calls.filter(({ route }) => route === 'poll').length;
  expect(polls).toBeGreaterThanOrEqual(16);
  expect(polls).toBeLessThanOrEqual(22);
});

test('an authority that no longer knows what it acknowledged is reported to a person, and never sent it again', async () => {
  await using office = await openOffice({ verdict: 'manual' });
  const { certificationId } = await office.request();
  await office.island.runDueJobs();
  office.sandbox.reset();
  await office.settle({ hours: 0.2 });
  expect(office.sandbox.ledger.submissions).toEqual([]);
  expect(await office.row(certificationId)).toMatchObject({ status: 'SENT', attempts: 1 });
  expect(await office.concerns()).toEqual(['LOST_BY_AUTHORITY']);
  expect(await office.told()).toEqual(['sent']);
});

test('a folio that another certificate has is not believed', async () => {
  await using office = await openOffice();
  const first = await office.request();
  await office.settle();
  const folio = String((await office.row(first.certificationId))['official_folio']);
  const second = await office.request();
  await office.island.runDueJobs();
  const { externalRef } = second;
  const authorityId = String((await office.row(second.certificationId))['authority_id']);
  await runAside(office, 'poll', second.certificationId, {
    status: async () => ({
      kind: 'answered',
      value: {
        state: 'APPROVED',
        authorityId,
        externalRef,
        standardCode: 'EC0586.01',
        officialFolio: folio,
        issuedOn: '2026-03-01',
      },
    }),
  });
  expect(await office.row(second.certificationId)).toMatchObject({ status: 'SENT', official_folio: null });
  expect(await office.concerns()).toEqual(['FOLIO_TWICE']);
  await office.settle();
  expect(await office.row(second.certificationId)).toMatchObject({ status: 'APPROVED' });
});

test('a verdict about another standard is not believed', async () => {
  await using office = await openOffice();
  const { certificationId, externalRef } = await office.request();
  await office.island.runDueJobs();
  const authorityId = String((await office.row(certificationId))['authority_id']);
  await runAside(office, 'poll', certificationId, {
    status: async () => ({ kind: 'answered', value: { state: 'IN_PROCESS', authorityId, externalRef, standardCode: 'EC0076' } }),
  });
  expect(await office.row(certificationId)).toMatchObject({ status: 'SENT' });
  expect(await office.concerns()).toEqual(['ANOTHER_STANDARD']);
});
