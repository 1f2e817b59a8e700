import { Fault, toConnection } from '@academy/kernel';
import { pageOrFault } from '@academy/platform/graphql';
import type { Context } from '../../context.ts';
import { MINIMUM_GROUP_SIZE, ROW_KEY_LENGTH, rowKeyOf, rowsAfter } from '../../domain/completion-report.ts';
import { periodOf } from '../../domain/period.ts';
import { readReport } from '../../store/report.ts';
import type { QuerycompletionReportArgs } from '../types.generated.ts';

const SCOPE = 'completionReport';

/**
 * The completion report of the viewer's tenant, or of the centre that she is the admin of, as it is now, wherever in the graph it is asked for. Throws BAD_USER_INPUT when there is no such
 * period or page, ANALYTICS_UNAVAILABLE when the facts cannot be read.
 */
export async function answerCompletionReport({ filter, first, after }: Partial<QuerycompletionReportArgs>, ctx: Context) {
  const page = pageOrFault(SCOPE, ROW_KEY_LENGTH, { first, after });
  const period = periodOf(filter ?? {});
  if (!period.ok) throw new Fault('BAD_USER_INPUT', period.error.message);
  const { centreId, courseId } = filter ?? {};
  const own = await ctx.loaders.viewerCentre();
  const centre = own ?? (centreId == null ? undefined : { centreId });
  const query = { tenantId: ctx.tenantId, period: period.value, courseId: courseId ?? undefined, centre };
  const report = await readReport(ctx.db, query);
  // A centre's admin who asks for another centre is told of none.
  const isOthers = own !== undefined && centreId != null && centreId !== own.centreId;
  const rows = rowsAfter(isOthers ? [] : report.rows, page.after);
  if (!rows.ok) throw new Fault('BAD_USER_INPUT', rows.error.message);
  const { edges, pageInfo } = toConnection(SCOPE, page, rows.value, rowKeyOf);
  return {
    rows: { edges: [...edges], pageInfo },
    dataSource: 'REALTIME' as const,
    asOf: report.asOf,
    minimumGroupSize: MINIMUM_GROUP_SIZE,
  };
}
