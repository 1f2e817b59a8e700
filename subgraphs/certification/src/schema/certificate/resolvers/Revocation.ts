import { loaded } from '../../loaded.ts';
import type { RevocationResolvers } from '../../types.generated.ts';

export const Revocation: RevocationResolvers = {
  certificate: ({ certificateId }, _args, { loaders }) => loaded(loaders.certificate.load(certificateId)),
  proposedBy: ({ proposedBy }) => ({ id: proposedBy }),
  confirmedBy: ({ confirmedBy }) => (confirmedBy === null ? null : { id: confirmedBy }),
};
