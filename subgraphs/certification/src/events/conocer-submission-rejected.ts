import { submissionRejected } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { requestNotification } from '../sagas/ask.ts';
import { takeNews } from '../sagas/take-news.ts';
import type { CertificationWorker } from '../worker-context.ts';

/**
 * The authority said no. When it can be corrected the learner is told at once, because the next attempt is hers to request; otherwise the saga
 * tells her at its end.
 */
export const onSubmissionRejected: Reaction<CertificationWorker> = reaction(
  'submission-rejected',
  submissionRejected,
  async (tx, event, context) => {
    const { attempt, reason, isCorrectable } = event.data;
    const row = await takeNews(tx, event, { kind: 'recordRejected', attempt, reason, isCorrectable }, context);
    if (row !== undefined && isCorrectable) await requestNotification(tx, row, 'certification.rejected', context.clock.now());
  },
);
