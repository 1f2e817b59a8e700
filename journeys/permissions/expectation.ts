import { unreachable } from '@academy/kernel';
import type { FieldDecision, Floor } from './decision.ts';
import { DEVIATIONS } from './deviations.ts';
import { CAPABILITIES, type Scope } from './domain-matrix.ts';
import { decisionOf } from './fields.ts';
import type { Relation } from './standing.ts';
import { hasScope, type Viewer } from './viewer.ts';

/** Capabilities whose fields are aggregates of groups: for them alone M is enough. */
const AGGREGATES = new Set(['dashboard.cohort']);

/** What crosses tenants with X today: the register of tenants and that of standards, which hold no person. */
const CROSSES_TENANTS = new Set(['tenant.config', 'standards.sync']);

/** Whether the viewer who stands so to an object is shown a field of it, by the matrix and the deviations that are named. */
export function isShown(decision: FieldDecision, viewer: Viewer, relation: Relation): boolean {
  if (decision.kind !== 'capability') return true;
  const { capability, deviations } = decision;
  const cells = CAPABILITIES.get(capability);
  if (cells === undefined) throw new Error(`There is no capability ${capability} in the matrix.`);
  const scope = decision.scope ?? capability;
  const applies = (effect: 'wider' | 'narrower') =>
    deviations
      .map((name) => DEVIATIONS[name])
      .some(
        (one) =>
          one.effect === effect &&
          one.askers.includes(viewer.asker) &&
          one.relations.includes(relation) &&
          (viewer.asker !== 'service' ||
            one.askers.includes('visitor') ||
            effect === 'narrower' ||
            hasScope(viewer, one.withScope ?? scope)),
      );
  if (applies('narrower')) return false;
  if (applies('wider')) return true;
  if (viewer.asker === 'visitor') return relation !== 'foreign' && isPublic(cells);
  const cell = cells.get(viewer.asker);
  return cell?.scopes.some((one) => isCovered(one, capability, relation, viewer, scope)) ?? false;
}

/** Whether the rule of a field alone lets the viewer through, with nothing decided by rows yet. */
export function passesFloor(decision: FieldDecision, viewer: Viewer, isOwn: boolean, log = 'auditLog'): boolean {
  const floor: Floor | undefined = decision.kind === 'key' ? 'everyone' : decision.floor;
  if (floor === undefined) return isShown(decision, viewer, isOwn ? 'own' : 'other');
  if (floor === 'everyone') return true;
  if (floor === 'the log’s readers') return passesAs(`Query.${log}`, viewer);
  if (floor === 'signed in') return viewer.principal.kind === 'user';
  if ('beside' in floor) {
    const [type = '', field = ''] = floor.beside.split('.');
    const beside = decisionOf(type, field);
    if (beside === undefined) throw new Error(`No decision on ${floor.beside}.`);
    return passesFloor(beside, viewer, isOwn, log);
  }
  if ('signedInOr' in floor) return viewer.principal.kind === 'user' || hasScope(viewer, floor.signedInOr);
  return passesAs(floor.as, viewer);
}

function passesAs(coordinate: string, viewer: Viewer): boolean {
  const [type = '', field = ''] = coordinate.split('.');
  const same = decisionOf(type, field);
  if (same === undefined) throw new Error(`No decision on ${coordinate}.`);
  return (
    isShown(same, viewer, 'tenant') ||
    isShown(same, viewer, 'assigned') ||
    (coordinate.endsWith('uditLog') && isShown(same, viewer, 'own'))
  );
}

function isPublic(cells: ReadonlyMap<unknown, { readonly scopes: readonly Scope[] }>): boolean {
  // P stands in every column, or in all but those of processes.
  return cells.get('learner')?.scopes.length === 1 && cells.get('learner')?.scopes[0] === 'P';
}

function isCovered(scope: Scope, capability: string, relation: Relation, viewer: Viewer, oauthScope: string): boolean {
  switch (scope) {
    case 'O':
      return relation === 'own';
    case 'A':
      return relation === 'assigned';
    case 'C':
      return relation === 'own' || relation === 'centre' || relation === 'tenant';
    case 'E':
    case 'T':
      return relation !== 'foreign';
    case 'M':
      return relation !== 'foreign' && AGGREGATES.has(capability);
    case 'X':
      return CROSSES_TENANTS.has(capability);
    case 'P':
      return relation !== 'foreign';
    case 's':
      return relation !== 'foreign' && hasScope(viewer, oauthScope);
    case 'D':
      return false;
    default:
      return unreachable(scope);
  }
}
