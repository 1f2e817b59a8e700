import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { fieldsOf } from '../execution/selected-fields.ts';

/**
 * The fields on the root that are asked for whatever the variables, and that no fetch of the plan brings: the planner (2.14) leaves out in
 * silence what no subgraph can answer. `keyInside` tells under which key a field is fetched.
 */
export function findUnplanned(
  plan: QueryPlan,
  asked: { schema: GraphQLSchema; document: DocumentNode; operation: OperationDefinitionNode },
  keyInside: (field: FieldNode) => string,
): FieldNode[] {
  const { schema, document, operation } = asked;
  const rootType = schema.getRootType(operation.operation);
  if (rootType === undefined || rootType === null) return [];
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const isUnconditional = ({ directives = [] }: { directives?: readonly unknown[] | undefined }) => directives.length === 0;
  const fields = [
    ...fieldsOf({ schema, operation, fragments }, rootType, [operation.selectionSet], isUnconditional).values(),
  ].flat();
  const planned = new Set<string>();
  const node = plan.node?.kind === 'Subscription' ? plan.node.primary : plan.node;
  if (node !== undefined) noteRootKeys(node, planned);
  return fields.filter((field) => !field.name.value.startsWith('__') && !planned.has(keyInside(field)));
}

/** Notes the response keys of everything that is fetched on the root. */
function noteRootKeys(node: PlanNode, keys: Set<string>): void {
  switch (node.kind) {
    case 'Fetch': {
      if (node.requires !== undefined) return;
      const operation = parse(node.operation, { noLocation: true }).definitions.find(
        (one) => one.kind === Kind.OPERATION_DEFINITION,
      );
      if (operation !== undefined) noteKeys(operation.selectionSet, keys);
      return;
    }
    case 'Flatten':
      if (node.path.length === 0) noteRootKeys(node.node, keys);
      return;
    case 'Parallel':
    case 'Sequence':
      for (const inner of node.nodes) noteRootKeys(inner, keys);
      return;
    case 'Condition':
      for (const inner of [node.ifClause, node.elseClause]) if (inner !== undefined) noteRootKeys(inner, keys);
      return;
    case 'Defer':
      for (const part of [node.primary, ...node.deferred]) if (part.node !== undefined) noteRootKeys(part.node, keys);
  }
}

function noteKeys({ selections }: SelectionSetNode, keys: Set<string>): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) keys.add((selection.alias ?? selection.name).value);
    else if (selection.kind === Kind.INLINE_FRAGMENT) noteKeys(selection.selectionSet, keys);
  }
}
