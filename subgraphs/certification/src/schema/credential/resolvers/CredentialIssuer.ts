import type { CredentialIssuerResolvers } from '../../types.generated.ts';
import { urlsOf } from '../credential-of.ts';

export const CredentialIssuer: CredentialIssuerResolvers = {
  documentUrl: (issuer) => urlsOf(issuer).did,
};
