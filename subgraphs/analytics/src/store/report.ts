import { Fault, isUuid } from '@academy/kernel';
import { type RequestDatabase, sqlState } from '@academy/platform/db';
import type { CourseGroups } from '../domain/completion-report.ts';
import type { Period } from '../domain/period.ts';
import { courseGroups } from './course-groups.ts';
import { countedUntil } from './watermarks.ts';

/** What a completion report is made of, as one transaction saw it. */
export type ReportSource = { readonly groups: readonly CourseGroups[]; readonly asOf: Date | null };

/**
 * Reads the groups, none of a course that is not an id, and how far they reach. Rejects with Fault ANALYTICS_UNAVAILABLE, which is worth
 * another try, when the database is away or does not hand out the facts.
 */
export async function readReport(
  db: RequestDatabase,
  query: { tenantId: string; period: Period; courseId: string | undefined },
): Promise<ReportSource> {
  const isAnswerable = query.courseId === undefined || isUuid(query.courseId);
  try {
    return await db.read(async (tx) => {
      // The mark first: an event that is counted in between makes the figures newer than they claim to be, never older.
      const asOf = await countedUntil(tx, query.tenantId);
      return { asOf, groups: isAnswerable ? await courseGroups(tx, query) : [] };
    });
  } catch (thrown) {
    if (!isUnreadable(thrown)) throw thrown;
    throw new Fault('ANALYTICS_UNAVAILABLE', 'The figures cannot be read right now; try again shortly.', {
      cause: thrown,
      isRetryable: true,
    });
  }
}

/** SQLSTATEs of a query that is wrong in itself (data, syntax, names): a bug, not an outage. A right or table that is missing is an operator's. */
const WRONG_QUERY = /^(22|42(?!501|P01)|ERR_)/;

function isUnreadable(thrown: unknown): boolean {
  if (thrown instanceof Fault) return thrown.isRetryable;
  const state = sqlState(thrown);
  return state !== undefined && !WRONG_QUERY.test(state);
}
