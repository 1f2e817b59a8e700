import { type LiveReport, reportUpdated } from '@academy/contracts';
import { outbox, type Tx } from '@academy/platform/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { reportVersions } from '../tables.ts';

/** Which state of its facts a report shows, and since when. */
export type ReportVersionRow = Pick<typeof reportVersions.$inferSelect, 'version' | 'changedAt'>;

/** The report has the next version, from 1; nobody else raises or tells it until the transaction ends. */
export async function raiseReportVersion(
  tx: Tx,
  { tenantId, report, now }: { tenantId: string; report: LiveReport; now: Date },
): Promise<void> {
  await tx
    .insert(reportVersions)
    .values({ tenantId, report, version: 1, changedAt: now })
    .onConflictDoUpdate({
      target: [reportVersions.tenantId, reportVersions.report],
      set: {
        version: sql`${reportVersions.version} + 1`,
        changedAt: sql`greatest(${reportVersions.changedAt}, excluded.changed_at)`,
      },
    });
}

/** The version that the report has; undefined when nothing was ever counted for it. */
export async function findReportVersion(tx: Tx, tenantId: string, report: LiveReport): Promise<ReportVersionRow | undefined> {
  const [row] = await select(tx, tenantId, report);
  return row;
}

/** The same, and nobody raises or tells it until the transaction ends. */
export async function lockReportVersion(tx: Tx, tenantId: string, report: LiveReport): Promise<ReportVersionRow | undefined> {
  const [row] = await select(tx, tenantId, report).for('update');
  return row;
}

/** Whether an update of the report lies in the outbox that the relay has not published. */
export async function hasUnpublishedUpdate(tx: Tx, tenantId: string, report: LiveReport): Promise<boolean> {
  const rows = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        isNull(outbox.publishedAt),
        eq(outbox.tenantId, tenantId),
        eq(outbox.type, reportUpdated.type),
        eq(outbox.subject, report),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

function select(tx: Tx, tenantId: string, report: LiveReport) {
  return tx
    .select({ version: reportVersions.version, changedAt: reportVersions.changedAt })
    .from(reportVersions)
    .where(and(eq(reportVersions.tenantId, tenantId), eq(reportVersions.report, report)));
}
