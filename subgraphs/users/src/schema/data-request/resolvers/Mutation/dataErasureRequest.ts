import type { MutationResolvers } from '../../../types.generated.ts';
import { openOnce } from '../../open-once.ts';

export const dataErasureRequest: NonNullable<MutationResolvers['dataErasureRequest']> = async (_parent, { input }, ctx) => {
  const opened = await openOnce(ctx, 'ERASURE', input);
  return opened.ok ? { __typename: 'DataErasureRequestSuccess', request: opened.value } : opened.error;
};
