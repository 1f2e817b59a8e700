import { Fault } from '@academy/kernel';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getVariableValues,
  isLeafType,
  isObjectType,
  Kind,
  visit,
} from 'graphql';
import { fieldsOf, inclusionUnder, setsUnder } from '../federation/execution/selected-fields.ts';
import type { CheckedOperation } from '../operations.ts';

/** A subscription, as far as it decides what is watched and with whom an answer may be shared. */
export type WatchedOperation = {
  /** Name of the root field. */
  readonly field: string;
  /** Of the root field, coerced, without `after`. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly argumentsJson: string;
  /** The argument `after`. */
  readonly after: string | undefined;
  /** Whether nothing is selected that an island has to be asked for. */
  readonly isOfEventAlone: boolean;
  /** The same for operations whose answers to one event are the same for the same rights. */
  readonly key: string;
};

const ARGUMENT_AFTER = 'after';

/** Reads a valid subscription. Throws BAD_USER_INPUT when its conditions leave nothing to watch. */
export function readWatchedOperation(schema: GraphQLSchema, checked: CheckedOperation): WatchedOperation {
  const { document, operation, variables } = checked;
  const type = schema.getSubscriptionType();
  if (type === undefined || type === null) throw new Error('The schema has no subscriptions.');
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...variables });
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const client = { schema, operation, fragments };
  const isIncluded = inclusionUnder((name) => coerced[name] === true, false);
  const [nodes] = fieldsOf(client, type, [operation.selectionSet], isIncluded).values();
  const [root] = nodes ?? [];
  const definition = root === undefined ? undefined : type.getFields()[root.name.value];
  if (nodes === undefined || root === undefined || definition === undefined) {
    throw new Fault('BAD_USER_INPUT', 'Expected one field to watch; the conditions of this subscription leave out everything.');
  }
  const { [ARGUMENT_AFTER]: after, ...args } = getArgumentValues(definition, root, coerced);
  const eventType = getNamedType(definition.type);
  return {
    field: root.name.value,
    args,
    argumentsJson: JSON.stringify(args),
    after: typeof after === 'string' ? after : undefined,
    isOfEventAlone:
      isObjectType(eventType) &&
      [...fieldsOf(client, eventType, setsUnder(nodes), isIncluded).values()].flat().every((field) => isLeaf(eventType, field)),
    key: JSON.stringify([checked.hash, checked.operationName, variablesWithoutPlace(checked, root)]),
  };
}

function isLeaf(type: GraphQLObjectType, { name }: FieldNode): boolean {
  return name.value === '__typename' || isLeafType(getNamedType(type.getFields()[name.value]?.type));
}

/** The variables that an answer hangs on: where a client goes on from is none of them, unless it is used for something else too. */
function variablesWithoutPlace({ document, variables }: CheckedOperation, root: FieldNode): Readonly<Record<string, unknown>> {
  const after = root.arguments?.find(({ name }) => name.value === ARGUMENT_AFTER)?.value;
  if (after?.kind !== Kind.VARIABLE) return variables;
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable({ name }) {
      if (name.value === after.name.value) uses += 1;
    },
  });
  if (uses > 1) return variables;
  const { [after.name.value]: _place, ...others } = variables;
  return others;
}
