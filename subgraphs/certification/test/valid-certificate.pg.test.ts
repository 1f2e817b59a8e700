import { submissionRequested } from '@academy/contracts';
import { newId } from '@academy/platform/ids';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyTransition } from '../src/store/certification.ts';
import { certificationEvents } from '../src/tables/cases.ts';
import { type Certification, newLearner, openCertification, path } from './open-certification.ts';

let academy: Certification;
beforeEach(async () => {
  academy = await openCertification();
});
afterEach(() => academy.close());

const asked = async (id: string, tenantId: string) =>
  (await academy.island.emitted(tenantId, submissionRequested)).filter((event) => event.subject === id);

test('who holds a valid certificate for the standard, of whatever version, is submitted for no second: her case is closed, and says why', async () => {
  const alice = newLearner();
  const first = await academy.submittedCase(alice, { standardCode: 'EC0586.01' });
  await academy.conocer(alice, first).issued('CON-1');
  const second = await academy.submittedCase(alice, { standardCode: 'EC0586.02' });
  expect(path(await academy.sees(alice, second))).toEqual([
    'REGISTERED',
    'EVALUATING',
    'JUDGED_COMPETENT',
    'RESULTS_DELIVERED',
    'CLOSED',
  ]);
  expect(await asked(second, alice.tenantId)).toEqual([]);
  const details = await academy.island.inTenant(alice.tenantId, (tx) => tx.select().from(certificationEvents));
  expect(details.find((entry) => entry.certificationId === second && entry.status === 'CLOSED')?.detail).toEqual({
    validCertificate: 'CON-1',
  });
  const other = await academy.submittedCase(alice, { standardCode: 'EC0249' });
  expect(await asked(other, alice.tenantId), 'another standard').toHaveLength(1);
});

test('a certificate that was revoked stands in nobody’s way', async () => {
  const alice = newLearner();
  const first = await academy.submittedCase(alice);
  await academy.conocer(alice, first).issued('CON-2');
  await academy.island.inTenant(alice.tenantId, (tx) =>
    applyTransition(tx, {
      tenantId: alice.tenantId,
      certificationId: first,
      command: { kind: 'revokeOfficial', reason: 'Se expidió por error.' },
      now: academy.island.clock.now(),
    }),
  );
  const second = await academy.submittedCase(alice, { enrollmentId: newId() });
  expect(await asked(second, alice.tenantId)).toHaveLength(1);
});
