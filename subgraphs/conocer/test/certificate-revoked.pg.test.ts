import { certificateRevoked } from '@academy/contracts';
import { newId } from '@academy/platform/ids';
import { userIdOf } from '@academy/testing/people';
import { expect, test } from 'vitest';
import { type Office, openOffice, raices } from './office.ts';
import { never, runAside } from './run-job.ts';

const revoke = (office: Office, certificationId: string) =>
  office.island.deliver(certificateRevoked, {
    tenantId: raices,
    subject: certificationId,
    data: { certificateId: newId(), certificationId, folio: 'MA-2026-000001', holderId: userIdOf('raices', 'alice') },
  });

test('what the gate held back when the certificate was revoked is never sent, also when the gate opens', async () => {
  await using office = await openOffice();
  const { certificationId } = await office.request({ course: 'consultoria-general' });
  await revoke(office, certificationId);
  await office.decides({ solarpunkPolicy: 'ADVISORY' });
  await office.settle();
  expect(office.sandbox.ledger.submissions).toEqual([]);
  expect(await office.told()).toEqual(['held', 'rejected']);
  expect(await office.row(certificationId)).toMatchObject({ status: 'REJECTED', is_correctable: false, attempts: 0 });
});

test('what waits for the authority to come back is not sent either', async () => {
  await using office = await openOffice();
  office.sandbox.plan({ mode: 'e429', routes: ['submit'], retryAfterSeconds: 60, count: 1 });
  const { certificationId } = await office.request();
  await office.island.runDueJobs();
  await revoke(office, certificationId);
  await office.settle();
  expect(office.sandbox.ledger.submissions).toEqual([]);
  expect(await office.told()).toEqual(['held', 'rejected']);
});

test('what may be with the authority is looked up: not found, it is not sent again', async () => {
  await using office = await openOffice();
  const { certificationId } = await office.request();
  void runAside(office, 'send', certificationId, { submit: never });
  await expect.poll(async () => (await office.row(certificationId))['status']).toBe('SENDING');
  await revoke(office, certificationId);
  await office.settle();
  expect(office.sandbox.ledger.submissions).toEqual([]);
  expect(await office.told()).toEqual(['unknown', 'rejected']);
});

test('what the authority has stays there, and its verdict is told', async () => {
  await using office = await openOffice();
  office.sandbox.plan({ mode: 'timeoutAfter', routes: ['submit'], count: 1 });
  const { certificationId } = await office.request();
  await office.island.runDueJobs();
  await revoke(office, certificationId);
  await office.settle();
  expect(office.sandbox.ledger.submissions).toHaveLength(1);
  expect((await office.told()).at(-1)).toBe('issued');
});
