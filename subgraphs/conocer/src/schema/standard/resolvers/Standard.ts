import { isUuid } from '@academy/kernel';
import type { StandardResolvers } from '../../types.generated.ts';

export const Standard: StandardResolvers = {
  __resolveReference: ({ id }, { loaders }) => (isUuid(id) ? loaders.standard.load(id) : null),
};
