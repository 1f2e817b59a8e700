import type { CertificationResolvers } from '../../types.generated.ts';

export const Certification: Pick<CertificationResolvers, 'portfolio' | '__resolveReference'> = {
  portfolio: async ({ id }, _args, { loaders }) => (await loaders.portfolioOf.load(id)) ?? null,
};
