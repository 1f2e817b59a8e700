import { findApiKeyGrant } from '../../../../store/api-key-grant.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const apiKeyGrant: NonNullable<QueryResolvers['apiKeyGrant']> = async (_parent, { publicId, digest }, ctx) =>
  (await ctx.db.read((tx) => findApiKeyGrant(tx, { tenantId: ctx.principal.tenantId, publicId, digest }, ctx.clock))) ?? null;
