import type { Tx } from '@academy/platform/db';
import { sql } from 'drizzle-orm';

/**
 * The changes that these events tell of are numbered in their tenants' logs when the transaction commits (5,000 of a tenant at once): the next
 * numbers, in the order in which the changes were written, which is that of `seq` within a case. What was published without a number, or never
 * told, goes before them. Answers by id of the event the number that it had before; null when it has it from now on or later; nothing when it is
 * not a change. Only the relay's role may do this.
 */
export async function numberChanges(
  tx: Tx,
  events: readonly { readonly tenantId: string; readonly id: string }[],
): Promise<Map<string, number | null>> {
  const rows = await tx.execute<{ id: string; position: string | null; is_committed: boolean }>(sql`
    select event_id as id, event_position as position, is_committed
    from number_changes(${listOf(events.map((event) => event.tenantId))}::uuid[], ${listOf(events.map((event) => event.id))}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.is_committed ? Number(row.position) : null]));
}

/** Nobody else gives numbers in the tenant's log until the transaction ends; `number_changes` waits in the same way. */
export async function lockPositions(tx: Tx, tenantId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`certification-positions ${tenantId}`}, 0))`);
}

/** Ids as PostgreSQL writes an array: one parameter, however many they are. */
function listOf(ids: readonly string[]): string {
  return `{${ids.join(',')}}`;
}
