import type { Persona, Principal } from '@academy/kernel';
import { openTestIsland, type TestIsland } from '@academy/testing/island';
import { person } from '@academy/testing/people';
import { defaultUsersSettings, type UsersSettings } from '../src/config.ts';
import { personOf, type TenantSlug } from '../src/seed/people.ts';
import { seedUsers } from '../src/seed.ts';
import { defineUsers } from '../src/subgraph.ts';
import type { Services } from '../src/worker-context.ts';

/** Before the test clock's start. */
export const SEEDED_AT = new Date('2026-03-01T12:00:00.000Z');

/** The island with its seed, on a database of its own. */
export function openUsers(settings: UsersSettings = defaultUsersSettings): Promise<TestIsland<Services>> {
  return openTestIsland(defineUsers(settings), {
    seed: { name: 'people', fill: (database, vault) => seedUsers(database, SEEDED_AT, vault) },
  });
}

/** Somebody of the seed, acting under her own persona. */
export function seeded(slug: TenantSlug, key: string): Principal & { kind: 'user' } {
  return person(slug, key, personOf(slug, key).persona);
}

/** One key of raices for each persona that a person can hold. */
export const RAICES_BY_PERSONA: Readonly<Record<Exclude<Persona, 'service'>, string>> = {
  learner: 'alice',
  instructor: 'ines',
  mentor: 'mateo',
  evaluator: 'bruno',
  verifier: 'violeta',
  certifier: 'celia',
  centre_admin: 'noe',
  analyst: 'ana',
  auditor: 'aurelio',
  employer: 'emma',
  privacy_officer: 'pilar',
  admin: 'carla',
  super_admin: 'sara',
};
