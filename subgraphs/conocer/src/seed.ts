import type { SeedAccreditation, SeedAssignment, SeedHolder, SeedPlacement, SeedTenant } from '@academy/contracts';
import { seedPlacements } from '@academy/platform/centres';
import type { Database } from '@academy/platform/db';
import { seedPersonaHolders } from '@academy/platform/events';
import { follow } from './jobs/follow-register.ts';
import { IMPACT_PROFILES, impactInputsOf } from './seed/impact-evidence.ts';
import { SAMPLE_INSTRUMENTS } from './seed/sample-instruments.ts';
import { STANDARDS } from './seed/standards.ts';
import { seedAccreditations } from './store/accreditations.ts';
import { alignCourse } from './store/alignments.ts';
import { keepCaseAssignment } from './store/case-assignments.ts';
import { addImpactInputs } from './store/impact-evidence.ts';
import { keepInstruments } from './store/instruments.ts';
import { addStandards, findStandardByCode } from './store/standards.ts';

/** What this island must know of a seeded world. */
export type ConocerWorld = {
  readonly tenants: readonly SeedTenant[];
  readonly courses: readonly {
    readonly tenantId: string;
    readonly id: string;
    readonly slug: string;
    readonly standardCode: string | null;
  }[];
  readonly assignments?: readonly SeedAssignment[];
  readonly placements?: readonly SeedPlacement[];
  readonly holders?: readonly SeedHolder[];
  readonly accreditations?: readonly SeedAccreditation[];
  readonly now: Date;
};

/**
 * The register's standards are known afterwards, each course is aligned to its standard, and what is known of its impact is recorded, and who is assigned
 * to which case, stands in which centre, and is accredited for what. Seeding twice changes nothing.
 */
export async function seedConocer(database: Database, world: ConocerWorld): Promise<void> {
  await seedPlacements(database, world.placements ?? []);
  await seedPersonaHolders(database, world.holders ?? []);
  for (const tenant of world.tenants) {
    await database.inTenant(tenant.id, 'write', async (tx) => {
      await addStandards(tx, STANDARDS);
      await keepInstruments(tx, SAMPLE_INSTRUMENTS, world.now);
      await follow(tx, tenant.id, world.now);
      for (const course of world.courses.filter(({ tenantId }) => tenantId === tenant.id)) {
        const { id: courseId, slug, standardCode } = course;
        const standard = standardCode === null ? undefined : await findStandardByCode(tx, standardCode);
        await alignCourse(tx, { tenantId: tenant.id, courseId, standardCode: standard?.code ?? null, alignedAt: world.now });
        const profile = IMPACT_PROFILES.find(({ courseSlug }) => courseSlug === slug);
        if (profile === undefined) continue;
        const inputs = impactInputsOf(tenant.slug, profile);
        await addImpactInputs(tx, { tenantId: tenant.id, courseId, inputs, observedAt: world.now });
      }
      for (const one of (world.assignments ?? []).filter(({ tenantId }) => tenantId === tenant.id)) {
        const { tenantId, assignmentId: id, certificationId, personId, duty } = one;
        await keepCaseAssignment(tx, { tenantId, id, certificationId, personId, duty, isEnded: false, version: 1 });
      }
      await seedAccreditations(
        tx,
        (world.accreditations ?? []).filter(({ tenantId }) => tenantId === tenant.id),
      );
    });
  }
}
