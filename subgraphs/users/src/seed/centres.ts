import { seedId } from '@academy/kernel';

/** An evaluation centre of the seed; `key` is unique in the tenant. */
export type CentreSeed = {
  readonly id: string;
  readonly tenantSlug: string;
  readonly key: string;
  readonly code: string;
  readonly name: string;
};

/** Two in each tenant. Names and codes are invented. */
export const CENTRES: readonly CentreSeed[] = [
  centre('raices', 'cholula', 'CE9001-OC901-25', 'Centro de Evaluación Cholula'),
  centre('raices', 'xalapa', 'CE9002-OC901-25', 'Centro de Evaluación Xalapa'),
  centre('solaris', 'hermosillo', 'CE9101-ECE902-26', 'Centro de Evaluación Hermosillo'),
  centre('solaris', 'la-paz', 'CE9102-ECE902-26', 'Centro de Evaluación La Paz'),
];

/** Who stands in the first and in the second centre of a tenant, besides the learners without a story of their own. */
const STAFF: Readonly<Record<string, readonly [first: readonly string[], second: readonly string[]]>> = {
  raices: [['noe', 'alice', 'bruno'], ['violeta']],
  solaris: [['nadia', 'diego', 'elena'], ['valeria']],
};

/**
 * The centre that somebody of the seed stands in; null: the academy itself. Learners stand in the first, the second and the academy in turn, as they
 * take courses in turn: so each of the three has a course of ten learners to itself, which a report may show.
 */
export function seedCentreOf(tenantSlug: string, key: string): string | null {
  const centres = CENTRES.filter((one) => one.tenantSlug === tenantSlug);
  const [, number] = /^learner-(\d+)$/.exec(key) ?? [];
  const index = number === undefined ? STAFF[tenantSlug]?.findIndex((keys) => keys.includes(key)) : (Number(number) - 1) % 3;
  return (index === undefined ? undefined : centres[index]?.id) ?? null;
}

function centre(tenantSlug: string, key: string, code: string, name: string): CentreSeed {
  return { id: seedId(`centre:${tenantSlug}:${key}`), tenantSlug, key, code, name };
}
