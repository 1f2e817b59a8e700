import type { UserPrincipal } from '@academy/kernel';
import { auditLog } from '@academy/platform/audit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { certifications } from '../src/tables/cases.ts';
import { type Certification, newLearner, openCertification, path } from './open-certification.ts';

let academy: Certification;
let alice: UserPrincipal;
beforeAll(async () => {
  academy = await openCertification();
});
afterAll(() => academy.close());
beforeEach(() => {
  alice = newLearner();
});

async function reversalsOf(id: string) {
  return academy.island.inTenant(alice.tenantId, async (tx) =>
    (await tx.select().from(certifications)).filter((row) => row.reversalOf === id),
  );
}

async function auditedFor(subjects: readonly string[]) {
  return academy.island.inTenant(alice.tenantId, async (tx) =>
    (await tx.select().from(auditLog)).filter((entry) => subjects.includes(entry.subject)),
  );
}

test('a rejection after the certificate was issued opens a case on hold, once and audited; the certificate stands', async () => {
  const { enrollmentId } = await academy.completes(alice);
  await academy.island.runDueJobs();
  const id = (await academy.caseOf(alice, enrollmentId))?.id ?? '';
  const conocer = academy.conocer(alice, id);
  await conocer.issued('D-0000001');
  const before = await academy.sees(alice, id);
  await conocer.rejected('Se dejó sin efecto.', false);
  await conocer.rejected('Se dejó sin efecto.', false);

  expect(await academy.sees(alice, id)).toEqual(before);
  const [reversal, ...more] = await reversalsOf(id);
  expect(more).toEqual([]);
  expect(reversal).toMatchObject({
    status: 'ON_HOLD',
    heldFor: 'LATE_REVERSAL',
    heldFrom: 'REGISTERED',
    reversal: { kind: 'REJECTED_AFTER_ISSUE', attempt: 1, reason: 'Se dejó sin efecto.' },
  });
  expect(path(await academy.sees(alice, reversal?.id ?? ''))).toEqual(['REGISTERED', 'ON_HOLD']);
  const entries = await auditedFor([reversal?.id ?? '']);
  expect(entries).toMatchObject([{ action: 'certification.late-reversal', actor: 'certification-worker' }]);
  expect((await academy.caseOf(alice, enrollmentId))?.id, 'the enrolment leads to its own case').toBe(id);
});

test('a certificate after the case was closed opens a case on hold, and stands in nobody’s way', async () => {
  const id = await academy.submittedCase(alice);
  const conocer = academy.conocer(alice, id);
  await conocer.rejected('El evaluador no estaba acreditado.', false);
  await academy.island.runDueJobs();
  await academy.answers(alice, id).profileUpdated();
  await academy.island.runDueJobs();
  expect((await academy.sees(alice, id)).status).toBe('CLOSED');
  await conocer.issued('D-0000002');
  expect(await academy.sees(alice, id)).toMatchObject({ status: 'CLOSED', officialFolio: null });
  expect(await reversalsOf(id)).toMatchObject([
    { status: 'ON_HOLD', reversal: { kind: 'ISSUED_AFTER_REJECTION', officialFolio: 'D-0000002' } },
  ]);
  const other = await academy.submittedCase(alice);
  expect((await academy.sees(alice, other)).status).toBe('SUBMISSION_PREPARED');
});

test('two contradictions are two cases, and each is told again in vain', async () => {
  const id = await academy.submittedCase(alice);
  const conocer = academy.conocer(alice, id);
  await conocer.issued('D-0000003');
  for (let time = 0; time < 2; time += 1) {
    await conocer.issued('D-0000004');
    await conocer.rejected('Error de captura.', true);
  }
  const kinds = (await reversalsOf(id)).map((row) => row.reversal?.kind).sort();
  expect(kinds).toEqual(['OTHER_FOLIO', 'REJECTED_AFTER_ISSUE']);
});

test('a folio that another case bears issues no second certificate', async () => {
  const [first, second] = [await academy.submittedCase(alice), await academy.submittedCase(newLearner())];
  await academy.conocer(alice, first).issued('D-0000009');
  await academy.conocer(alice, second).issued('D-0000009');
  const seenBy = await academy.island.inTenant(alice.tenantId, (tx) => tx.select().from(certifications));
  expect(seenBy.find((row) => row.id === second)).toMatchObject({ status: 'SUBMISSION_PREPARED', officialFolio: null });
});
