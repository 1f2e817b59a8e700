import { people, userIdOf } from '@academy/testing/people';
import { expect, test } from 'vitest';
import { mayTakeDuty } from '../src/domain/separation-of-duties.ts';
import { dutyFactsIn } from '../src/store/duty-facts.ts';
import { newLearner, openCertification } from './open-certification.ts';

test('who taught a candidate is known from her completed course, and may not evaluate her for its standard', async () => {
  await using academy = await openDisposable();
  const { island } = academy;
  const alice = newLearner();
  await academy.completes(alice, { standardCode: 'EC0325' });
  const { tenantId, userId: candidateId } = alice;
  const [row] = await island.inTenant(tenantId, (tx) => dutyFactsIn(tx, tenantId).of(INES, candidateId));
  expect(row).toMatchObject({ duty: 'TAUGHT', personId: INES, candidateId, standardMajor: 'EC0325' });

  const decide = (personId: string) =>
    island.inTenant(tenantId, async (tx) => {
      const facts = await dutyFactsIn(tx, tenantId).of(personId, candidateId);
      return mayTakeDuty({ duty: 'EVALUATE', personId, candidateId, standardMajor: 'EC0325', at: island.clock.now() }, facts);
    });
  expect(await decide(INES)).toMatchObject({ ok: false, error: { kind: 'DutyConflict', duty: 'TAUGHT' } });
  expect((await decide(people.raices.bruno.userId)).ok).toBe(true);
  // Of another tenant nothing is known.
  const solaris = people.solaris.diego.tenantId;
  expect(await island.inTenant(solaris, (tx) => dutyFactsIn(tx, solaris).of(INES, candidateId))).toEqual([]);
});

const INES = userIdOf('raices', 'ines');

async function openDisposable() {
  const academy = await openCertification();
  return { ...academy, [Symbol.asyncDispose]: () => academy.close() };
}
