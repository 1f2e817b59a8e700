import type { MutationResolvers } from '../../../types.generated.ts';
import { openOnce } from '../../open-once.ts';

export const dataExportRequest: NonNullable<MutationResolvers['dataExportRequest']> = async (_parent, { input }, ctx) => {
  const opened = await openOnce(ctx, 'EXPORT', input);
  return opened.ok ? { __typename: 'DataExportRequestSuccess', request: opened.value } : opened.error;
};
