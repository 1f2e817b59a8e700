import { personCentres } from '@academy/platform/centres';
import type { Tx } from '@academy/platform/db';
import { and, eq } from 'drizzle-orm';
import { certifications } from '../tables/cases.ts';

/** Whether this island knows the centre: somebody stands in it, or a case was opened in it. What nobody stands in has nothing for a lot. */
export async function isCentreKnown(tx: Tx, tenantId: string, centreId: string): Promise<boolean> {
  const stands = await tx
    .select({ centreId: personCentres.centreId })
    .from(personCentres)
    .where(and(eq(personCentres.tenantId, tenantId), eq(personCentres.centreId, centreId)))
    .limit(1);
  if (stands.length > 0) return true;
  const opened = await tx
    .select({ id: certifications.id })
    .from(certifications)
    .where(and(eq(certifications.tenantId, tenantId), eq(certifications.centreId, centreId)))
    .limit(1);
  return opened.length > 0;
}
