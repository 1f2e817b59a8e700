import { personPlaced, type SeedPlacement } from '@academy/contracts';
import { and, eq, inArray, lt } from 'drizzle-orm';
import { primaryKey } from 'drizzle-orm/pg-core';
import { integer, tenantId, tenantTable, uuid } from '../db/columns.ts';
import type { Database, Tx } from '../db/database.ts';
import { type Reaction, reaction } from '../events/index.ts';

/**
 * Which evaluation centre each person of a tenant stands in, as users told: this island's copy. An island that keeps one creates the table by a
 * migration of its own. Who has no row was never placed: she stands in the academy itself, as one whose centre is null.
 */
export const personCentres = tenantTable(
  'person_centres',
  {
    tenantId: tenantId(),
    userId: uuid('user_id').notNull(),
    centreId: uuid('centre_id'),
    /** Number of her placements that this row shows. */
    placement: integer('placement').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.userId] })],
);

/** Keeps this island's copy of who stands where. A placement that is older than the one already taken in changes nothing. */
export const personPlacedReaction: Reaction<unknown> = reaction('person-placed', personPlaced, async (tx, { tenantId, data }) => {
  const { userId, centreId, placement } = data;
  await tx
    .insert(personCentres)
    .values({ tenantId, userId, centreId, placement })
    .onConflictDoUpdate({
      target: [personCentres.tenantId, personCentres.userId],
      set: { centreId, placement },
      setWhere: lt(personCentres.placement, placement),
    });
});

/** This island knows of the seed's people who stands where, as if users had told: their first placement. Seeding again changes nothing. */
export async function seedPlacements(database: Database, placements: readonly SeedPlacement[]): Promise<void> {
  for (const [tenantId, ofTenant] of Map.groupBy(placements, (one) => one.tenantId)) {
    await database.inTenant(tenantId, 'write', async (tx) => {
      const rows = ofTenant.map(({ userId, centreId }) => ({ tenantId, userId, centreId, placement: 1 }));
      await tx.insert(personCentres).values(rows).onConflictDoNothing();
    });
  }
}

/** The centres of these people of the open transaction's tenant; one who is not among them stands in the academy itself. */
export async function findCentres(tx: Tx, userIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const rows = await tx
    .select({ userId: personCentres.userId, centreId: personCentres.centreId })
    .from(personCentres)
    .where(inArray(personCentres.userId, [...userIds]));
  return new Map(rows.map(({ userId, centreId }) => [userId, centreId]));
}

/** The centre of one person of the tenant; null: the academy itself. */
export async function findCentreOf(tx: Tx, tenantId: string, userId: string): Promise<string | null> {
  const [row] = await tx
    .select({ centreId: personCentres.centreId })
    .from(personCentres)
    .where(and(eq(personCentres.tenantId, tenantId), eq(personCentres.userId, userId)));
  return row?.centreId ?? null;
}
