import { submissionSent } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { takeNews } from '../sagas/take-news.ts';
import type { CertificationWorker } from '../worker-context.ts';

/** The authority has the submission. */
export const onSubmissionSent: Reaction<CertificationWorker> = reaction(
  'submission-sent',
  submissionSent,
  async (tx, event, context) => {
    await takeNews(tx, event, { kind: 'recordSent', attempt: event.data.attempt }, context);
  },
);
