import { loaded } from '../../loaded.ts';
import { personOf } from '../../person.ts';
import type { RevocationResolvers } from '../../types.generated.ts';

export const Revocation: RevocationResolvers = {
  certificate: ({ certificateId }, _args, { loaders }) => loaded(loaders.certificate.load(certificateId)),
  proposedBy: ({ proposedBy }, _args, { loaders }) => personOf(proposedBy, loaders),
  confirmedBy: ({ confirmedBy }, _args, { loaders }) => (confirmedBy === null ? null : personOf(confirmedBy, loaders)),
};
