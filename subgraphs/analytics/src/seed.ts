import type { SeedCompletion, SeedPlacement, SeedTenant } from '@academy/contracts';
import { seedId } from '@academy/kernel';
import { seedPlacements } from '@academy/platform/centres';
import type { Database } from '@academy/platform/db';
import { countFacts } from './count-facts.ts';
import { COUNTED_PRODUCERS, type Fact } from './domain/fact.ts';
import { knownEventIds } from './store/facts.ts';
import { watermarks } from './tables.ts';

/**
 * The facts of the seeded history, and who stands in which centre, exist afterwards, as if its events had arrived, and the figures claim to reach up to `now`.
 * They are the report's first version.
 * Repeatable, also at another time: event ids are derived from what happened, a fact that is there already keeps its time, and a
 * watermark its place.
 */
export async function seedAnalytics(
  database: Database,
  world: { tenants: readonly SeedTenant[]; history: readonly SeedCompletion[]; placements?: readonly SeedPlacement[]; now: Date },
): Promise<void> {
  await seedPlacements(database, world.placements ?? []);
  for (const { id: tenantId } of world.tenants) {
    const past = world.history.filter((completion) => completion.tenantId === tenantId).flatMap(pastFacts);
    await database.inTenant(tenantId, 'write', async (tx) => {
      // Before the facts are looked at: whoever seeds at the same time waits here, and then sees them.
      await tx
        .insert(watermarks)
        .values(COUNTED_PRODUCERS.map((producer) => ({ tenantId, producer, countedUntil: world.now })))
        .onConflictDoNothing();
      const eventIds = past.map(({ event }) => event.id);
      const known = await knownEventIds(tx, tenantId, eventIds);
      const added = past.filter(({ event }) => !known.has(event.id));
      await countFacts(tx, tenantId, added, world.now);
    });
  }
}

function pastFacts(completion: SeedCompletion): Parameters<typeof countFacts>[2] {
  const { courseId, learnerId, enrollmentId, certificateId, certificationId } = completion;
  const { enrolledAt, completedAt, officialIssuedAt } = completion;
  const past = (kind: Exclude<Fact['kind'], 'CERTIFICATE_REVOKED'>, objectId: string, at: Date) => ({
    event: { id: seedId(`fact:${kind}:${objectId}`), occurredAt: at.toISOString() },
    fact: { kind, courseId, learnerId, objectId },
  });
  return [
    past('ENROLLMENT_STARTED', enrollmentId, enrolledAt),
    past('COURSE_COMPLETED', enrollmentId, completedAt),
    past('CERTIFICATE_ISSUED', certificateId, completedAt),
    ...(officialIssuedAt === null ? [] : [past('OFFICIAL_CERTIFICATE_ISSUED', certificationId, officialIssuedAt)]),
  ];
}
