import { certificationStatusChanged } from '@academy/contracts';
import type { UserPrincipal } from '@academy/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CaseCommand } from '../src/domain/case/commands.ts';
import { applyTransition } from '../src/store/certification.ts';
import { findCase } from '../src/store/certification-facts.ts';
import { type Certification, newLearner, openCertification, path } from './open-certification.ts';

const WRITERS = 12;

let academy: Certification;
let alice: UserPrincipal;
beforeAll(async () => {
  academy = await openCertification();
});
afterAll(() => academy.close());
beforeEach(() => {
  alice = newLearner();
});

const hold = (scored: number): CaseCommand => ({
  kind: 'recordHold',
  attempt: 1,
  hold: 'SOLARPUNK_COMPLIANCE',
  missedCriteria: [{ criterion: 'SUSTAINABILITY', required: 70, scored, reason: 'BELOW_THRESHOLD' }],
});

const versionOf = (id: string) =>
  academy.island.inTenant(alice.tenantId, async (tx) => (await findCase(tx, alice.tenantId, id)).version);

function apply(certificationId: string, command: CaseCommand, expectedVersion?: number) {
  const { tenantId } = alice;
  const now = academy.island.clock.now();
  return academy.island.inTenant(tenantId, (tx) =>
    applyTransition(tx, { tenantId, certificationId, command, expectedVersion, now }),
  );
}

test('of many writers who decided on one version one writes, and the others are told which version there is', async () => {
  const id = await academy.submittedCase(alice);
  const version = await versionOf(id);
  const taken = await Promise.all(Array.from({ length: WRITERS }, (_, index) => apply(id, hold(index), version)));
  expect(taken.filter((one) => one.ok)).toHaveLength(1);
  for (const one of taken.filter((other) => !other.ok))
    expect(one).toEqual({
      ok: false,
      error: { kind: 'StaleVersion', status: 'SUBMISSION_PREPARED', command: 'recordHold', expected: version + 1, came: version },
    });
  expect(path(await academy.sees(alice, id))).toHaveLength(6);
});

test('writers who read again and retry all write, one after the other, each once', async () => {
  const id = await academy.submittedCase(alice);
  let stale = 0;
  async function writes(scored: number): Promise<void> {
    for (;;) {
      const taken = await apply(id, hold(scored), await versionOf(id));
      if (taken.ok) return;
      expect(taken.error.kind).toBe('StaleVersion');
      stale += 1;
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, (_, index) => writes(index)));
  expect(stale).toBeGreaterThan(0);
  expect(path(await academy.sees(alice, id))).toHaveLength(5 + WRITERS);
  const told = (await academy.island.emitted(alice.tenantId, certificationStatusChanged)).filter((event) => event.subject === id);
  expect(told.map((event) => event.data.seq)).toEqual(Array.from({ length: 5 + WRITERS }, (_, index) => index + 1));
});

test('a refused step leaves no trace: neither version, history entry nor event', async () => {
  const id = await academy.submittedCase(alice);
  const version = await versionOf(id);
  expect(await apply(id, { kind: 'hold', heldFor: 'ARCO' })).toMatchObject({ ok: false, error: { kind: 'NotPossible' } });
  expect(await apply(id, hold(1), version - 1)).toMatchObject({ ok: false, error: { kind: 'StaleVersion' } });
  expect(await versionOf(id)).toBe(version);
  expect((await academy.sees(alice, id)).seq).toBe(5);
  const told = (await academy.island.emitted(alice.tenantId, certificationStatusChanged)).filter((event) => event.subject === id);
  expect(told).toHaveLength(5);
});
