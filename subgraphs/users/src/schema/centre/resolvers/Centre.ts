import { isUuid } from '@academy/kernel';
import type { CentreResolvers } from '../../types.generated.ts';

export const Centre: CentreResolvers = {
  __resolveReference: async ({ id }, { loaders, principal }) =>
    principal.kind === 'user' && isUuid(id) ? ((await loaders.centre.load(id)) ?? null) : null,
  isActive: ({ closedAt }) => closedAt === null,
};
