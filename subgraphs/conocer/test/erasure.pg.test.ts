import { dataErasureStarted, dataPartReported } from '@academy/contracts';
import { HOUR_MS } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { userIdOf } from '@academy/testing/people';
import { expect, test } from 'vitest';
import { type Office, openOffice, raices } from './office.ts';

const aliceId = userIdOf('raices', 'alice');

async function erasureStarts({ island }: Office): Promise<string> {
  const requestId = newId();
  await island.deliver(dataErasureStarted, { tenantId: raices, subject: requestId, data: { requestId, subjectId: aliceId } });
  return requestId;
}
const reports = async ({ island }: Office) => (await island.emitted(raices, dataPartReported.conocer)).map(({ data }) => data);

test('what the gate held back, and what waits for an authority that is away, is never sent', async () => {
  await using office = await openOffice();
  await office.decides({ minimumSustainability: 100 });
  const held = await office.request({ course: 'consultoria-general' });
  expect(await office.row(held.certificationId)).toMatchObject({ status: 'HELD' });
  await erasureStarts(office);
  await office.island.runDueJobs();
  expect(await office.row(held.certificationId)).toMatchObject({ status: 'REJECTED', is_correctable: false, authority_id: null });
  expect(await reports(office)).toMatchObject([{ state: 'DONE', records: 1 }]);
  await office.decides({ minimumSustainability: 0, minimumSocialJustice: 0 });
  await office.settle();
  expect(office.sandbox.ledger.submissions).toEqual([]);
  expect((await office.told()).filter((told) => told === 'rejected')).toHaveLength(1);
});

test('what the authority has is followed to its verdict, and only then its free texts go', async () => {
  await using office = await openOffice({ pollsUntilVerdict: 3 });
  const sent = await office.request();
  await office.island.runDueJobs();
  expect(await office.row(sent.certificationId)).toMatchObject({ status: 'SENT' });
  const requestId = await erasureStarts(office);
  await office.island.runDueJobs();
  expect(await reports(office)).toEqual([{ requestId, state: 'WAITING', waitingFor: 'AUTHORITY' }]);
  await office.settle();
  expect(await reports(office)).toMatchObject([{ state: 'WAITING' }, { state: 'DONE' }]);
  expect(await office.row(sent.certificationId)).toMatchObject({ status: 'APPROVED', official_folio: expect.any(String) });
});

test('a reason that the authority wrote about her is gone', async () => {
  await using office = await openOffice({ verdict: 'reject' });
  const { certificationId } = await office.request();
  await office.settle();
  await erasureStarts(office);
  await office.island.runDueJobs();
  expect(await office.row(certificationId)).toMatchObject({ status: 'REJECTED', rejection_reason: 'Suprimido.' });
});

test('what a case asks for late is over before it begins, and users is asked for nobody', async () => {
  await using office = await openOffice();
  await erasureStarts(office);
  await office.island.runDueJobs();
  const late = await office.request();
  office.island.clock.advance(HOUR_MS);
  await office.settle();
  expect(await office.row(late.certificationId)).toMatchObject({ status: 'REJECTED', authority_id: null });
  expect(await office.told()).toContain('rejected');
  expect(office.asked).toEqual([]);
  expect(office.sandbox.ledger.submissions).toEqual([]);
});
