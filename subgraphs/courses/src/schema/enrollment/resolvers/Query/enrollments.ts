import { Fault, toConnection } from '@academy/kernel';
import { listedTo } from '../../../../domain/viewing.ts';
import { enrollmentsListed } from '../../../../store/enrollments.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { ENROLLMENTS_SCOPE, enrollmentKey, enrollmentsPage } from '../../enrollments-page.ts';

export const enrollments: NonNullable<QueryResolvers['enrollments']> = async (_parent, args, ctx) => {
  const page = enrollmentsPage(args);
  const listed = listedTo(ctx.principal, await ctx.loaders.viewerCentre());
  if (listed === undefined) throw new Fault('FORBIDDEN', 'Evaluators see no training.');
  const rows = await ctx.loaders.seen(await ctx.db.read((tx) => enrollmentsListed(tx, listed, page)));
  for (const row of rows) ctx.loaders.enrollmentById.prime(row.id, row);
  const { edges, pageInfo } = toConnection(ENROLLMENTS_SCOPE, page, rows, enrollmentKey);
  return { edges: [...edges], pageInfo };
};
