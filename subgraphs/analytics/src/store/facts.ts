import type { Tx } from '@academy/platform/db';
import type { Fact } from '../domain/fact.ts';
import { facts } from '../tables.ts';

/** The fact is stored under its event, once, however often that is tried. `occurredAt` is the event's own, RFC 3339. */
export async function recordFact(tx: Tx, event: { tenantId: string; id: string; occurredAt: string }, fact: Fact): Promise<void> {
  await tx
    .insert(facts)
    .values({ ...fact, tenantId: event.tenantId, eventId: event.id, occurredAt: new Date(event.occurredAt) })
    .onConflictDoNothing();
}
