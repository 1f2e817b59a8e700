import type { Tx } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import type { Reversal } from '../domain/case/refusals.ts';
import { certifications } from '../tables/cases.ts';
import { applyTransition, type CertificationRow, recordOpening } from './certification.ts';

/**
 * What the authority told after the verdict on `row` lies in a case of its own, ON_HOLD for a person to decide; the verdict stays as it is. Undefined
 * when the same was told before: nothing changes.
 */
export async function openReversal(
  tx: Tx,
  row: CertificationRow,
  reversal: Reversal,
  now: Date,
): Promise<CertificationRow | undefined> {
  const { tenantId, candidateId, courseId, courseTitle, enrollmentId, instructorId, centreId, standardCode, standardMajor } = row;
  const [opened] = await tx
    .insert(certifications)
    .values({
      ...{ tenantId, candidateId, courseId, courseTitle, enrollmentId, instructorId, centreId, standardCode, standardMajor },
      id: newId(),
      path: 'REVERSAL',
      reversalOf: row.id,
      reversal,
      status: 'REGISTERED',
      isOpen: true,
      seq: 1,
      openedAt: now,
      changedAt: now,
    })
    .onConflictDoNothing()
    .returning();
  if (opened === undefined) return undefined;
  await recordOpening(tx, opened, { reversalOf: row.id, reversal: reversal.kind, attempt: reversal.attempt });
  const command = { kind: 'hold', heldFor: 'LATE_REVERSAL' } as const;
  const held = await applyTransition(tx, { tenantId, certificationId: opened.id, command, now });
  if (!held.ok) throw new Error(`A case that was just opened could not be held: ${held.error.kind}.`);
  return held.value;
}
