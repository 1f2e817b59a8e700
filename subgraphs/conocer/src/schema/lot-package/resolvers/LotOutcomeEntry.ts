import type { LotOutcomeEntryResolvers } from '../../types.generated.ts';

export const LotOutcomeEntry: LotOutcomeEntryResolvers = {
  certification: ({ certificationId }) => (certificationId === null ? null : { id: certificationId }),
};
