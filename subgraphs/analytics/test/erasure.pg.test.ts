import { dataErasureStarted, dataPartReported } from '@academy/contracts';
import { DAY_MS, seedId } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { tenantIdOf } from '@academy/testing/people';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Academy, openAcademy } from './academy.ts';

const SOLAR = 'instalacion-fotovoltaica';
const raices = tenantIdOf('raices');
const bea = { course: SOLAR, learner: 'bea' };
const beaId = seedId('user:raices:bea');

let academy: Academy;
beforeEach(async () => {
  academy = await openAcademy();
  await academy.manyComplete(SOLAR, 11);
  await academy.completes(bea);
  await academy.isCertified(bea);
});
afterEach(() => academy.island.close());

async function erases(): Promise<void> {
  const requestId = newId();
  await academy.island.deliver(dataErasureStarted, {
    tenantId: raices,
    subject: requestId,
    data: { requestId, subjectId: beaId },
  });
  await academy.island.runDueJobs();
}
const learners = () =>
  academy.island.inTenant(raices, async (tx) =>
    ([...(await tx.execute('select distinct learner_id from facts'))] as { learner_id: string }[]).map((row) => row.learner_id),
  );

test('no fact bears the person’s id any more, and no figure changes', async () => {
  const before = await academy.report();
  await erases();
  expect(await learners()).not.toContain(beaId);
  expect(await learners()).toHaveLength(12);
  expect(await academy.report()).toEqual(before);
  const [report] = await academy.island.emitted(raices, dataPartReported.analytics);
  expect(report?.data).toMatchObject({ state: 'DONE', records: 2, keyHash: null });
});

test('what arrives late is counted for the same nobody, and done again it draws no other', async () => {
  await erases();
  const before = await learners();
  await academy.caseBecomes(bea, 'ISSUED');
  await academy.completes(bea);
  await erases();
  expect((await learners()).sort()).toEqual(before.sort());
  expect(await academy.rows()).toMatchObject([{ completions: 12, certificatesIssued: 1, officialCertificatesIssued: 1 }]);
});

test('after a month nothing says any more whose the pseudonym was', async () => {
  await erases();
  academy.island.clock.advance(30 * DAY_MS);
  await academy.island.runDueJobs();
  const rows = await academy.island.inTenant(raices, async (tx) => [...(await tx.execute('select * from erased_learners'))]);
  expect(rows).toEqual([]);
});

test('the runtime role gives a fact to nobody else, erased or not', async () => {
  await erases();
  for (const statement of [
    `update facts set learner_id = '${beaId}'`,
    `update facts set learner_id = '${newId()}' where learner_id = '${seedId('user:raices:learner-1')}'`,
  ])
    await expect(academy.island.inTenant(raices, (tx) => tx.execute(statement))).rejects.toMatchObject({
      cause: { code: '42501' },
    });
});
