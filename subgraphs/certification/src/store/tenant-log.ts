import type { Tx } from '@academy/platform/db';
import { and, asc, eq, gt, max } from 'drizzle-orm';
import type { Assignee } from '../domain/visibility.ts';
import { certificationEvents, certifications } from '../tables/cases.ts';
import { isAssigned } from './assigned.ts';

/** Number of the newest change of the tenant's log; 0 when there is none. */
export async function newestPosition(tx: Tx, tenantId: string): Promise<number> {
  const [row] = await tx
    .select({ position: max(certificationEvents.position) })
    .from(certificationEvents)
    .where(eq(certificationEvents.tenantId, tenantId));
  return row?.position ?? 0;
}

/**
 * At most `count` changes after a number of the tenant's log, oldest first. What was committed and has no number yet is not in the log yet. Of what is
 * neither the assignee's own nor assigned to her there is the number and the instant alone, so that her log has no gaps either.
 */
export async function findChanges(
  tx: Tx,
  tenantId: string,
  range: { after: number; count: number },
  assignee: Assignee | undefined,
) {
  const { position, seq, previousStatus, status, hold, occurredAt, certificationId } = certificationEvents;
  const { candidateId, courseId, standardCode } = certifications;
  const rows = await tx
    .select({
      shown: { seq, previousStatus, status, hold, certificationId, candidateId, courseId, standardCode },
      position,
      occurredAt,
      isAssigned: isAssigned(certifications.id, assignee),
    })
    .from(certificationEvents)
    .innerJoin(
      certifications,
      and(eq(certifications.tenantId, certificationEvents.tenantId), eq(certifications.id, certificationId)),
    )
    .where(and(eq(certificationEvents.tenantId, tenantId), gt(position, range.after)))
    .orderBy(asc(position))
    .limit(range.count);
  return rows.map(({ shown, position, occurredAt, isAssigned }) => {
    const isShown = assignee === undefined || isAssigned || shown.candidateId === assignee.personId;
    return { ...(isShown ? shown : HIDDEN), occurredAt, position: numbered(position) };
  });
}

const HIDDEN = {
  seq: null,
  previousStatus: null,
  status: null,
  hold: null,
  certificationId: null,
  candidateId: null,
  courseId: null,
  standardCode: null,
} as const;

function numbered(position: number | null): number {
  if (position === null) throw new Error('A change without a number was found by its number.');
  return position;
}
