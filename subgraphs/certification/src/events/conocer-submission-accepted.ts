import { submissionAccepted } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { takeNews } from '../sagas/take-news.ts';
import type { CertificationWorker } from '../worker-context.ts';

/** The authority works on the submission. */
export const onSubmissionAccepted: Reaction<CertificationWorker> = reaction(
  'submission-accepted',
  submissionAccepted,
  async (tx, event, context) => {
    await takeNews(tx, event, { kind: 'recordAccepted', attempt: event.data.attempt }, context);
  },
);
