import { notificationSent } from '@academy/contracts';
import { handleEvent } from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defineCertification } from '../src/subgraph.ts';
import { type Certification, newLearner, openCertification } from './open-certification.ts';

let academy: Certification;
beforeAll(async () => {
  academy = await openCertification();
});
afterAll(() => academy.close());

test.each([
  ['with the person as its subject and a number', true],
  ['from before notifications were numbered, with the case as its subject', false],
])('an answer %s tells the case that the learner was notified', async (_, isNumbered) => {
  const alice = newLearner();
  const id = await academy.submittedCase(alice);
  await academy.conocer(alice, id).issued(isNumbered ? 'D-0000006' : 'D-0000007');
  await academy.island.runDueJobs();
  await academy.answers(alice, id).profileUpdated();
  await academy.island.runDueJobs();
  expect((await academy.saga(alice, id)).steps).toMatchObject({ sendNotification: 'WAITING' });

  const data = { certificationId: id, userId: alice.userId, notificationId: newId(), ...(isNumbered ? { number: 4 } : {}) };
  const event = {
    id: newId(),
    type: notificationSent.type,
    tenantId: alice.tenantId,
    subject: isNumbered ? alice.userId : id,
    occurredAt: academy.island.clock.now().toISOString(),
    data,
  };
  const { database, context } = academy.island;
  await handleEvent(database, defineCertification().reactions, event, context);
  expect((await academy.saga(alice, id)).phase).toBe('DONE');
});
