import { person, userIdOf, worker } from '@academy/testing/people';
import { isShown } from '../../../permissions/expectation.ts';
import { decisionOf } from '../../../permissions/fields.ts';
import { scopesInUse } from '../../../permissions/scopes.ts';
import type { Viewer } from '../../../permissions/viewer.ts';
import { viewersOf } from '../../../permissions/viewers.ts';
import { ASKING, AWAY, HOME, objectsByRelation, TAUGHT } from '../../../permissions/world-objects.ts';
import { TWIN } from '../worlds/add-twin.ts';
import type { Asking } from '../worlds/doors.ts';
import { OWN } from '../worlds/prepare-worlds.ts';
import { CROSSINGS } from './crossings.ts';
import type { Curiosity } from './pools.ts';

/** Somebody of the asking tenant, and who asks the same in another tenant first. */
export type Asker = Asking &
  Curiosity & {
    readonly name: string;
    readonly isVisitor: boolean;
    /** Whether the permission matrix lets her ask this field of anything at all. */
    may(type: string, field: string): boolean;
    /** Whether this root field is not asked by her: it shows her other tenants. */
    isKept(root: string): boolean;
    /** The same person of the twin, and somebody of the same persona of the other tenant: only where other tenants are. */
    readonly rivals: readonly Asking[];
  };

/** Every persona, a visitor, and processes with each scope. */
export function allAskers(): readonly Asker[] {
  return viewersOf(scopesInUse()).map(askerOf);
}

function askerOf(viewer: Viewer): Asker {
  const { principal, name } = viewer;
  const mine = new Map<string, readonly string[]>();
  return {
    name,
    principal,
    tenantSlug: OWN.slug,
    isVisitor: principal.kind === 'anonymous',
    crosses: (type) => CROSSINGS.some((crossing) => crossing.asker === name && crossing.type === type),
    isKept: (root) => CROSSINGS.some((crossing) => crossing.asker === name && crossing.root === root),
    may: (type, field) => mayAsk(viewer, type, field),
    rivals: [
      { principal: { ...principal, tenantId: TWIN.id }, tenantSlug: TWIN.slug },
      { principal: awayAs(viewer), tenantSlug: AWAY },
    ],
    mine(type) {
      const known = mine.get(type) ?? ownIds(type, viewer);
      mine.set(type, known);
      return known;
    },
  };
}

const RELATIONS = ['own', 'assigned', 'other', 'tenant'] as const;

function mayAsk(viewer: Viewer, type: string, field: string): boolean {
  const decision = decisionOf(type, field);
  return decision === undefined || RELATIONS.some((relation) => isShown(decision, viewer, relation));
}

/** What belongs to the asker; of an instructor also what belongs to whom she taught. */
function ownIds(type: string, viewer: Viewer): readonly string[] {
  const objects = objectsByRelation(type, viewer);
  const ids = [...(objects.get('own') ?? []), ...(objects.get('assigned') ?? [])].map(({ id }) => id);
  return type === 'User' && viewer.asker === 'instructor'
    ? [...ids, userIdOf(HOME, TAUGHT), userIdOf(HOME, ASKING.instructor)]
    : ids;
}

function awayAs({ principal, asker }: Viewer): Asking['principal'] {
  if (principal.kind === 'anonymous') return { kind: 'anonymous', tenantId: person(AWAY, 'diego', 'learner').tenantId };
  if (principal.kind === 'service' || asker === 'visitor' || asker === 'service')
    return worker(AWAY, 'matrix', principal.kind === 'service' ? principal.scopes : []);
  return person(AWAY, asker === 'learner' ? 'diego' : 'fabian', asker);
}
