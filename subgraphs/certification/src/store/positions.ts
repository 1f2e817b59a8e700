import type { Tx } from '@academy/platform/db';
import { sql } from 'drizzle-orm';

/** Changes that are numbered in one transaction; what is more waits for the next. */
const MOST_AT_ONCE = 5_000;

/** Numbers in the tenant's log by id of the change; those that have none yet are missing. */
export async function positionsOf(tx: Tx, tenantId: string, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.execute<{ id: string; position: string }>(sql`
    select id, position from certification_events
    where tenant_id = ${tenantId} and id = any(${`{${ids.join(',')}}`}::uuid[]) and position is not null`);
  return new Map(rows.map(({ id, position }) => [id, Number(position)]));
}

/**
 * Every committed change of the tenant has its number when the transaction commits (the first 5,000 of them, should there be more): the next
 * ones of the log, in the order in which they were written, which is that of `seq` within a case. Returns how many were numbered now. Only
 * the relay's role may do this; two transactions at once wait for each other, so that no number is given twice and none is left out.
 */
export async function assignPositions(tx: Tx, tenantId: string): Promise<number> {
  await lockPositions(tx, tenantId);
  // What has no event in the outbox any more, or never had one, is older than what has.
  const rows = await tx.execute<{ count: number }>(sql`
    with unnumbered as (
      select change.id,
        row_number() over (order by event.position nulls first, change.occurred_at, change.certification_id, change.seq) as place
      from certification_events change
        left join outbox event on event.tenant_id = change.tenant_id and event.id = change.id
      where change.tenant_id = ${tenantId} and change.position is null
      order by place limit ${MOST_AT_ONCE}
    ), newest as (
      select coalesce(max(position), 0) as position from certification_events where tenant_id = ${tenantId}
    ), numbered as (
      update certification_events change set position = newest.position + unnumbered.place
      from unnumbered, newest where change.tenant_id = ${tenantId} and change.id = unnumbered.id
      returning 1
    )
    select count(*)::int as count from numbered`);
  return rows[0]?.count ?? 0;
}

/** Nobody else gives numbers in the tenant's log until the transaction ends. */
export async function lockPositions(tx: Tx, tenantId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`certification-positions ${tenantId}`}, 0))`);
}
