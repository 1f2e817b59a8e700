import { isShown } from './expectation.ts';
import { decisionOf } from './fields.ts';
import { type Asked, differ, type Findings } from './findings.ts';
import type { Selected } from './selection.ts';
import { objectOf, relationTo } from './world-objects.ts';

type Values = readonly unknown[];

/** Fields that are null in every row of the world, whoever asks. */
const NOT_COMPARED = new Set([
  // No change of the seed leads to a case that waits.
  'CertificationChange.hold',
  // No case of the world waits for a person to decide: one that waits for the gate cannot.
  'Certification.heldFor',
  // No tenant of the world has keys of clients, and nobody asks for a key that is there.
  'ClientKey',
  'IdentityProvider',
  'ApiKeyGrant',
  'ImpersonationGrant',
  'TenantDomain',
  'WebhookDelivery',
]);

/**
 * Holds what was answered of objects (one, or several that stand alike to the viewer) against what the matrix shows of them: a field counts as shown when it
 * is not null in one of them. `isReachable`: false when the matrix does not let the viewer come to the objects on this way.
 */
export function compareObjects(
  findings: Findings,
  asked: Asked,
  fields: readonly Selected[],
  values: Values,
  isReachable: boolean,
): void {
  for (const { type, field, target } of fields) {
    const decision = decisionOf(type, field);
    if (decision === undefined)
      throw new Error(`Nothing decides ${type}.${field}: give it a line in journeys/permissions/fields.`);
    const isExpected = isReachable && isShown(decision, asked.viewer, asked.relation);
    const found = fieldValues(values.filter(isNoEmptyList), field);
    if (target === undefined) {
      if (decision.kind !== 'key' && !NOT_COMPARED.has(type) && !NOT_COMPARED.has(`${type}.${field}`))
        compareLeaf(findings, asked, `${type}.${field}`, found, isExpected);
    } else if (target.isEntity) {
      if (asked.isIsland) compareLeaf(findings, asked, `${type}.${field}`, found, isExpected);
      compareEntities(findings, asked, target.fields, found);
    } else compareObjects(findings, asked, target.fields, found, isExpected);
  }
}

/** The same for an answer that tells of each object only that it is there. */
export function comparePresence(
  findings: Findings,
  asked: Asked,
  fields: readonly Selected[],
  values: Values,
  isReachable: boolean,
): void {
  for (const { type, field, target } of fields) {
    const decision = decisionOf(type, field);
    // A list is there for everybody, as long as it is empty.
    if (target === undefined || decision === undefined || target.type.endsWith('Connection')) continue;
    const isExpected = isReachable && isShown(decision, asked.viewer, asked.relation);
    const isFound = fieldValues(values, field).length > 0;
    findings.compared += 1;
    if (isFound && !isExpected) differ(findings, asked, 'leak', `${type}.${field}`, 'that it is there');
  }
}

/** Whatever objects of the world an answer leads to show nothing that the matrix does not show of them. */
export function compareEntities(findings: Findings, asked: Asked, fields: readonly Selected[], values: Values): void {
  for (const value of values) {
    const { __typename: type, id } = value as { __typename?: unknown; id?: unknown };
    const object = typeof type === 'string' && typeof id === 'string' ? objectOf(type, id) : undefined;
    if (object === undefined) continue;
    const of = { ...asked, relation: relationTo(object, asked.viewer) };
    for (const leaf of leavesOf(fields, [value])) {
      const decision = decisionOf(leaf.type, leaf.field);
      if (decision === undefined || decision.kind === 'key' || leaf.found.length === 0) continue;
      const isNameOfTeacher = object.isPublicPerson === true && leaf.field === 'displayName';
      findings.compared += 1;
      if (!isNameOfTeacher && !isShown(decision, asked.viewer, of.relation))
        differ(findings, of, 'leak', `${leaf.type}.${leaf.field}`, 'behind another');
    }
  }
}

/** Fields that hold the id of an object of somebody, and of which type that is. */
const IDS_OF: Readonly<Record<string, string>> = {
  'NotificationLogEntry.notificationId': 'Notification',
  'CertificationChange.certificationId': 'Certification',
};

function compareLeaf(findings: Findings, asked: Asked, field: string, found: Values, isExpected: boolean): void {
  findings.compared += 1;
  const isFound = found.length > 0;
  (isFound ? findings.shown : findings.hidden).add(field);
  const named = found
    .map((id) => (typeof id === 'string' ? objectOf(IDS_OF[field] ?? '', id) : undefined))
    .filter((object) => object !== undefined);
  // What is asked of the whole tenant may name anybody's; else it names the viewer's own, and what stands to her as it was asked.
  const mayBe = [asked.relation, 'own'];
  if (asked.relation !== 'tenant' && named.some((object) => !mayBe.includes(relationTo(object, asked.viewer))))
    differ(findings, asked, 'leak', field, 'of somebody else');
  if (isFound !== isExpected) differ(findings, asked, isFound ? 'leak' : 'missing', field);
}

function leavesOf(fields: readonly Selected[], values: Values): { type: string; field: string; found: Values }[] {
  return fields.flatMap(({ type, field, target }) => {
    const found = fieldValues(values, field);
    if (target === undefined) return [{ type, field, found }];
    return target.isEntity ? [] : leavesOf(target.fields, found);
  });
}

/** A list without entries shows nothing, although its page has an end. */
function isNoEmptyList(value: unknown): boolean {
  const { edges } = value as { edges?: readonly unknown[] | null };
  return edges === undefined || edges === null || edges.length > 0;
}

/** The values of a field that are not null, of all objects, lists flattened. */
function fieldValues(values: Values, field: string): Values {
  return values
    .flatMap((value) => (value as Record<string, unknown> | null)?.[field])
    .filter((value) => value !== null && value !== undefined);
}
