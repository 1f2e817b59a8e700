import { submissionSilent } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { requestSilenceAlert } from '../sagas/ask.ts';
import { lockCase } from '../store/certification.ts';
import type { CertificationWorker } from '../worker-context.ts';

/** The authority says nothing of a submission: the tenant's certifiers are told, unless the case has gone on meanwhile. */
export const onSubmissionSilent: Reaction<CertificationWorker> = reaction(
  'submission-silent',
  submissionSilent,
  async (tx, { tenantId, data }, { clock }) => {
    const row = await lockCase(tx, tenantId, data.certificationId);
    const isThere = row.status === 'SUBMITTED' || row.status === 'IN_PROCESS';
    if (isThere && row.attempt === data.attempt) await requestSilenceAlert(tx, row, data.days, clock.now());
  },
);
