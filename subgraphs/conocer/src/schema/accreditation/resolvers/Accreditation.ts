import type { AccreditationResolvers } from '../../types.generated.ts';

export const Accreditation: AccreditationResolvers = {
  person: ({ personId }) => ({ id: personId }),
};
