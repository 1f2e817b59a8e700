import type { StandardResolvers } from '../../types.generated.ts';

export const Standard: Pick<StandardResolvers, 'instrument' | 'isActive' | '__resolveReference'> = {
  isActive: ({ status }) => status === 'ACTIVE',
  instrument: ({ code }, _args, { loaders }) => loaders.instrument.load(code),
};
