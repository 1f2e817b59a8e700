import { officialCertificateDisputed } from '@academy/contracts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '@academy/kernel';
import { emit } from '@academy/platform/events';
import { type JobContract, job, scheduleJob } from '@academy/platform/jobs';
import { z } from 'zod';
import { revalidate } from '../domain/revalidation.ts';
import type { Worker } from '../services.ts';
import { findApproved, lockSubmission, type SubmissionRow, updateSubmission } from '../store/submissions.ts';
import { askFor } from './ask-for.ts';

const payload = z.object({ afterId: z.uuid().nullable(), begunAt: z.iso.datetime().nullable() });

/** Looks a tenant's official certificates up again, a round a day. Its key is `certificates`. */
export const revalidateCertificates: JobContract<z.infer<typeof payload>> = { name: 'revalidate-certificates', payload };

/** The one key of the work within a tenant. */
export const REVALIDATION_KEY = 'certificates';

/** So many in a run, and a run every so often: at most 20 questions a minute for a tenant, 28,800 a day. */
const BATCH = 5;
const PAUSE_MS = 15 * SECOND_MS;

/** An authority that does not answer is left alone for this long, or as long as it asks for. */
const AWAY_MS = 10 * MINUTE_MS;

/**
 * Each of the tenant's official certificates was looked up once in a day. Of one that the authority no longer stands by it is told, once for each thing that
 * it says against it. No answer says nothing: the round goes on later where it stood.
 */
export const revalidateCertificatesJob = job<Worker, z.infer<typeof payload>>(revalidateCertificates, async (work, context) => {
  const { tenantId, key } = work;
  const { database, clock } = context;
  const begunAt = work.payload.begunAt === null ? clock.now() : new Date(work.payload.begunAt);
  const rows = await database.inTenant(tenantId, 'read', (tx) => findApproved(tx, tenantId, work.payload.afterId, BATCH));
  let { afterId } = work.payload;
  let pauseMs = PAUSE_MS;
  for (const row of rows) {
    // The worker stops, or the answers are slow: the next run begins with this one.
    if (work.signal.aborted) break;
    const looked = await lookAt(row, work.signal, context);
    if (looked.kind === 'unavailable') {
      pauseMs = Math.max(AWAY_MS, looked.retryAfterMs ?? 0);
      break;
    }
    afterId = row.id;
  }
  const isOver = rows.length < BATCH && (rows.at(-1)?.id ?? afterId) === afterId;
  const now = clock.now();
  const dueAt = new Date(isOver ? Math.max(begunAt.getTime() + DAY_MS, now.getTime()) : now.getTime() + pauseMs);
  const next = isOver ? { afterId: null, begunAt: null } : { afterId, begunAt: begunAt.toISOString() };
  await database.inTenant(tenantId, 'write', (tx) =>
    scheduleJob(tx, revalidateCertificates, { tenantId, key, payload: next, dueAt }),
  );
});

type Looked = { readonly kind: 'looked' } | { readonly kind: 'unavailable'; readonly retryAfterMs?: number };

async function lookAt(row: SubmissionRow, signal: AbortSignal, context: Worker): Promise<Looked> {
  const { tenantId, authorityId } = row;
  // People serve it: their outcome files say what became of it.
  if (authorityId === null || context.services.authorities.get(row.authority).servedBy === 'PEOPLE') return { kind: 'looked' };
  const reading = await askFor(row, authorityId, signal, context);
  if (reading.kind === 'unavailable') return reading;
  const now = context.clock.now();
  const [report = null] = reading.value;
  await context.database.inTenant(tenantId, 'write', async (tx) => {
    const locked = await lockSubmission(tx, tenantId, row.id);
    if (locked?.status !== 'APPROVED' || locked.officialFolio === null || locked.certificateRevokedAt !== null) return;
    const { officialFolio, certificationId, caseAttempt: attempt } = locked;
    const { misses, disputed, foundFolio } = revalidate({ officialFolio, misses: locked.revalidationMisses }, report);
    await updateSubmission(tx, locked, { revalidatedAt: now, revalidationMisses: misses, disputed });
    if (disputed === null || disputed === locked.disputed) return;
    const data = { certificationId, attempt, officialFolio, finding: disputed, foundFolio };
    await emit(tx, officialCertificateDisputed, { tenantId, subject: certificationId, occurredAt: now, data });
    context.telemetry
      .counter('academy_certificates_disputed_total', 'Official certificates disputed', ['finding'])
      .inc({ finding: disputed });
    context.logger.error(
      { tenantId, submissionId: row.id, finding: disputed },
      'the authority no longer stands by a certificate that it issued',
    );
  });
  return { kind: 'looked' };
}
