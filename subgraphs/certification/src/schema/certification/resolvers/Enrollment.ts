import { isUuid } from '@academy/kernel';
import { maySeeThoseOf } from '../../../domain/visibility.ts';
import type { EnrollmentResolvers } from '../../types.generated.ts';

export const Enrollment: EnrollmentResolvers = {
  __resolveReference: ({ id }) => (isUuid(id) ? { id } : null),
  certification: async ({ id }, _args, { loaders, principal }) => {
    const row = await loaders.certificationOfEnrollment.load(id);
    return row !== undefined && maySeeThoseOf(principal, row.candidateId) ? row : null;
  },
};
