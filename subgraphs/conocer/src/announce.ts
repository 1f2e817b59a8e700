import {
  officialCertificateIssued,
  submissionAccepted,
  submissionHeld,
  submissionRejected,
  submissionSent,
  submissionUnknown,
} from '@academy/contracts';
import { unreachable } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { derivedId } from '@academy/platform/ids';
import { certificateEndOf } from './domain/certificate-end.ts';
import type { Announcement } from './domain/submission.ts';
import { findValidity } from './store/standards.ts';
import type { SubmissionRow } from './tables/submissions.ts';

/**
 * The other islands will hear of it, in this order. The id of each event is derived from the submission and what is told, so that telling
 * the same twice fails the transaction instead of reaching anybody. The caller holds the submission's row lock.
 */
export async function announce(tx: Tx, row: SubmissionRow, tells: readonly Announcement[], now: Date): Promise<void> {
  for (const announcement of tells) await announceOne(tx, row, announcement, now);
}

async function announceOne(tx: Tx, row: SubmissionRow, announcement: Announcement, occurredAt: Date): Promise<string> {
  const { tenantId, certificationId, caseAttempt, calls } = row;
  const about = { certificationId, attempt: caseAttempt };
  const envelope = (name: string) => ({ id: derivedId(row.id, name), tenantId, subject: certificationId, occurredAt });
  switch (announcement.kind) {
    case 'HELD': {
      const { hold } = announcement;
      const missedCriteria = hold === 'SOLARPUNK_COMPLIANCE' ? [...announcement.missed] : [];
      return emit(tx, submissionHeld, { ...envelope(`held:${hold}:${calls}`), data: { ...about, hold, missedCriteria } });
    }
    case 'UNKNOWN':
      return emit(tx, submissionUnknown, { ...envelope(`unknown:${calls}`), data: about });
    case 'SENT':
      return emit(tx, submissionSent, {
        ...envelope('sent'),
        data: { ...about, handedOverBy: announcement.handedOverBy ?? null },
      });
    case 'ACCEPTED':
      return emit(tx, submissionAccepted, { ...envelope('accepted'), data: about });
    case 'REJECTED': {
      const { reason, isCorrectable } = announcement;
      return emit(tx, submissionRejected, { ...envelope('rejected'), data: { ...about, reason, isCorrectable } });
    }
    case 'ISSUED': {
      const { officialFolio, issuedOn } = announcement;
      const validThrough = certificateEndOf(await findValidity(tx, row.standardCode), issuedOn);
      return emit(tx, officialCertificateIssued, {
        ...envelope('issued'),
        data: { ...about, officialFolio, issuedOn, validThrough },
      });
    }
    default:
      return unreachable(announcement);
  }
}
