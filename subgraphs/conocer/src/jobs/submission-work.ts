import type { JobContract } from '@academy/platform/jobs';
import { z } from 'zod';

const submissionWork = z.object({ submissionId: z.uuid() });

/** Which submission a job is about; its key is the same id. */
export type SubmissionWork = z.infer<typeof submissionWork>;

/** Brings one submission to the authority, once. */
export const sendSubmission: JobContract<SubmissionWork> = { name: 'send-submission', payload: submissionWork };

/** Asks the authority what became of one submission, until there is a verdict. */
export const pollSubmission: JobContract<SubmissionWork> = { name: 'poll-submission', payload: submissionWork };
