import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '../db/database.ts';
import { dueWork } from '../db/platform-tables.ts';

/** A kind of background work. `payload` holds ids only: it lies in Redis in clear text. */
export type JobContract<Payload> = { readonly name: string; readonly payload: z.ZodType<Payload> };

/** The work is due at `dueAt`, in the transaction's own fate; scheduling the same key again moves it. */
export async function scheduleJob<Payload>(
  tx: Tx,
  contract: JobContract<Payload>,
  work: { tenantId: string; key: string; payload: Payload; dueAt: Date },
): Promise<void> {
  const payload = contract.payload.parse(work.payload);
  await tx
    .insert(dueWork)
    .values({ tenantId: work.tenantId, job: contract.name, key: work.key, payload, dueAt: work.dueAt })
    .onConflictDoUpdate({
      target: [dueWork.tenantId, dueWork.job, dueWork.key],
      set: { payload, dueAt: work.dueAt, handouts: 0, started: 0 },
    });
}

/**
 * The work is due at `dueAt`, or when it was due already if it is scheduled: so that a change that comes again and again does not put it off.
 * Work that is under way counts as scheduled: whoever asks and the handler must hold one lock, for the handler to see what it was asked for.
 */
export async function ensureJob<Payload>(
  tx: Tx,
  contract: JobContract<Payload>,
  work: { tenantId: string; key: string; payload: Payload; dueAt: Date },
): Promise<void> {
  const payload = contract.payload.parse(work.payload);
  await tx
    .insert(dueWork)
    .values({ tenantId: work.tenantId, job: contract.name, key: work.key, payload, dueAt: work.dueAt })
    .onConflictDoNothing();
}

/** The work is over and will not be handed out again. */
export async function finishJob(
  tx: Tx,
  contract: JobContract<never> | JobContract<unknown>,
  tenantId: string,
  key: string,
): Promise<void> {
  await tx.delete(dueWork).where(and(eq(dueWork.tenantId, tenantId), eq(dueWork.job, contract.name), eq(dueWork.key, key)));
}
