import { submissionSilent } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { lockCase } from '../store/certification.ts';
import { tellPeople } from '../store/tell-people.ts';
import type { CertificationWorker } from '../worker-context.ts';

/** The authority has not answered for long: those who certify are told, once for each attempt and count of days, unless it has answered meanwhile. */
export const onSubmissionSilent: Reaction<CertificationWorker> = reaction(
  'submission-silent',
  submissionSilent,
  async (tx, { tenantId, data }, { clock }) => {
    const { certificationId, attempt, days } = data;
    const row = await lockCase(tx, tenantId, certificationId);
    const isWaiting = row.status === 'SUBMITTED' || row.status === 'IN_PROCESS' || row.status === 'SUBMISSION_UNKNOWN';
    if (!isWaiting || row.attempt !== attempt) return;
    await tellPeople(tx, row, { topic: 'certification.authority-silent', occasion: `${attempt}:${days}`, days }, clock.now());
  },
);
