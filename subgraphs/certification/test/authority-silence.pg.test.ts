import { notificationRequested, submissionSent, submissionSilent } from '@academy/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Certification, newLearner, openCertification } from './open-certification.ts';

let academy: Certification;
beforeEach(async () => {
  academy = await openCertification();
});
afterEach(() => academy.close());

const alerts = async (tenantId: string) =>
  (await academy.island.emitted(tenantId, notificationRequested))
    .map(({ data }) => data)
    .filter(({ topic }) => topic === 'certification.authority-silent');

test('certifiers are asked to be told of a silence once for each of its days, while the case is with the authority', async () => {
  const alice = newLearner();
  const { tenantId } = alice;
  const certificationId = await academy.submittedCase(alice);
  const silent = (days: 60 | 80 | 90, attempt = 1) =>
    academy.island.deliver(submissionSilent, { tenantId, subject: certificationId, data: { certificationId, attempt, days } });
  await silent(60);
  expect(await alerts(tenantId)).toEqual([]);

  const data = { certificationId, attempt: 1 };
  await academy.island.deliver(submissionSent, { tenantId, subject: certificationId, data });
  await silent(60);
  await silent(60);
  await silent(80, 2);
  await silent(90);
  expect(await alerts(tenantId)).toMatchObject([
    { certificationId, days: 60, occasion: 'certification.authority-silent:1:60' },
    { certificationId, days: 90, occasion: 'certification.authority-silent:1:90' },
  ]);
});
