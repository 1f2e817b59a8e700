import { seedId } from '@academy/kernel';
import type { TenantSlug } from '@academy/testing/people';
import { tenantIdOf, userIdOf } from '@academy/testing/people';
import type { Asker, Relation } from './standing.ts';
import type { Viewer } from './viewer.ts';

/** Something that a request can be about, as far as it decides who may see it. */
export type WorldObject = {
  readonly type: string;
  readonly id: string;
  readonly tenant: TenantSlug;
  /** Whose it is: the person herself, the candidate, the enrolled. */
  readonly owners: readonly string[];
  /** Who teaches the course that it belongs to. */
  readonly instructorId?: string;
  /** Who is assigned to it: to a case, and by that to its candidate; a mentor to an enrolment and its learner. */
  readonly assigned?: readonly string[];
  /** The evaluation centre that it belongs to. */
  readonly centreId?: string;
  /** An instructor: her name is part of the public catalogue. */
  readonly isPublicPerson?: boolean;
};

/** One person of each persona of the tenant that asks, by the key that the seed gives her. */
export const ASKING: Readonly<Record<Exclude<Asker, 'service' | 'visitor'>, string>> = {
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

/** The asking tenant, and the one of which nothing may be seen. */
export const HOME: TenantSlug = 'raices';
export const AWAY: TenantSlug = 'solaris';

/** Taught by the instructor who asks; the seed has her finish courses of that instructor. */
export const TAUGHT = 'learner-01';
/** Accompanied by the mentor who asks; the evaluator, the verifier and the auditor who ask are assigned to her cases. The seed has them be so to others too. */
export const ASSIGNED = 'learner-02';
/** Teaches the course that everybody who asks is enrolled in. */
export const COLLEAGUE = 'learner-30';

/** Everybody who has objects of her own. */
export const OWNERS: readonly { readonly tenant: TenantSlug; readonly key: string }[] = [
  ...Object.values(ASKING).map((key) => ({ tenant: HOME, key })),
  { tenant: HOME, key: TAUGHT },
  { tenant: HOME, key: ASSIGNED },
  { tenant: AWAY, key: 'diego' },
];

/** Those who stand in the asking tenant's first centre, as its admin who asks does. */
const OF_CENTRE: ReadonlySet<string> = new Set(['noe', 'alice', 'bruno', 'learner-01']);

/** The evaluation centre that somebody stands in: the one where the seed of users placed her, or the world's own. */
export function centreOf(tenant: TenantSlug, key: string): string {
  return tenant === HOME && OF_CENTRE.has(key) ? seedId('centre:raices:cholula') : idOf('centre', tenant, 'matrix');
}

/** The id of an object of somebody, the same on every machine. */
export function idOf(kind: string, tenant: TenantSlug, key: string): string {
  return seedId(`permissions:${kind}:${tenant}:${key}`);
}

/** The course that somebody is enrolled in. */
export function courseOf(tenant: TenantSlug, key: string): string {
  return idOf('course', tenant, key === TAUGHT ? 'hers' : 'other');
}

export function instructorOf(tenant: TenantSlug, key: string): string {
  if (tenant === AWAY) return userIdOf(AWAY, 'irene');
  return userIdOf(HOME, key === TAUGHT ? ASKING.instructor : COLLEAGUE);
}

/** Who asks and is assigned to somebody's case, by the duty. */
export const DUTIES = { EVALUATOR: ASKING.evaluator, VERIFIER: ASKING.verifier, AUDITOR: ASKING.auditor } as const;

/** Who accompanies somebody through her course. */
export function mentorOf(tenant: TenantSlug, key: string): string {
  if (tenant === AWAY) return userIdOf(AWAY, 'martin');
  return userIdOf(HOME, key === ASSIGNED ? ASKING.mentor : COLLEAGUE);
}

/** Of each person’s requests about her data, how far one has come each. */
export const DATA_REQUEST_STATES = ['completed', 'refused', 'running'] as const;

/** Objects of each type, made by `fillWorld`. */
const OBJECTS: readonly WorldObject[] = [
  ...OWNERS.flatMap(({ tenant, key }): WorldObject[] => {
    const owners = [userIdOf(tenant, key)];
    const taught = { tenant, owners, instructorId: instructorOf(tenant, key), centreId: centreOf(tenant, key) };
    const isAssigned = tenant === HOME && key === ASSIGNED;
    const judges = isAssigned ? Object.values(DUTIES).map((one) => userIdOf(HOME, one)) : [];
    const mentors = isAssigned ? [mentorOf(tenant, key)] : [];
    return [
      {
        type: 'User',
        id: userIdOf(tenant, key),
        ...taught,
        assigned: [...judges, ...mentors],
        ...(key === ASKING.instructor ? { isPublicPerson: true } : {}),
      },
      {
        type: 'Accreditation',
        id: idOf('accreditation', tenant, key),
        tenant,
        owners,
        centreId: centreOf(tenant, key),
        // Who audits the case of one audits whoever evaluates it.
        assigned: tenant === HOME && key === DUTIES.EVALUATOR ? [userIdOf(HOME, DUTIES.AUDITOR)] : [],
      },
      { type: 'Notification', id: idOf('notification', tenant, key), tenant, owners },
      ...DATA_REQUEST_STATES.map(
        (state): WorldObject => ({
          type: 'DataRequest',
          id: idOf(`data-request-${state}`, tenant, key),
          tenant,
          owners,
        }),
      ),
      {
        type: 'Lot',
        id: idOf('lot', tenant, key),
        tenant,
        owners: [],
        centreId: centreOf(tenant, key),
        assigned: judges,
      },
      { type: 'Enrollment', id: idOf('enrollment', tenant, key), ...taught, assigned: mentors },
      ...['issued', 'held'].flatMap((state): WorldObject[] => [
        { type: 'Certification', id: idOf(`certification-${state}`, tenant, key), ...taught, assigned: judges },
        { type: 'Certificate', id: idOf(`certificate-${state}`, tenant, key), ...taught, assigned: judges },
        { type: 'CaseAssignment', id: idOf(`assignment-EVALUATOR-${state}`, tenant, key), ...taught, assigned: judges },
      ]),
    ];
  }),
  ...[
    { type: 'User', id: userIdOf(HOME, COLLEAGUE), tenant: HOME, owners: [userIdOf(HOME, COLLEAGUE)], isPublicPerson: true },
    { type: 'User', id: userIdOf(AWAY, 'irene'), tenant: AWAY, owners: [userIdOf(AWAY, 'irene')] },
    ...(['hers', 'other'] as const).map((which) => courseObject(HOME, which)),
    courseObject(AWAY, 'other'),
    { type: 'Tenant', id: tenantIdOf(HOME), tenant: HOME, owners: [] },
    { type: 'Tenant', id: tenantIdOf(AWAY), tenant: AWAY, owners: [] },
    { type: 'LotPackage', id: idOf('lot-package', HOME, 'any'), tenant: HOME, owners: [] },
    { type: 'LotPackage', id: idOf('lot-package', AWAY, 'any'), tenant: AWAY, owners: [] },
    { type: 'Centre', id: idOf('centre', HOME, 'matrix'), tenant: HOME, owners: [] },
    { type: 'Centre', id: idOf('centre', AWAY, 'matrix'), tenant: AWAY, owners: [] },
  ],
];

const BY_ID = new Map(OBJECTS.map((object) => [`${object.type} ${object.id}`, object]));

/** The object of this type and id; undefined for what the seed made. */
export function objectOf(type: string, id: string): WorldObject | undefined {
  return BY_ID.get(`${type} ${id}`);
}

/** How a viewer of the asking tenant stands to an object. */
export function relationTo(object: WorldObject, { principal, asker }: Viewer): Relation {
  if (object.tenant !== HOME) return 'foreign';
  if (object.type === 'Tenant') return 'own';
  if (principal.kind !== 'user') return 'other';
  if (object.owners.includes(principal.userId)) return 'own';
  const isAssigned =
    asker === 'instructor' ? object.instructorId === principal.userId : object.assigned?.includes(principal.userId);
  if (isAssigned === true) return 'assigned';
  return asker === 'centre_admin' && object.centreId === centreOf(HOME, ASKING.centre_admin) ? 'centre' : 'other';
}

/** Objects of a type by how the viewer stands to them: of each relation those of one owner. */
export function objectsByRelation(type: string, viewer: Viewer): ReadonlyMap<Relation, readonly WorldObject[]> {
  const instructor = userIdOf(HOME, ASKING.instructor);
  // The instructor is known to everybody by name, so she is nobody's stranger.
  const all = OBJECTS.filter(
    (object) =>
      object.type === type &&
      (relationTo(object, viewer) === 'own' ||
        (object.isPublicPerson !== true && (object.type === 'Course' || !object.owners.includes(instructor)))),
  );
  const byRelation = Map.groupBy(all, (object) => relationTo(object, viewer));
  return new Map(
    [...byRelation].map(([relation, objects]) => {
      const first = objects[0]?.owners[0];
      return [
        relation,
        type === 'Course' || type === 'Tenant' || type === 'Centre'
          ? objects.slice(0, 1)
          : objects.filter(({ owners }) => owners[0] === first),
      ];
    }),
  );
}

function courseObject(tenant: TenantSlug, which: 'hers' | 'other'): WorldObject {
  const learners = OWNERS.filter((owner) => owner.tenant === tenant && (owner.key === TAUGHT) === (which === 'hers'));
  return {
    type: 'Course',
    id: idOf('course', tenant, which),
    tenant,
    owners: learners.map(({ key }) => userIdOf(tenant, key)),
    instructorId: instructorOf(tenant, which === 'hers' ? TAUGHT : 'somebody'),
  };
}
