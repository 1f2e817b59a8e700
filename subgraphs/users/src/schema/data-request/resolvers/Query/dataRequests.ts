import { answersRequests } from '../../../../domain/request-visibility.ts';
import { findDataRequestPage } from '../../../../store/data-requests.ts';
import { actorOf } from '../../../actor.ts';
import { newestFirstConnection, newestFirstPage } from '../../../newest-first.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

const SCOPE = 'dataRequests';

export const dataRequests: NonNullable<QueryResolvers['dataRequests']> = async (_parent, args, ctx) => {
  const page = newestFirstPage(SCOPE, args);
  const { tenantId, userId } = actorOf(ctx.principal);
  const subjectId = answersRequests(ctx.principal) ? undefined : userId;
  const filter = { tenantId, subjectId, status: args.status ?? undefined };
  const rows = await ctx.db.read((tx) => findDataRequestPage(tx, filter, page));
  return newestFirstConnection(SCOPE, page, rows, (row) => row.openedAt);
};
