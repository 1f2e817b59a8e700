import {
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** A fragment whose fields may come later than the rest. */
export type DeferredFragment = {
  /** Unique in the operation; the plan names it. */
  readonly label: string;
  /** The client's own. */
  readonly clientLabel: string | undefined;
  /** The fields from the root to the objects that it is about. */
  readonly path: readonly FieldNode[];
  readonly type: GraphQLCompositeType;
  readonly selectionSet: SelectionSetNode;
};

/** An operation in which every deferred fragment has a label of its own. */
export type DeferringOperation = {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly deferred: ReadonlyMap<string, DeferredFragment>;
};

/** The directive of a selection that defers it; undefined where it does not, whatever the variables. */
function deferOf({ directives }: SelectionNode): DirectiveNode | undefined {
  const defer = directives?.find(({ name }) => name.value === 'defer');
  const condition = argumentOf(defer, 'if');
  return condition?.kind === Kind.BOOLEAN && !condition.value ? undefined : defer;
}

/** Whether a document defers anything. */
export function isDeferring(document: DocumentNode): boolean {
  let found = false;
  const look = (node: InlineFragmentNode | FragmentSpreadNode) => {
    found ||= deferOf(node) !== undefined;
  };
  visit(document as ASTNode, { InlineFragment: look, FragmentSpread: look });
  return found;
}

/**
 * Writes the fragments of an operation where they are spread, so that one that is deferred in two places can be told apart, and labels
 * them. The guard has bounded how large that becomes.
 */
export function labelDeferred(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
): DeferringOperation {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const deferred = new Map<string, DeferredFragment>();

  function expandSet(set: SelectionSetNode, type: GraphQLCompositeType, path: readonly FieldNode[]): SelectionSetNode {
    return { ...set, selections: set.selections.map((selection) => expand(selection, type, path)) };
  }
  function expand(selection: SelectionNode, type: GraphQLCompositeType, path: readonly FieldNode[]): SelectionNode {
    if (selection.kind === Kind.FIELD) {
      const field = 'getFields' in type ? type.getFields()[selection.name.value] : undefined;
      const inner = field === undefined ? undefined : getNamedType(field.type);
      if (selection.selectionSet === undefined || !isCompositeType(inner)) return selection;
      return { ...selection, selectionSet: expandSet(selection.selectionSet, inner, [...path, selection]) };
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    if (fragment === undefined) throw new Error('A spread of a fragment that is not there is not valid.');
    const condition = fragment.typeCondition;
    const narrowed = condition === undefined ? type : schema.getType(condition.name.value);
    const on = isCompositeType(narrowed) ? narrowed : type;
    const label = `d${deferred.size}`;
    const defer = deferOf(selection);
    // The label is taken before what is inside is looked at.
    if (defer !== undefined)
      deferred.set(label, { label, clientLabel: undefined, path, type: on, selectionSet: fragment.selectionSet });
    const selectionSet = expandSet(fragment.selectionSet, on, path);
    if (defer !== undefined) deferred.set(label, { label, clientLabel: labelOf(defer), path, type: on, selectionSet });
    const directives = (selection.directives ?? []).map((one) => (one === defer ? withLabel(one, label) : one));
    return {
      kind: Kind.INLINE_FRAGMENT,
      ...(condition === undefined ? {} : { typeCondition: condition }),
      directives,
      selectionSet,
    };
  }

  const rootType = schema.getRootType(operation.operation);
  if (rootType === undefined || rootType === null) throw new Error(`The schema has no ${operation.operation}.`);
  const labelled = { ...operation, selectionSet: expandSet(operation.selectionSet, rootType, []) };
  return { document: { kind: Kind.DOCUMENT, definitions: [labelled] }, operation: labelled, deferred };
}

function labelOf(defer: DirectiveNode): string | undefined {
  const value = argumentOf(defer, 'label');
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function withLabel(defer: DirectiveNode, label: string): DirectiveNode {
  const others = (defer.arguments ?? []).filter(({ name }) => name.value !== 'label');
  const name = { kind: Kind.NAME as const, value: 'label' };
  return { ...defer, arguments: [...others, { kind: Kind.ARGUMENT, name, value: { kind: Kind.STRING, value: label } }] };
}

function argumentOf(directive: DirectiveNode | undefined, name: string) {
  return directive?.arguments?.find((argument) => argument.name.value === name)?.value;
}
