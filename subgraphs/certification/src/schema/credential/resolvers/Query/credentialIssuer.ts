import type { QueryResolvers } from '../../../types.generated.ts';

export const credentialIssuer: NonNullable<QueryResolvers['credentialIssuer']> = async (_parent, _args, { loaders }) =>
  (await loaders.issuer()) ?? null;
