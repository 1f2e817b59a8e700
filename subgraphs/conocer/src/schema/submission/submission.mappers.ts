import type { SeenSubmission } from '../../store/submissions.ts';

export type CertificationMapper = { readonly id: string };
export type SubmissionMapper = SeenSubmission;
