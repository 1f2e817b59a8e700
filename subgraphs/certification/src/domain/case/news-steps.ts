import { fail, unreachable } from '@academy/kernel';
import type { AuthorityNews } from './commands.ts';
import { guardFolio } from './guards.ts';
import { isKnown } from './known.ts';
import { attemptOf, type Case, isCertified, isOpen } from './phases.ts';
import type { Reversal } from './refusals.ts';
import { follow, followIf, notPossible, type Step } from './step.ts';

/** Where the news leads, on the scale of `progressOf`. */
const NEWS_PROGRESS = {
  recordHold: 0,
  recordUnknown: 1,
  recordSent: 2,
  recordAccepted: 3,
  recordIssued: 4,
  recordRejected: 4,
} as const;

/** States 11 to 13: what the authority tells leads forward within an attempt, also over states that it did not tell of, and never back. */
export function takeNews(current: Case, news: AuthorityNews): Step {
  const progress = progressOf(current);
  if (progress === undefined) {
    return isOpen(current)
      ? notPossible('SUBMISSION_PREPARED', 'SUBMISSION_UNKNOWN', 'SUBMITTED', 'IN_PROCESS')
      : fail({ kind: 'Final' });
  }
  const attempt = attemptOf(current);
  if (news.attempt !== attempt) return fail({ kind: 'OtherAttempt', attempt });
  if (isKnown(current, news)) return fail({ kind: 'AlreadyKnown' });
  const reversal = reversalBy(current, news);
  if (reversal !== undefined) return fail({ kind: 'LateReversal', reversal });
  if (progress > NEWS_PROGRESS[news.kind]) return fail({ kind: 'Overtaken' });
  if (!isOpen(current)) return fail({ kind: 'Final' });
  if (current.status === 'REJECTED') return notPossible('SUBMISSION_PREPARED', 'SUBMISSION_UNKNOWN', 'SUBMITTED', 'IN_PROCESS');
  switch (news.kind) {
    case 'recordHold':
      return follow({ status: 'SUBMISSION_PREPARED', attempt, hold: news.hold, missedCriteria: news.missedCriteria });
    case 'recordUnknown':
      return follow({ status: 'SUBMISSION_UNKNOWN', attempt });
    case 'recordSent':
      return follow({ status: 'SUBMITTED', attempt });
    case 'recordAccepted':
      return follow({ status: 'IN_PROCESS', attempt });
    case 'recordIssued': {
      const { officialFolio, folioOf } = news;
      return followIf([guardFolio(officialFolio, folioOf)], {
        status: 'ISSUED',
        attempt,
        officialFolio,
        reissuedFolio: null,
        reason: null,
      });
    }
    case 'recordRejected':
      return follow({ status: 'REJECTED', attempt, reason: news.reason, isCorrectable: news.isCorrectable });
    default:
      return unreachable(news);
  }
}

/** How far the authority's handling of the newest attempt has come; undefined for a case that it knows nothing of. */
function progressOf(current: Case): number | undefined {
  switch (current.status) {
    case 'SUBMISSION_PREPARED':
      return 0;
    case 'SUBMISSION_UNKNOWN':
      return 1;
    case 'SUBMITTED':
      return 2;
    case 'IN_PROCESS':
      return 3;
    case 'REJECTED':
      return 4;
    case 'CLOSED':
    case 'WITHDRAWN':
    case 'LAPSED':
      return current.attempt > 0 ? 4 : undefined;
    default:
      return isCertified(current) ? 4 : undefined;
  }
}

/** The contradiction to a verdict that was reached in the same attempt, if the news is one. Every state of progress 4 has a verdict behind it. */
function reversalBy(current: Case, news: AuthorityNews): Reversal | undefined {
  const { attempt } = news;
  if (progressOf(current) !== 4) return undefined;
  if (news.kind === 'recordIssued') {
    const kind = isCertified(current) ? 'OTHER_FOLIO' : 'ISSUED_AFTER_REJECTION';
    return { kind, attempt, officialFolio: news.officialFolio };
  }
  if (news.kind !== 'recordRejected' || !isCertified(current)) return undefined;
  return { kind: 'REJECTED_AFTER_ISSUE', attempt, reason: news.reason };
}
