import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  parse,
  print,
  type SelectionNode,
  type ValueNode,
  visit,
} from 'graphql';
import type { Operation } from '../subjects/subject.ts';
import { type Edit, shrinkDocument } from './edits.ts';

/** A smaller operation that is still interesting. */
export async function shrinkOperation(
  operation: Operation,
  isInteresting: (operation: Operation) => Promise<boolean>,
  isOver: () => boolean,
): Promise<Operation> {
  const rules = {
    read: ({ source }: Operation) => parse(source, { noLocation: true }),
    write: (before: Operation, document: DocumentNode) => written(document, before),
    isInteresting,
    isOver,
  };
  let best = operation;
  for (let size = Number.POSITIVE_INFINITY; best.source.length < size && !isOver(); ) {
    size = best.source.length;
    best = await shrinkDocument(
      best,
      [dropDefinition, dropSelection, dropDirective, openFragment, dropAlias, dropArgument, simplify],
      rules,
    );
    best = await shrinkDocument(
      best,
      [inlineFragment(parse(best.source, { noLocation: true })), inlineVariable(best.variables)],
      rules,
    );
  }
  return best;
}

const dropDefinition: Edit = (node) =>
  node.kind === Kind.FRAGMENT_DEFINITION || node.kind === Kind.OPERATION_DEFINITION ? null : undefined;
const dropSelection: Edit = (node) =>
  node.kind === Kind.FIELD || node.kind === Kind.INLINE_FRAGMENT || node.kind === Kind.FRAGMENT_SPREAD ? null : undefined;
const dropDirective: Edit = (node) => (node.kind === Kind.DIRECTIVE ? null : undefined);
const dropArgument: Edit = (node) => (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD ? null : undefined);
const dropAlias: Edit = (node) =>
  node.kind === Kind.FIELD && node.alias !== undefined ? (({ alias: _, ...rest }) => rest)(node) : undefined;
const simplify: Edit = (node) =>
  node.kind === Kind.INLINE_FRAGMENT && node.typeCondition !== undefined
    ? (({ typeCondition: _, ...rest }) => rest)(node)
    : undefined;

/** A selection set whose only fragments are opened into it. */
const openFragment: Edit = (node) => {
  if (node.kind !== Kind.SELECTION_SET || !node.selections.some((one) => one.kind === Kind.INLINE_FRAGMENT)) return undefined;
  return {
    ...node,
    selections: node.selections.flatMap((one): readonly SelectionNode[] =>
      one.kind === Kind.INLINE_FRAGMENT ? one.selectionSet.selections : [one],
    ),
  };
};

function inlineFragment(document: DocumentNode): Edit {
  const fragments = new Map(
    document.definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
  return (node) => {
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : undefined;
    if (fragment === undefined || node.kind !== Kind.FRAGMENT_SPREAD) return undefined;
    return {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: fragment.typeCondition,
      directives: node.directives ?? [],
      selectionSet: fragment.selectionSet,
    };
  };
}

function inlineVariable(variables: Operation['variables']): Edit {
  return (node, parent) => {
    if (node.kind !== Kind.VARIABLE || !Object.hasOwn(variables, node.name.value)) return undefined;
    if (parent !== undefined && 'kind' in parent && parent.kind === Kind.VARIABLE_DEFINITION) return undefined;
    return literalOf(variables[node.name.value]);
  };
}

/** The document without what nothing uses any more; undefined when it is no operation now. */
function written(edited: DocumentNode, before: Operation): Operation | undefined {
  let document = edited;
  for (let length = -1; length !== print(document).length; ) {
    length = print(document).length;
    document = withoutEmpty(withoutUnused(document));
  }
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operations.length === 0) return undefined;
  const defined = new Set(
    operations.flatMap((one) => (one.variableDefinitions ?? []).map(({ variable }) => variable.name.value)),
  );
  const variables = Object.fromEntries(Object.entries(before.variables).filter(([name]) => defined.has(name)));
  return {
    source: print(document),
    variables,
    ...(before.operationName === undefined || operations.length === 1 ? {} : { operationName: before.operationName }),
  };
}

function withoutUnused(document: DocumentNode): DocumentNode {
  const spreads = new Set<string>();
  const variables = new Set<string>();
  visit(document, {
    FragmentSpread: ({ name }) => void spreads.add(name.value),
    VariableDefinition: () => false,
    Variable: ({ name }) => void variables.add(name.value),
  });
  return visit(document, {
    FragmentDefinition: ({ name }) => (spreads.has(name.value) ? undefined : null),
    VariableDefinition: ({ variable }) => (variables.has(variable.name.value) ? undefined : null),
  });
}

function withoutEmpty(document: DocumentNode): DocumentNode {
  const isEmpty = (node: { selectionSet?: { selections?: readonly unknown[] } | undefined }) =>
    node.selectionSet?.selections?.length === 0;
  const fragments = new Set(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [one.name.value] : [])),
  );
  const leave = (node: { selectionSet?: { selections?: readonly unknown[] } | undefined }) => (isEmpty(node) ? null : undefined);
  return visit(document, {
    Field: { leave },
    InlineFragment: { leave },
    FragmentDefinition: { leave },
    OperationDefinition: { leave },
    FragmentSpread: { leave: ({ name }) => (fragments.has(name.value) ? undefined : null) },
  });
}

function literalOf(value: unknown): ValueNode {
  if (value === null || value === undefined) return { kind: Kind.NULL };
  if (Array.isArray(value)) return { kind: Kind.LIST, values: value.map(literalOf) };
  if (typeof value === 'boolean') return { kind: Kind.BOOLEAN, value };
  if (typeof value === 'number') return { kind: Number.isInteger(value) ? Kind.INT : Kind.FLOAT, value: String(value) };
  if (typeof value === 'string') return /^[A-Z]{3,}$/.test(value) ? { kind: Kind.ENUM, value } : { kind: Kind.STRING, value };
  return {
    kind: Kind.OBJECT,
    fields: Object.entries(value).map(([name, one]) => ({
      kind: Kind.OBJECT_FIELD,
      name: { kind: Kind.NAME, value: name },
      value: literalOf(one),
    })),
  };
}
