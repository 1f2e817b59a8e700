import { type Curp, type CurpHolder, curpFor, type Persona, seedId } from '@academy/kernel';
import { seedCentreOf } from './centres.ts';
import { LEARNERS_PER_TENANT, learnerHolder } from './learners.ts';

/** The two tenants of the seed; the slug is also the subdomain. */
export const TENANTS = [
  { id: seedId('tenant:raices'), slug: 'raices', name: 'Academia Raíces' },
  { id: seedId('tenant:solaris'), slug: 'solaris', name: 'Centro Solaris' },
] as const;

export type TenantSlug = (typeof TENANTS)[number]['slug'];

/** A person of one tenant, invented. `key` is unique in the tenant: a first name for staff, `learner-01` to `learner-30` for others. */
export type PersonSeed = {
  readonly id: string;
  readonly tenantId: string;
  readonly tenantSlug: string;
  readonly key: string;
  /** Persona or duty that the person may act under; a service is no person. */
  readonly persona: Exclude<Persona, 'service'>;
  /** Full legal name, as a certificate bears it. */
  readonly fullName: string;
  readonly displayName: string;
  readonly email: string;
  readonly curp: Curp;
  /** The evaluation centre that the person stands in; null: the academy itself. */
  readonly centreId: string | null;
};

type Staff = readonly [key: string, persona: PersonSeed['persona'], holder: CurpHolder];

// biome-ignore format: one person a line.
const RAICES: readonly Staff[] = [
  ['alice', 'learner', holder('Alicia', 'Robles', 'Cárdenas', '1994-03-12', 'M', 'PL')],
  ['bruno', 'evaluator', holder('Bruno', 'Iturbide', 'Lara', '1981-11-05', 'H', 'DF')],
  ['carla', 'admin', holder('Carla', 'Montaño', 'Ríos', '1978-07-23', 'M', 'OC')],
  ['ines', 'instructor', holder('Inés', 'Quiroz', 'Beltrán', '1985-01-30', 'M', 'VZ')],
  ['mateo', 'mentor', holder('Mateo', 'Xicale', 'Torres', '1990-09-17', 'H', 'PL')],
  ['violeta', 'verifier', holder('Violeta', 'Arreola', 'Sandoval', '1976-05-08', 'M', 'JC')],
  ['celia', 'certifier', holder('Celia', 'Bautista', 'Meléndez', '1972-12-19', 'M', 'HG')],
  ['cosme', 'certifier', holder('Cosme', 'Del Río', 'Zamudio', '1969-04-02', 'H', 'MN')],
  ['noe', 'centre_admin', holder('Noé', 'Pacheco', 'Uribe', '1987-08-14', 'H', 'QT')],
  ['ana', 'analyst', holder('Ana Sofía', 'Galindo', 'Prado', '1992-02-27', 'M', 'NL')],
  ['aurelio', 'auditor', holder('Aurelio', 'Santillán', 'Vega', '1965-10-11', 'H', 'GT')],
  ['emma', 'employer', holder('Emma', 'Olvera', 'Castañeda', '1983-06-21', 'M', 'DF')],
  ['pilar', 'privacy_officer', holder('María del Pilar', 'Ceniceros', 'Luna', '1979-03-03', 'M', 'ZS')],
  // Runs the platform; her home tenant is where her account is kept.
  ['sara', 'super_admin', holder('Sara', 'Escamilla', 'Duarte', '1980-09-09', 'M', 'DF')],
];

// biome-ignore format: one person a line.
const SOLARIS: readonly Staff[] = [
  ['diego', 'learner', holder('Diego', 'Balam', 'Canché', '1997-06-18', 'H', 'YN')],
  ['elena', 'evaluator', holder('Elena', 'Figueroa', 'Ochoa', '1984-02-06', 'M', 'SR')],
  ['fabian', 'admin', holder('Fabián', 'Lozano', 'Trejo', '1975-12-01', 'H', 'CH')],
  ['irene', 'instructor', holder('Irene', 'Maldonado', 'Sáenz', '1988-04-25', 'M', 'DG')],
  ['martin', 'mentor', holder('Martín', 'Nájera', 'Cota', '1991-07-07', 'H', 'BS')],
  ['valeria', 'verifier', holder('Valeria', 'Palomares', 'Gil', '1982-10-29', 'M', 'SL')],
  ['camilo', 'certifier', holder('Camilo', 'Rentería', 'Aguayo', '1970-01-16', 'H', 'CL')],
  ['clara', 'certifier', holder('Clara', 'Urquidi', 'Bernal', '1977-08-20', 'M', 'CH')],
  ['nadia', 'centre_admin', holder('Nadia', 'Solórzano', 'Peña', '1989-05-31', 'M', 'TS')],
  ['andres', 'analyst', holder('Andrés', 'Villaseñor', 'Mora', '1993-11-22', 'H', 'AS')],
  ['amparo', 'auditor', holder('Amparo', 'Tamez', 'Garza', '1963-03-15', 'M', 'NL')],
  ['efrain', 'employer', holder('Efraín', 'Yáñez', 'Corona', '1974-09-04', 'H', 'BC')],
  ['paulina', 'privacy_officer', holder('Paulina', 'Leyva', 'Armenta', '1986-12-12', 'M', 'SR')],
];

/** Everybody of the seed: the named people of both tenants, then their learners. */
export const PEOPLE: readonly PersonSeed[] = [
  ...RAICES.map((staff) => seedPerson('raices', staff)),
  ...SOLARIS.map((staff) => seedPerson('solaris', staff)),
  ...learnersOf('raices', 0),
  ...learnersOf('solaris', LEARNERS_PER_TENANT),
];

/** One person of the seed. Throws when the tenant has nobody by that key. */
export function personOf(tenantSlug: TenantSlug, key: string): PersonSeed {
  const found = PEOPLE.find((candidate) => candidate.tenantSlug === tenantSlug && candidate.key === key);
  if (found === undefined) throw new RangeError(`Nobody of ${tenantSlug} goes by "${key}".`);
  return found;
}

function learnersOf(tenantSlug: TenantSlug, firstNumber: number): PersonSeed[] {
  return Array.from({ length: LEARNERS_PER_TENANT }, (_, i) => {
    const key = `learner-${String(i + 1).padStart(2, '0')}`;
    return seedPerson(tenantSlug, [key, 'learner', learnerHolder(firstNumber + i)]);
  });
}

/** Somebody of a tenant of that slug, with the ids that these names give. */
export function seedPerson(tenantSlug: string, [key, persona, curpHolder]: Staff): PersonSeed {
  const { givenNames, firstSurname, secondSurname } = curpHolder;
  return {
    id: seedId(`user:${tenantSlug}:${key}`),
    tenantId: seedId(`tenant:${tenantSlug}`),
    tenantSlug,
    key,
    persona,
    fullName: [givenNames, firstSurname, secondSurname].join(' '),
    displayName: `${givenNames} ${firstSurname}`,
    email: `${key}@${tenantSlug}.example.mx`,
    curp: curpFor(curpHolder),
    centreId: seedCentreOf(tenantSlug, key),
  };
}

function holder(
  givenNames: string,
  firstSurname: string,
  secondSurname: string,
  birthDate: string,
  sex: CurpHolder['sex'],
  stateCode: CurpHolder['stateCode'],
): CurpHolder {
  return { givenNames, firstSurname, secondSurname, birthDate, sex, stateCode };
}
