import { isUuid } from '@academy/kernel';
import { maySeeCase } from '../../../domain/visibility.ts';
import type { EnrollmentResolvers } from '../../types.generated.ts';

export const Enrollment: EnrollmentResolvers = {
  __resolveReference: ({ id }) => (isUuid(id) ? { id } : null),
  certification: async ({ id }, _args, { loaders, principal }) => {
    const row = await loaders.certificationOfEnrollment.load(id);
    return row !== undefined && maySeeCase(principal, row) ? row : null;
  },
};
