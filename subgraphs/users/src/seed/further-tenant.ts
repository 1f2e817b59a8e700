import type { Persona } from '@academy/kernel';
import { learnerHolder } from './learners.ts';
import { type PersonSeed, seedPerson } from './people.ts';

/** A tenant beside those of the seed, for runs and benchmarks that need one, or more people. Its slug and its people's keys give their ids, as in the seed. */
export type FurtherTenant = {
  readonly slug: string;
  readonly name: string;
  /** Who is there besides the learners, by key; nobody of theirs is a learner. */
  readonly staff: Readonly<Record<string, Exclude<Persona, 'service' | 'learner'>>>;
  /** `learner-01` and so on, at most 3,000. */
  readonly learners: number;
};

/** Those whom the seed's own learners and staff leave room for: no two people of all tenants share a CURP. */
const FIRST_NUMBER = 100;

/** Everybody of the tenant. */
export function furtherPeople({ slug, staff, learners }: FurtherTenant): PersonSeed[] {
  const keys = Array.from({ length: learners }, (_, index) => `learner-${String(index + 1).padStart(2, '0')}`);
  const all = [...Object.entries(staff), ...keys.map((key) => [key, 'learner'] as const)];
  return all.map(([key, persona], index) => seedPerson(slug, [key, persona, learnerHolder(FIRST_NUMBER + index)]));
}
