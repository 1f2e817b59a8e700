import { isUuid } from '@academy/kernel';
import { maySeeSubmission } from '../../../access.ts';
import type { CertificationResolvers } from '../../types.generated.ts';

export const Certification: CertificationResolvers = {
  __resolveReference: ({ id }) => (isUuid(id) ? { id } : null),
  submission: async ({ id }, _args, { loaders, principal }) => {
    const submission = await loaders.submission.load(id);
    return submission !== null && maySeeSubmission(principal, submission) ? submission : null;
  },
};
