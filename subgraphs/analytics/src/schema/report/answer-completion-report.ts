import { Fault, toConnection } from '@academy/kernel';
import { pageOrFault } from '@academy/platform/graphql';
import type { Context } from '../../context.ts';
import { MINIMUM_GROUP_SIZE, ROW_KEY_LENGTH, rowKeyOf, rowsAfter, toReportRow } from '../../domain/completion-report.ts';
import { periodOf } from '../../domain/period.ts';
import { readReport } from '../../store/report.ts';
import type { QuerycompletionReportArgs } from '../types.generated.ts';

const SCOPE = 'completionReport';

/**
 * The completion report of the viewer's tenant as it is now, wherever in the graph it is asked for. Throws BAD_USER_INPUT when there is no such
 * period or page, ANALYTICS_UNAVAILABLE when the facts cannot be read.
 */
export async function answerCompletionReport({ filter, first, after }: Partial<QuerycompletionReportArgs>, ctx: Context) {
  const page = pageOrFault(SCOPE, ROW_KEY_LENGTH, { first, after });
  const period = periodOf(filter ?? {});
  if (!period.ok) throw new Fault('BAD_USER_INPUT', period.error.message);
  const query = { tenantId: ctx.tenantId, period: period.value, courseId: filter?.courseId ?? undefined };
  const { groups, asOf } = await readReport(ctx.db, query);
  const rows = rowsAfter(groups.map(toReportRow), page.after);
  if (!rows.ok) throw new Fault('BAD_USER_INPUT', rows.error.message);
  const { edges, pageInfo } = toConnection(SCOPE, page, rows.value, rowKeyOf);
  return {
    rows: { edges: [...edges], pageInfo },
    dataSource: 'REALTIME' as const,
    asOf,
    minimumGroupSize: MINIMUM_GROUP_SIZE,
  };
}
