import { submissionUnknown } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { takeNews } from '../sagas/take-news.ts';
import type { CertificationWorker } from '../worker-context.ts';

/** Whether the authority has the submission is not known; conocer looks it up. */
export const onSubmissionUnknown: Reaction<CertificationWorker> = reaction(
  'submission-unknown',
  submissionUnknown,
  async (tx, event, context) => {
    await takeNews(tx, event, { kind: 'recordUnknown', attempt: event.data.attempt }, context);
  },
);
