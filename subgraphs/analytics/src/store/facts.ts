import type { Tx } from '@academy/platform/db';
import { and, eq, inArray } from 'drizzle-orm';
import type { Fact } from '../domain/fact.ts';
import { facts } from '../tables.ts';

/** What a fact is taken from; `occurredAt` is RFC 3339. */
export type FactSource = { readonly tenantId: string; readonly id: string; readonly occurredAt: string };

/** The fact is stored under its event, once, however often that is tried. */
export async function recordFact(tx: Tx, event: FactSource, fact: Fact): Promise<void> {
  await recordFacts(tx, [{ event, fact }]);
}

/** Each fact is stored under its event, once. */
export async function recordFacts(
  tx: Tx,
  entries: readonly { readonly event: FactSource; readonly fact: Fact }[],
): Promise<void> {
  if (entries.length === 0) return;
  await tx
    .insert(facts)
    .values(
      entries.map(({ event, fact }) => ({
        ...fact,
        tenantId: event.tenantId,
        eventId: event.id,
        occurredAt: new Date(event.occurredAt),
      })),
    )
    .onConflictDoNothing();
}

/** Those of the events that a fact is stored under, whatever time it bears. */
export async function knownEventIds(tx: Tx, tenantId: string, eventIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ eventId: facts.eventId })
    .from(facts)
    .where(and(eq(facts.tenantId, tenantId), inArray(facts.eventId, [...eventIds])));
  return new Set(rows.map((row) => row.eventId));
}
