import type { SubmissionResolvers } from '../../types.generated.ts';

export const Submission: SubmissionResolvers = {};
