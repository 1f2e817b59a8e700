import type { Tx } from '@academy/platform/db';
import { and, asc, eq, gt, max } from 'drizzle-orm';
import { certificationEvents, certifications } from '../tables.ts';

/** Number of the newest change of the tenant's log; 0 when there is none. */
export async function newestPosition(tx: Tx, tenantId: string): Promise<number> {
  const [row] = await tx
    .select({ position: max(certificationEvents.position) })
    .from(certificationEvents)
    .where(eq(certificationEvents.tenantId, tenantId));
  return row?.position ?? 0;
}

/** At most `count` changes after a number of the tenant's log, oldest first. What was committed and has no number yet is not in the log yet. */
export async function findChanges(tx: Tx, tenantId: string, range: { after: number; count: number }) {
  const { position, seq, previousStatus, status, hold, occurredAt, certificationId } = certificationEvents;
  const { candidateId, courseId, standardCode } = certifications;
  const rows = await tx
    .select({ position, seq, previousStatus, status, hold, occurredAt, certificationId, candidateId, courseId, standardCode })
    .from(certificationEvents)
    .innerJoin(
      certifications,
      and(eq(certifications.tenantId, certificationEvents.tenantId), eq(certifications.id, certificationId)),
    )
    .where(and(eq(certificationEvents.tenantId, tenantId), gt(position, range.after)))
    .orderBy(asc(position))
    .limit(range.count);
  return rows.map((row) => ({ ...row, position: numbered(row.position) }));
}

function numbered(position: number | null): number {
  if (position === null) throw new Error('A change without a number was found by its number.');
  return position;
}
