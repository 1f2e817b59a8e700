import { personOf } from '../../person.ts';
import type { EvidenceResolvers } from '../../types.generated.ts';

export const Evidence: EvidenceResolvers = {
  addedBy: ({ addedBy }, _args, { loaders }) => personOf(addedBy, loaders),
};
