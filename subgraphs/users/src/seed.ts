import {
  DEFAULT_TENANT_POLICIES,
  type SeedAssignment,
  type SeedCompletion,
  type SeedMentoring,
  tenantConfigured,
} from '@academy/contracts';
import { DAY_MS, type Persona, seedId } from '@academy/kernel';
import type { Database, Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { derivedId } from '@academy/platform/ids';
import type { Vault } from '@academy/platform/vault';
import { portfolioItems } from './domain/portfolio.ts';
import { policiesIn, type TenantSettings } from './domain/tenant-settings.ts';
import { CENTRES } from './seed/centres.ts';
import { type FurtherTenant, furtherPeople } from './seed/further-tenant.ts';
import { PEOPLE, type PersonSeed, TENANTS, type TenantSlug } from './seed/people.ts';
import { type Assignment, keepAssignment, PERSONA_OF_DUTY } from './store/assignments.ts';
import { addIdentities } from './store/identity.ts';
import { putPortfolioEntry } from './store/portfolio.ts';
import { addTeachings } from './store/teachings.ts';
import { addTenant } from './store/tenants.ts';
import { centres, personaGrants, users } from './tables/people.ts';

export type { FurtherTenant } from './seed/further-tenant.ts';

/** People of the seed joined this long ago, before any history that seed data tells of them. */
const JOINED_BEFORE_MS = 730 * DAY_MS;

const SETTINGS: Record<TenantSlug, TenantSettings> = {
  raices: { tier: 'PROFESSIONAL', allowedOrigins: ['http://localhost:5173'], limits: {}, policies: DEFAULT_TENANT_POLICIES },
  solaris: { tier: 'STARTER', allowedOrigins: ['https://solaris.example.mx'], limits: {}, policies: DEFAULT_TENANT_POLICIES },
};

/**
 * Both tenants and all their people exist, and the other islands will hear of the tenants' policies. What is there already stays as it is,
 * so that seeding again adds nothing and undoes nobody's change.
 */
export async function seedUsers(database: Database, now: Date, vault: Vault): Promise<void> {
  for (const tenant of TENANTS) {
    await database.inTenant(tenant.id, 'write', async (tx) => {
      await addConfiguredTenant(tx, tenant, SETTINGS[tenant.slug], now);
      await addCentres(tx, tenant, now);
      const people = PEOPLE.filter((person) => person.tenantId === tenant.id);
      await addPeople(tx, vault, tenant.id, people, now);
    });
  }
}

/** The portfolios show what the history tells, and who taught whom is known: run after `seedUsers`, with learners that it made. Seeding again changes nothing. */
export async function seedPortfolios(database: Database, history: readonly SeedCompletion[]): Promise<void> {
  for (const [tenantId, completions] of Map.groupBy(history, (completion) => completion.tenantId)) {
    await database.inTenant(tenantId, 'write', async (tx) => {
      for (const completion of completions) await addToPortfolio(tx, completion);
      const pairs = new Map(completions.map((one) => [`${one.instructorId} ${one.learnerId}`, one]));
      await addTeachings(
        tx,
        [...pairs.values()].map(({ instructorId, learnerId, enrolledAt: since }) => ({
          tenantId,
          instructorId,
          learnerId,
          since,
        })),
      );
    });
  }
}

/** It is known who is assigned to whose case, and who accompanies whom. Run after `seedUsers`. Seeding again changes nothing. */
export async function seedRelations(
  database: Database,
  world: { readonly assignments: readonly SeedAssignment[]; readonly mentorings: readonly SeedMentoring[] },
): Promise<void> {
  const rows: Assignment[] = [
    ...world.assignments.map(({ tenantId, assignmentId: sourceId, personId, duty, candidateId: subjectId }) => {
      return { tenantId, sourceId, personId, persona: PERSONA_OF_DUTY[duty], subjectId, version: 1 };
    }),
    ...world.mentorings.map(({ tenantId, enrollmentId: sourceId, mentorId: personId, learnerId: subjectId }) => {
      return { tenantId, sourceId, personId, persona: 'mentor' as const, subjectId, version: 1 };
    }),
  ];
  for (const [tenantId, ofTenant] of Map.groupBy(rows, (row) => row.tenantId)) {
    await database.inTenant(tenantId, 'write', async (tx) => {
      for (const row of ofTenant) await keepAssignment(tx, row);
    });
  }
}

/** Somebody of the seed, for whoever hands out tokens. */
export type SeedPerson = {
  readonly tenantId: string;
  readonly tenantSlug: string;
  readonly userId: string;
  /** Unique in the tenant, e.g. `alice`. */
  readonly key: string;
  readonly displayName: string;
  readonly personas: readonly Exclude<Persona, 'service'>[];
  /** The evaluation centre that she stands in; null: the academy itself. */
  readonly centreId: string | null;
};

/** Everybody that `seedUsers` makes. */
export function seedPeople(): readonly SeedPerson[] {
  return PEOPLE.map(seedPersonOf);
}

function seedPersonOf({ tenantId, tenantSlug, id, key, displayName, persona, centreId }: PersonSeed): SeedPerson {
  return { tenantId, tenantSlug, userId: id, key, displayName, personas: [persona], centreId };
}

/** The tenant and its people exist afterwards, as those of the seed do, without centres. What is there already stays as it is. Answers its people. */
export async function seedFurtherTenant(
  database: Database,
  further: FurtherTenant,
  options: { now: Date; vault: Vault },
): Promise<readonly SeedPerson[]> {
  const tenant = { id: seedId(`tenant:${further.slug}`), slug: further.slug, name: further.name };
  const people = furtherPeople(further);
  await database.inTenant(tenant.id, 'write', async (tx) => {
    await addConfiguredTenant(tx, tenant, { ...SETTINGS.raices, allowedOrigins: [] }, options.now);
    await addPeople(tx, options.vault, tenant.id, people, options.now);
  });
  return people.map(seedPersonOf);
}

async function addConfiguredTenant(
  tx: Tx,
  { id, slug, name }: { id: string; slug: string; name: string },
  settings: TenantSettings,
  now: Date,
): Promise<void> {
  const isNew = await addTenant(tx, { id, slug, name, status: 'ACTIVE', settings, changedAt: now });
  if (!isNew) return;
  const data = { slug, policies: policiesIn(settings) };
  await emit(tx, tenantConfigured, {
    tenantId: id,
    subject: id,
    occurredAt: now,
    data,
    id: derivedId(id, 'seed/tenant-configured'),
  });
}

async function addCentres(tx: Tx, { id: tenantId, slug }: (typeof TENANTS)[number], now: Date): Promise<void> {
  const createdAt = new Date(now.getTime() - JOINED_BEFORE_MS);
  const rows = CENTRES.filter((centre) => centre.tenantSlug === slug).map(({ id, code, name }) => ({
    tenantId,
    id,
    code,
    name,
    createdAt,
    changedAt: createdAt,
  }));
  await tx.insert(centres).values(rows).onConflictDoNothing();
}

async function addPeople(tx: Tx, vault: Vault, tenantId: string, people: readonly PersonSeed[], now: Date): Promise<void> {
  const joinedAt = new Date(now.getTime() - JOINED_BEFORE_MS);
  const rows = people.map(({ id, displayName, centreId }) => {
    const placements = centreId === null ? 0 : 1;
    return { tenantId, id, displayName, centreId, placements, createdAt: joinedAt, changedAt: joinedAt };
  });
  await tx.insert(users).values(rows).onConflictDoNothing();
  await addIdentities(
    tx,
    vault,
    tenantId,
    people.map(({ id, fullName, email, curp }) => ({ userId: id, fullName, email, curp })),
  );
  await tx
    .insert(personaGrants)
    .values(people.map(({ id, persona }) => ({ tenantId, userId: id, persona, grantedAt: joinedAt })))
    .onConflictDoNothing();
}

/** Certificates of the seed were issued before credentials were signed. */
const UNSIGNED = { credentialUrl: null, competencyCredentialUrl: null };

async function addToPortfolio(tx: Tx, completion: SeedCompletion): Promise<void> {
  const { tenantId, learnerId: userId, certificationId, courseTitle: title, folio: certificateFolio, officialFolio } = completion;
  for (const item of portfolioItems({ title, certificateFolio, officialFolio, ...UNSIGNED })) {
    const isOfficial = item.kind === 'CONOCER_CERTIFICATE';
    const earnedAt = (isOfficial ? completion.officialIssuedAt : null) ?? completion.completedAt;
    await putPortfolioEntry(tx, { ...item, tenantId, userId, certificationId, earnedAt });
  }
}
