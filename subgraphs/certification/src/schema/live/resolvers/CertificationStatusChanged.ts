import { isUuid } from '@academy/kernel';
import { maySeeThoseOf } from '../../../domain/visibility.ts';
import type { CertificationStatusChangedResolvers } from '../../types.generated.ts';

export const CertificationStatusChanged: CertificationStatusChangedResolvers = {
  certification: async ({ certification: { id } }, _args, { loaders, principal }) => {
    const row = isUuid(id) ? await loaders.certification.load(id) : undefined;
    return row !== undefined && maySeeThoseOf(principal, row.candidateId) ? row : null;
  },
};
