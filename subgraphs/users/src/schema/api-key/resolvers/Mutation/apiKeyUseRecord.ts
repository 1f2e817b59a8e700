import { Fault } from '@academy/kernel';
import { recordApiKeyUses } from '../../../../store/api-key-grant.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const MAX_USES = 100;

export const apiKeyUseRecord: NonNullable<MutationResolvers['apiKeyUseRecord']> = async (_parent, { uses }, ctx) => {
  if (uses.length > MAX_USES) {
    throw new Fault('BAD_USER_INPUT', `At most ${MAX_USES} uses were expected, got ${uses.length}; send the rest by itself.`);
  }
  return ctx.db.write((tx) => recordApiKeyUses(tx, ctx.principal.tenantId, uses, ctx.clock));
};
