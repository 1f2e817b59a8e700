import type { Principal } from '@academy/kernel';
import { type AccessTable, ruleFor } from '@academy/platform/access';
import { userIdOf } from '@academy/testing/people';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { isShown, passesFloor } from './expectation.ts';
import { decisionOf } from './fields.ts';
import { reachableTypes } from './reachable.ts';
import { questionsOf } from './roots.ts';
import type { Relation } from './standing.ts';
import type { Viewer } from './viewer.ts';
import { HOME } from './world-objects.ts';

const RELATIONS: readonly Relation[] = ['own', 'assigned', 'centre', 'other', 'tenant', 'foreign'];

/**
 * Rules of an island's table that by themselves, whatever else guards the field, let through others than the matrix or the field's floor says: each as a text.
 * `only`: of these types alone.
 */
export function rulesAstray(
  schema: GraphQLSchema,
  access: AccessTable,
  viewers: readonly Viewer[],
  only?: ReadonlySet<string>,
): string[] {
  return [...reachableTypes(schema)].flatMap((name) => {
    const type = schema.getType(name);
    if (!isObjectType(type) || name.startsWith('_') || only?.has(name) === false) return [];
    return Object.keys(type.getFields()).flatMap((field) => (field.startsWith('_') ? [] : astray(name, field)));
  });

  function astray(type: string, field: string): string[] {
    const rule = ruleFor(access, type, field);
    const decision = decisionOf(type, field);
    if (rule === undefined || decision === undefined) return [`${type}.${field}: no rule, or no decision`];
    if (decision.kind === 'key') return [];
    const isRoot = ['Query', 'Mutation', 'Subscription'].includes(type);
    const log = Object.keys(schema.getQueryType()?.getFields() ?? {}).find((one) => /uditLog$/.test(one));
    if (log === undefined && type.startsWith('AuditEntry')) return [];
    return viewers.flatMap((viewer) =>
      [true, false].flatMap((isOwn) => {
        // A process owns nothing, and another tenant's row is nobody else's: both are asked of the islands themselves.
        if (isOwn ? viewer.principal.kind !== 'user' : type === 'Tenant') return [];
        const allowed = rule.allows({ principal: viewer.principal, parent: standInOf(type, viewer.principal, isOwn) });
        const expected = isRoot ? passesRoot(schema, type, field, viewer, log) : passesFloor(decision, viewer, isOwn, log);
        return allowed === expected
          ? []
          : [`${type}.${field}, ${viewer.name}, ${isOwn ? 'own' : 'somebody else’s'}: ${allowed ? 'let through' : 'refused'}`];
      }),
    );
  }
}

/** A root field has no object yet: whoever may see any of those that it is asked about is let through, or whom its floor lets. */
function passesRoot(schema: GraphQLSchema, type: string, field: string, viewer: Viewer, log: string | undefined): boolean {
  const decision = decisionOf(type, field);
  const root = schema.getType(type);
  if (decision?.kind !== 'capability' || !isObjectType(root))
    throw new Error(`Expected a capability to decide ${type}.${field}.`);
  if (decision.floor !== undefined) return passesFloor(decision, viewer, false, log);
  const question = root.getFields()[field];
  const relations =
    type === 'Mutation' || question === undefined ? RELATIONS : questionsOf(question, viewer).map(({ relation }) => relation);
  return relations.some((relation) => isShown(decision, viewer, relation));
}

/** An object every field of which names the asker, or somebody else; a tenant is the asker's own or another. */
function standInOf(type: string, principal: Principal, isOwn: boolean): object {
  const own = type === 'Tenant' ? principal.tenantId : principal.kind === 'user' ? principal.userId : '';
  const id = isOwn ? own : userIdOf(HOME, 'somebody');
  return new Proxy({}, { get: () => id });
}
