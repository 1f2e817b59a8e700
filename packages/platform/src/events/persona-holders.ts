import { personaGranted, personaRevoked, type SeedHolder } from '@academy/contracts';
import type { Persona } from '@academy/kernel';
import { and, eq, lte } from 'drizzle-orm';
import type { Database, Tx } from '../db/database.ts';
import { personaHolders } from '../db/platform-tables.ts';
import { type Reaction, reaction } from './consumer.ts';

type PersonaHolding = typeof personaHolders.$inferInsert;

/** Keeps this island's copy of who may act under which persona. An event from before the one already taken in changes nothing. */
export const personaHolderReactions: readonly Reaction<unknown>[] = [
  reaction('persona-granted', personaGranted, (tx, { tenantId, data, occurredAt }) =>
    keepHolding(tx, {
      tenantId,
      personId: data.userId,
      persona: data.persona,
      isHeld: true,
      changedAt: new Date(occurredAt),
    }),
  ),
  reaction('persona-revoked', personaRevoked, (tx, { tenantId, data, occurredAt }) =>
    keepHolding(tx, {
      tenantId,
      personId: data.userId,
      persona: data.persona,
      isHeld: false,
      changedAt: new Date(occurredAt),
    }),
  ),
];

/** It is known, unless something newer is known already. */
async function keepHolding(tx: Tx, holding: PersonaHolding): Promise<void> {
  const { isHeld, changedAt } = holding;
  await tx
    .insert(personaHolders)
    .values(holding)
    .onConflictDoUpdate({
      target: [personaHolders.tenantId, personaHolders.personId, personaHolders.persona],
      set: { isHeld, changedAt },
      setWhere: lte(personaHolders.changedAt, changedAt),
    });
}

/** Whether this island knows that the person may act under the persona; the row stays as it is until the transaction ends. */
export async function holdsPersona(tx: Tx, tenantId: string, personId: string, persona: Persona): Promise<boolean> {
  const [row] = await tx
    .select({ isHeld: personaHolders.isHeld })
    .from(personaHolders)
    .where(and(eq(personaHolders.tenantId, tenantId), eq(personaHolders.personId, personId), eq(personaHolders.persona, persona)))
    .for('share');
  return row?.isHeld === true;
}

/** Seed data: what an island would have been told of these people by now. What is known already stays as it is. */
export async function seedPersonaHolders(database: Database, holders: readonly SeedHolder[]): Promise<void> {
  for (const [tenantId, ofTenant] of Map.groupBy(holders, (holder) => holder.tenantId)) {
    const rows = ofTenant.map(({ personId, persona, since: changedAt }) => ({
      tenantId,
      personId,
      persona,
      isHeld: true,
      changedAt,
    }));
    await database.inTenant(tenantId, 'write', (tx) => tx.insert(personaHolders).values(rows).onConflictDoNothing());
  }
}
