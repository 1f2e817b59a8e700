import { submissionRequested } from '@academy/contracts';
import { DAY_MS } from '@academy/kernel';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Certification, newLearner, openCertification, path } from './open-certification.ts';

let academy: Certification;
beforeEach(async () => {
  academy = await openCertification();
});
afterEach(() => academy.close());

const authoritiesAsked = async (tenantId: string) =>
  (await academy.island.emitted(tenantId, submissionRequested)).map(({ data }) => data.authority);

test('a case is asked for with the authority that its tenant has then, whatever it chooses later', async () => {
  const alice = newLearner();
  await academy.submittedCase(alice);
  await academy.configures(alice, { authority: 'HTTP' });
  await academy.submittedCase(newLearner());
  await academy.configures(alice, { authority: null });
  await academy.island.runDueJobs();
  expect(await authoritiesAsked(alice.tenantId)).toEqual([null, 'HTTP']);
});

test('where people serve the authority, no case goes there before a dictamen, and none is stuck by it', async () => {
  const alice = newLearner();
  await academy.configures(alice, { authority: 'MANUAL_LOT' });
  const id = await academy.submittedCase(alice);
  academy.island.clock.advance(DAY_MS);
  await academy.island.runDueJobs();
  expect(path(await academy.sees(alice, id)).at(-1)).toBe('RESULTS_DELIVERED');
  expect(await authoritiesAsked(alice.tenantId)).toEqual([]);

  await academy.configures(alice, { authority: 'SANDBOX' });
  academy.island.clock.advance(DAY_MS);
  await academy.island.runDueJobs();
  expect(path(await academy.sees(alice, id)).at(-1)).toBe('SUBMISSION_PREPARED');
  expect(await authoritiesAsked(alice.tenantId)).toEqual(['SANDBOX']);
});
