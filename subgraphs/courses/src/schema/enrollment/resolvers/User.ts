import { isUuid, toConnection } from '@academy/kernel';
import { personOf } from '../../person.ts';
import type { UserResolvers } from '../../types.generated.ts';
import { ENROLLMENTS_SCOPE, enrollmentKey, enrollmentsPage } from '../enrollments-page.ts';

export const User: UserResolvers = {
  __resolveReference: ({ id }, { loaders }) => (isUuid(id) ? personOf(id, loaders) : undefined),
  enrollments: async ({ id }, args, ctx) => {
    const page = enrollmentsPage(args);
    const rows = await ctx.loaders.enrollmentsOfLearner.load({ learnerId: id, page });
    for (const row of rows) ctx.loaders.enrollmentById.prime(row.id, row);
    const { edges, pageInfo } = toConnection(ENROLLMENTS_SCOPE, page, rows, enrollmentKey);
    return { edges: [...edges], pageInfo };
  },
};
