import { finishJob, type JobHandler, job } from '@academy/platform/jobs';
import { isCertified } from '../domain/case/phases.ts';
import { expiryReminder } from '../domain/expiry.ts';
import { localDateOf } from '../domain/local-date.ts';
import { caseOf } from '../store/case-row.ts';
import { remindOfExpiry, scheduleReminder } from '../store/certificate-expiry.ts';
import { lockCase } from '../store/certification.ts';
import { tellPeople } from '../store/tell-people.ts';
import type { CertificationWorker } from '../worker-context.ts';

/** The holder was told what is due, once for each reminder and last day, and the next one is due; none of a certificate that is no longer valid. */
export const remindOfExpiryJob: JobHandler<CertificationWorker> = job<CertificationWorker, { certificationId: string }>(
  remindOfExpiry,
  async (work, { database, clock }) => {
    const { tenantId, key, payload } = work;
    const { certificationId } = payload;
    await database.inTenant(tenantId, 'write', async (tx) => {
      const now = clock.now();
      const row = await lockCase(tx, tenantId, certificationId);
      const { validThrough, status } = row;
      const isValid = isCertified(caseOf(row)) && status !== 'EXPIRED' && status !== 'REVOKED';
      if (validThrough === null || !isValid) return finishJob(tx, remindOfExpiry, tenantId, key);
      const { due, next } = expiryReminder(validThrough, localDateOf(now));
      if (due !== undefined) {
        const occasion = `${validThrough}:${due.threshold}`;
        await tellPeople(tx, row, { topic: 'certification.expiring', occasion, days: due.daysLeft, lastDay: validThrough }, now);
      }
      if (next === undefined) await finishJob(tx, remindOfExpiry, tenantId, key);
      else await scheduleReminder(tx, { tenantId, certificationId }, next);
    });
  },
);
