import { isUuid } from '@academy/kernel';
import { certificationConnection, certificationPage } from '../../newest-first.ts';
import { personOf } from '../../person.ts';
import type { UserResolvers } from '../../types.generated.ts';

const SCOPE = 'user.certifications';

export const User: UserResolvers = {
  __resolveReference: ({ id }, { loaders }) => (isUuid(id) ? personOf(id, loaders) : null),
  certifications: async ({ id }, args, { loaders }) => {
    const page = certificationPage(SCOPE, args);
    return certificationConnection(SCOPE, page, await loaders.ofCandidate.load({ candidateId: id, page }));
  },
};
