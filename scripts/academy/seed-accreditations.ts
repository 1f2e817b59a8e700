import type { SeedAccreditation } from '@academy/contracts';
import { cedulaEndOf, DAY_MS, localDateOf, seedId } from '@academy/kernel';
import type { seedPeople } from '@academy/users/seed';

type Person = ReturnType<typeof seedPeople>[number];

/** Long before anything that the seed tells of. */
const CERTIFIED_BEFORE_MS = 730 * DAY_MS;

/**
 * What the evaluators of the seed are accredited by, recorded by their tenant's certifier: EC0076, and a cédula of today for every standard that a course of
 * their tenant is aligned to. The certifier is found by persona; a tenant without one has no accredited evaluator.
 */
export function seedAccreditations(
  people: readonly Person[],
  courses: readonly { readonly tenantId: string; readonly standardCode: string | null }[],
  now: Date,
): SeedAccreditation[] {
  return people.flatMap((person) => {
    const { tenantId, userId: personId } = person;
    const certifier = people.find((one) => one.tenantId === tenantId && one.personas.includes('certifier'));
    if (!person.personas.includes('evaluator') || certifier === undefined) return [];
    const recorded = { tenantId, personId, recordedBy: certifier.userId, recordedAt: now };
    const folioOf = (name: string) => `SEED-${seedId(name).slice(0, 8).toUpperCase()}`;
    const certifiedOn = localDateOf(new Date(now.getTime() - CERTIFIED_BEFORE_MS));
    const ec0076: SeedAccreditation = {
      ...recorded,
      accreditationId: seedId(`accreditation:${personId}:EC0076`),
      kind: 'EC0076',
      standardMajor: null,
      folio: folioOf(`accreditation-folio:${personId}:EC0076`),
      issuedOn: certifiedOn,
      validThrough: null,
    };
    const issuedOn = localDateOf(now);
    const cedulas = majorsOf(tenantId, courses).map(
      (standardMajor): SeedAccreditation => ({
        ...recorded,
        accreditationId: seedId(`accreditation:${personId}:${standardMajor}`),
        kind: 'CEDULA',
        standardMajor,
        folio: folioOf(`accreditation-folio:${personId}:${standardMajor}`),
        issuedOn,
        validThrough: cedulaEndOf(issuedOn),
      }),
    );
    return [ec0076, ...cedulas];
  });
}

function majorsOf(tenantId: string, courses: readonly { tenantId: string; standardCode: string | null }[]): string[] {
  const codes = courses.flatMap((one) => (one.tenantId === tenantId && one.standardCode !== null ? [one.standardCode] : []));
  return [...new Set(codes.map((code) => code.replace(/\.\d+$/, '')))];
}
