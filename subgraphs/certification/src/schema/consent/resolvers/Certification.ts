import { pageOfCase } from '../../evaluation/pages.ts';
import type { CertificationResolvers } from '../../types.generated.ts';

export const Certification: Pick<CertificationResolvers, 'consents' | '__resolveReference'> = {
  consents: ({ id }, args, { loaders }) =>
    pageOfCase('consents', id, args, loaders.consentsOf, (row) => [row.givenAt.toISOString(), row.id], 2),
};
