import type { QueryResolvers } from '../../../types.generated.ts';
import { visibleRequest } from '../../visible-request.ts';

export const dataRequest: NonNullable<QueryResolvers['dataRequest']> = async (_parent, { id }, ctx) =>
  (await visibleRequest(id, ctx)) ?? null;
