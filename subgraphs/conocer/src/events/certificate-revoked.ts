import { certificateRevoked } from '@academy/contracts';
import { reaction } from '@academy/platform/events';
import { finishJob } from '@academy/platform/jobs';
import { changeSubmission } from '../change-submission.ts';
import { CERTIFICATE_REVOKED, refuseUnsent } from '../domain/submission.ts';
import { sendSubmission } from '../jobs/submission-work.ts';
import type { Worker } from '../services.ts';
import { lockSubmissionsOf, updateSubmission } from '../store/submissions.ts';

/**
 * Nothing more is handed in for the case: what was held back or not sent yet is refused at once, what is unknown when it is found not to have been
 * received. What the authority has stays there: only people can withdraw it.
 */
export const certificateRevokedReaction = reaction(
  'certificate-revoked',
  certificateRevoked,
  async (tx, { tenantId, data }, { clock }: Worker) => {
    const now = clock.now();
    for (const locked of await lockSubmissionsOf(tx, tenantId, data.certificationId)) {
      const revoked = await updateSubmission(tx, locked, { certificateRevokedAt: now });
      const refused = await changeSubmission(tx, revoked, now, (submission) => refuseUnsent(submission, CERTIFICATE_REVOKED));
      if (refused.ok) await finishJob(tx, sendSubmission, tenantId, locked.id);
    }
  },
);
