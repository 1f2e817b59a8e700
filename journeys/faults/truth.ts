import type { Database } from '@academy/platform/db';
import type { TenantSlug } from '@academy/testing/people';
import { certificationFeedName } from './feeds.ts';
import type { History } from './history.ts';

type Row = {
  certification_id: string;
  seq: number;
  previous_status: string | null;
  status: string;
  hold: string | null;
  occurred_at: string;
};

/** Number of the newest entry of each of these certifications. */
export async function newestNumbers(admin: Database, certificationIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await admin.pool<{ certification_id: string; seq: number }[]>`
    select certification_id, max(seq) as seq from certification_events
    where certification_id in ${admin.pool(certificationIds)} group by certification_id`;
  return new Map(rows.map((row) => [certificationFeedName(row.certification_id), row.seq]));
}

/** Adds to the history what the log in PostgreSQL says of these certifications, oldest first. */
export async function addTruth(
  admin: Database,
  certifications: readonly { readonly id: string; readonly tenant: TenantSlug }[],
  history: History,
): Promise<number> {
  const tenants = new Map(certifications.map(({ id, tenant }) => [id, tenant]));
  const rows = await admin.pool<Row[]>`
    select certification_id, seq, previous_status, status, hold, occurred_at from certification_events
    where certification_id in ${admin.pool([...tenants.keys()])} order by certification_id, seq`;
  let expected = { id: '', seq: 0 };
  for (const row of rows) {
    const { certification_id: id, seq } = row;
    expected = expected.id === id ? { id, seq: expected.seq + 1 } : { id, seq: 1 };
    if (seq !== expected.seq) history.add({ op: 'broke', what: `entry ${expected.seq} of ${id} is missing in the log` });
    const at = new Date(row.occurred_at).getTime();
    history.add({
      at,
      op: 'happened',
      feed: certificationFeedName(id),
      tenant: tenants.get(id) ?? '',
      number: seq,
      content: {
        previousStatus: row.previous_status,
        status: row.status,
        hold: row.hold,
        occurredAt: at,
        certificationId: id,
      },
    });
  }
  return rows.length;
}
