import { createHash } from 'node:crypto';
import type { Principal } from '@academy/kernel';
import { valueFromASTUntyped } from 'graphql';
import type { CheckedOperation } from '../operations.ts';
import type { CachePlan } from './cache-plan.ts';
import { type Mark, markOfPerson, marksOfEntity } from './marks.ts';
import type { Slot } from './shelf.ts';

/** Where the answer to an operation is kept: under everything that it is a function of, until something changes that it shows. */
export function responseSlot(
  operation: CheckedOperation,
  plan: CachePlan,
  schemaId: string,
  audience: string,
  principal: Principal,
): Slot {
  const { hash, operationName = '' } = operation;
  const variables = declaredVariables(operation);
  const identity = JSON.stringify([1, schemaId, audience, hash, operationName, variables]);
  return { hash: createHash('sha256').update(identity).digest('base64url'), marks: marksOf(operation, plan, principal) };
}

/** Values of the variables that the operation declares, in its order; others change nothing. */
function declaredVariables({ operation, variables }: CheckedOperation): unknown[] {
  return (operation.variableDefinitions ?? []).map(({ variable: { name } }) =>
    Object.hasOwn(variables, name.value) ? [sorted(variables[name.value])] : [],
  );
}

/** The same value for the same input object, in whatever order its members came. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => [name, sorted(member)]);
}

function marksOf(operation: CheckedOperation, plan: CachePlan, { tenantId, ...principal }: Principal): Mark[] {
  const defaults = (operation.operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
  );
  const values = { ...Object.fromEntries(defaults), ...operation.variables };
  return [
    ...plan.types.map((name) => ({ tenantId, name })),
    ...plan.lookups.flatMap(({ type, id }): Mark[] => {
      const value: unknown = valueFromASTUntyped(id, values);
      // Ids that are sent as numbers mean the same text.
      return typeof value === 'string' || typeof value === 'number'
        ? marksOfEntity(tenantId, type, String(value))
        : [{ tenantId, name: type }];
    }),
    ...(plan.scope === 'PRIVATE' && principal.kind === 'user' ? [markOfPerson(tenantId, principal.userId)] : []),
  ];
}
