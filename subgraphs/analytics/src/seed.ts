import type { SeedCompletion, SeedTenant } from '@academy/contracts';
import { seedId } from '@academy/kernel';
import type { Database } from '@academy/platform/db';
import type { Fact } from './domain/fact.ts';
import { recordFact } from './store/facts.ts';
import { watermarks } from './tables.ts';

/**
 * The facts of the seeded history exist afterwards, as if its events had arrived, and the figures claim to be as of `now`.
 * Repeatable: event ids are derived from what happened, and a watermark that is there already stays where it is.
 */
export async function seedAnalytics(
  database: Database,
  world: { tenants: readonly SeedTenant[]; history: readonly SeedCompletion[]; now: Date },
): Promise<void> {
  for (const tenant of world.tenants) {
    const tenantId = tenant.id;
    await database.inTenant(tenantId, 'write', async (tx) => {
      for (const completion of world.history) {
        if (completion.tenantId !== tenantId) continue;
        for (const { fact, at } of factsOf(completion)) {
          const event = { tenantId, id: seedId(`fact:${fact.kind}:${fact.objectId}`), occurredAt: at.toISOString() };
          await recordFact(tx, event, fact);
        }
      }
      await tx
        .insert(watermarks)
        .values([
          { tenantId, producer: 'courses', countedUntil: world.now },
          { tenantId, producer: 'certification', countedUntil: world.now },
        ])
        .onConflictDoNothing();
    });
  }
}

function factsOf(completion: SeedCompletion): { fact: Fact; at: Date }[] {
  const { courseId, learnerId, enrollmentId, certificateId, certificationId, enrolledAt, completedAt } = completion;
  const whose = { courseId, learnerId };
  return [
    { fact: { ...whose, kind: 'ENROLLMENT_STARTED', objectId: enrollmentId }, at: enrolledAt },
    { fact: { ...whose, kind: 'COURSE_COMPLETED', objectId: enrollmentId }, at: completedAt },
    { fact: { ...whose, kind: 'CERTIFICATE_ISSUED', objectId: certificateId }, at: completedAt },
    ...(completion.officialIssuedAt === null
      ? []
      : [{ fact: { ...whose, kind: 'OFFICIAL_CERTIFICATE_ISSUED' as const, objectId: certificationId }, at: completion.officialIssuedAt }]),
  ];
}
