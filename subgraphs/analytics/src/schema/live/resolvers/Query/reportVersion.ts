import { findReportVersion } from '../../../../store/report-versions.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const reportVersion: NonNullable<QueryResolvers['reportVersion']> = async (_parent, { report }, ctx) =>
  (await ctx.db.read((tx) => findReportVersion(tx, ctx.tenantId, report))) ?? { version: 0, changedAt: null };
