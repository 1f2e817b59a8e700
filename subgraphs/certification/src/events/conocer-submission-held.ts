import { submissionHeld } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { requestNotification } from '../sagas/ask.ts';
import { takeNews } from '../sagas/take-news.ts';
import type { CertificationWorker } from '../worker-context.ts';

/** The case says why it waits. Of a course that misses the Solarpunk thresholds the learner is told, once. */
export const onSubmissionHeld: Reaction<CertificationWorker> = reaction(
  'submission-held',
  submissionHeld,
  async (tx, event, context) => {
    const { attempt, hold, missedCriteria } = event.data;
    const row = await takeNews(tx, event, { kind: 'recordHold', attempt, hold, missedCriteria }, context);
    if (row?.hold === 'SOLARPUNK_COMPLIANCE')
      await requestNotification(tx, row, 'certification.compliance-held', context.clock.now());
  },
);
