import type { Tx } from '@academy/platform/db';
import { type JobContract, scheduleJob } from '@academy/platform/jobs';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { certifications } from '../tables/cases.ts';

const payload = z.object({ certificationId: z.uuid() });

/** Tells the holder that her official certificate expires soon; its key is the case's id. */
export const remindOfExpiry: JobContract<z.infer<typeof payload>> = { name: 'remind-of-expiry', payload };

type CaseKey = { readonly tenantId: string; readonly certificationId: string };

/** The last day of the case's official certificate is known, and the job that tells its holder of it is due. The caller holds the case's row lock. */
export async function recordLastDay(
  tx: Tx,
  { tenantId, certificationId }: CaseKey,
  validThrough: string,
  now: Date,
): Promise<void> {
  await tx
    .update(certifications)
    .set({ validThrough })
    .where(and(eq(certifications.tenantId, tenantId), eq(certifications.id, certificationId)));
  await scheduleReminder(tx, { tenantId, certificationId }, now);
}

/** The job looks at the certificate then. */
export async function scheduleReminder(tx: Tx, { tenantId, certificationId }: CaseKey, dueAt: Date): Promise<void> {
  await scheduleJob(tx, remindOfExpiry, { tenantId, key: certificationId, payload: { certificationId }, dueAt });
}
