import { deadLetters, type Tx } from '@academy/platform/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { COUNTED_PRODUCERS, type CountedProducer } from '../domain/fact.ts';
import { watermarks } from '../tables.ts';

/** The island's events are counted up to this one afterwards; a late event does not take the mark back. `occurredAt`: RFC 3339. */
export async function moveWatermark(
  tx: Tx,
  producer: CountedProducer,
  event: { tenantId: string; occurredAt: string },
): Promise<void> {
  await tx
    .insert(watermarks)
    .values({ tenantId: event.tenantId, producer, countedUntil: new Date(event.occurredAt) })
    .onConflictDoUpdate({
      target: [watermarks.tenantId, watermarks.producer],
      set: { countedUntil: sql`greatest(${watermarks.countedUntil}, excluded.counted_until)` },
    });
}

/**
 * The instant up to which events are counted, whichever island they came from: the least advanced watermark, or the oldest event that was
 * buried and waits for a person, if that is earlier. Null until every island has been heard of: what is not known of one may be any age.
 */
export async function countedUntil(tx: Tx, tenantId: string): Promise<Date | null> {
  const oldestBuried = tx
    .select({ at: sql`min((${deadLetters.payload} -> 'event' ->> 'occurredAt')::timestamptz)` })
    .from(deadLetters)
    .where(
      and(eq(deadLetters.tenantId, tenantId), isNull(deadLetters.resolvedAt), sql`starts_with(${deadLetters.source}, 'event:')`),
    );
  const [row] = await tx
    .select({
      heardOf: sql<number>`count(*)::int`,
      until: sql<Date | null>`least(min(${watermarks.countedUntil}), (${oldestBuried}))`.mapWith(watermarks.countedUntil),
    })
    .from(watermarks)
    .where(eq(watermarks.tenantId, tenantId));
  return row?.heardOf === COUNTED_PRODUCERS.length ? row.until : null;
}
