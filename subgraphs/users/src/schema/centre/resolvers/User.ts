import type { UserResolvers } from '../../types.generated.ts';

export const User: Pick<UserResolvers, 'centre' | '__resolveReference'> = {
  centre: async ({ centreId }, _args, { loaders }) =>
    centreId === null ? null : ((await loaders.centre.load(centreId)) ?? null),
};
