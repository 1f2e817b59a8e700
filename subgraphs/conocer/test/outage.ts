import { expect } from 'vitest';
import { openOffice } from './office.ts';

/** Modes of the sandbox in which nothing that is handed in is taken. */
export type OutageMode = 'e500' | 'resetBefore' | 'e503retry';

/**
 * Cases of two tenants are handed in while the authority is away, for so long on the island's clock. Until it is back it has nothing, and is asked about each case
 * about once a minute; then it has each once, and all get their verdict.
 */
export async function expectNoLossOver(mode: OutageMode, hours: number, cases: number): Promise<void> {
  await using office = await openOffice();
  office.sandbox.plan({ mode });
  const refs: string[] = [];
  for (let one = 0; one < cases; one += 1)
    refs.push((await office.request({ tenant: one % 2 === 0 ? 'raices' : 'solaris' })).externalRef);
  await office.settle({ hours });
  expect(office.sandbox.ledger.submissions).toEqual([]);
  // Waits of 1 s double to 60 s, less up to a fifth.
  expect(office.sandbox.ledger.callsTotal).toBeLessThanOrEqual(cases * (hours * 75 + 10));

  office.sandbox.plan({ mode: 'ok' });
  await office.settle();
  expect(office.sandbox.ledger.submissions.map(({ externalRef }) => externalRef).sort()).toEqual(refs.sort());
  expect(office.sandbox.ledger.duplicates).toEqual([]);
  expect(office.sandbox.ledger.submissions.every(({ status }) => status === 'APPROVED')).toBe(true);
  expect((await office.told()).filter((what) => what === 'issued')).toHaveLength(cases / 2);
}
