import { Fault } from '@academy/kernel';
import { type RequestDatabase, sqlState } from '@academy/platform/db';
import type { CourseGroups } from '../domain/completion-report.ts';
import type { Period } from '../domain/period.ts';
import { courseGroups } from './course-groups.ts';
import { countedUntil } from './watermarks.ts';

/** What a completion report is made of, as one transaction saw it. */
export type ReportSource = { readonly groups: readonly CourseGroups[]; readonly asOf: Date | null };

/** Reads the groups and how far they reach. Rejects with Fault ANALYTICS_UNAVAILABLE, which is worth another try, when the database does not answer. */
export async function readReport(
  db: RequestDatabase,
  query: { tenantId: string; period: Period; courseId: string | undefined },
): Promise<ReportSource> {
  try {
    return await db.read(async (tx) => {
      // The mark first: an event that is counted in between makes the figures newer than they claim to be, never older.
      const asOf = await countedUntil(tx, query.tenantId);
      return { asOf, groups: await courseGroups(tx, query) };
    });
  } catch (thrown) {
    const isOutage = (thrown instanceof Fault && thrown.isRetryable) || sqlState(thrown) !== undefined;
    if (!isOutage) throw thrown;
    throw new Fault('ANALYTICS_UNAVAILABLE', 'The figures cannot be read right now; try again shortly.', {
      cause: thrown,
      isRetryable: true,
    });
  }
}
