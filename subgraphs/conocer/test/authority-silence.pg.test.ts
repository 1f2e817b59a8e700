import { submissionSilent } from '@academy/contracts';
import { DAY_MS } from '@academy/kernel';
import { expect, test } from 'vitest';
import { type Office, openOffice, raices } from './office.ts';

const silences = async (office: Office) => (await office.island.emitted(raices, submissionSilent)).map(({ data }) => data);

async function pass(office: Office, days: number): Promise<void> {
  office.island.clock.advance(days * DAY_MS);
  await office.island.runDueJobs();
}

test('that the authority says nothing is told after 60, 80 and 90 days, each once', async () => {
  await using office = await openOffice({ processingMs: 1_000 * DAY_MS });
  const { certificationId } = await office.request();
  await office.island.runDueJobs();
  await pass(office, 59);
  expect(await silences(office)).toEqual([]);
  await pass(office, 1);
  await pass(office, 1);
  expect(await silences(office)).toEqual([{ certificationId, attempt: 1, days: 60 }]);
  await pass(office, 19);
  await pass(office, 10);
  await pass(office, 300);
  expect((await silences(office)).map(({ days }) => days)).toEqual([60, 80, 90]);
});

test('with its verdict the silence is over, and nobody is told of it', async () => {
  await using office = await openOffice();
  await office.request();
  await office.settle();
  await pass(office, 100);
  expect(await silences(office)).toEqual([]);
});
