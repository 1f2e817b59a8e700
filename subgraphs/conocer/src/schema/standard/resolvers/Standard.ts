import { isUuid } from '@academy/kernel';
import type { StandardResolvers } from '../../types.generated.ts';

export const Standard: Pick<
  StandardResolvers,
  'code' | 'committee' | 'id' | 'level' | 'sector' | 'title' | '__resolveReference'
> = {
  __resolveReference: ({ id }, { loaders }) => (isUuid(id) ? loaders.standard.load(id) : null),
};
