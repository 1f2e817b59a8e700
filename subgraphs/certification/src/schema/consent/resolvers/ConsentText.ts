import type { ConsentTextResolvers } from '../../types.generated.ts';

export const ConsentText: ConsentTextResolvers = {};
