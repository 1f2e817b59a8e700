import { Fault, isUuid } from '@academy/kernel';
import { type RequestDatabase, sqlState, type Tx } from '@academy/platform/db';
import { type ReportRow, toCentreRows, toReportRow } from '../domain/completion-report.ts';
import { centreGroups, courseGroups, type GroupsQuery } from './course-groups.ts';
import { countedUntil } from './watermarks.ts';

/** A completion report as one transaction saw it: a row for each course, in no order. */
export type ReportSource = { readonly rows: readonly ReportRow[]; readonly asOf: Date | null };

/** Of whom a report is: of one evaluation centre (null: the academy itself), or with undefined of the whole tenant. */
export type ReportQuery = GroupsQuery & { readonly centre: { readonly centreId: string | null } | undefined };

/**
 * Reads the rows, none of a course or centre that is not an id, and how far they reach. Rejects with Fault ANALYTICS_UNAVAILABLE, which is worth
 * another try, when the database is away or does not hand out the facts.
 */
export async function readReport(db: RequestDatabase, query: ReportQuery): Promise<ReportSource> {
  const isAnswerable = [query.courseId, query.centre?.centreId].every((id) => id == null || isUuid(id));
  try {
    return await db.read(async (tx) => {
      // The mark first: an event that is counted in between makes the figures newer than they claim to be, never older.
      const asOf = await countedUntil(tx, query.tenantId);
      return { asOf, rows: isAnswerable ? await findRows(tx, query) : [] };
    });
  } catch (thrown) {
    if (!isUnreadable(thrown)) throw thrown;
    throw new Fault('ANALYTICS_UNAVAILABLE', 'The figures cannot be read right now; try again shortly.', {
      cause: thrown,
      isRetryable: true,
    });
  }
}

async function findRows(tx: Tx, query: ReportQuery): Promise<readonly ReportRow[]> {
  if (query.centre === undefined) return (await courseGroups(tx, query)).map(toReportRow);
  return toCentreRows(await centreGroups(tx, query), query.centre.centreId);
}

/** SQLSTATEs of a query that is wrong in itself (data, syntax, names): a bug, not an outage. A right or table that is missing is an operator's. */
const WRONG_QUERY = /^(22|42(?!501|P01)|ERR_)/;

function isUnreadable(thrown: unknown): boolean {
  if (thrown instanceof Fault) return thrown.isRetryable;
  const state = sqlState(thrown);
  return state !== undefined && !WRONG_QUERY.test(state);
}
