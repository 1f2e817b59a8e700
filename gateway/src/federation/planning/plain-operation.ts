import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

const TYPENAME: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * The same operation, written so that the planner (2.14) plans it right:
 * - fragments stand where they are spread: the planner would run mutations of fragments before those that are written first, and would
 *   repeat named fragments in its fetches;
 * - what a condition excludes, by a literal or by one of the `values` of variables, is not there: the planner fails over some of it;
 * - of an object of which everything is conditional the type is asked for as well: when no condition held it would not be fetched;
 * - the schema is not asked for: the gateway answers that, and inside of a conditional fragment the planner fails over it.
 */
export function plainOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  values: ReadonlyMap<string, boolean>,
): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);

  function plainSet({ selections }: SelectionSetNode, isRoot: boolean): SelectionSetNode {
    const plain = selections.flatMap((selection) => plainSelection(selection, isRoot));
    return { kind: Kind.SELECTION_SET, selections: plain.every(isConditional) ? [...plain, TYPENAME] : plain };
  }
  function plainSelection(selection: SelectionNode, isRoot: boolean): readonly SelectionNode[] {
    const conditions = conditionsOf(selection, values);
    if (conditions === undefined) return [];
    const { directives } = conditions;
    if (selection.kind === Kind.FIELD) {
      if (isRoot && (selection.name.value === '__schema' || selection.name.value === '__type')) return [];
      const { selectionSet } = selection;
      return [
        { ...selection, directives, ...(selectionSet === undefined ? {} : { selectionSet: plainSet(selectionSet, false) }) },
      ];
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    if (fragment === undefined) throw new Error('A spread of a fragment that is not there is not valid.');
    const selectionSet = plainSet(fragment.selectionSet, isRoot);
    // A root has one type only.
    if (isRoot && directives.length === 0) return selectionSet.selections;
    const { typeCondition } = fragment;
    return [{ kind: Kind.INLINE_FRAGMENT, ...(typeCondition === undefined ? {} : { typeCondition }), directives, selectionSet }];
  }

  return {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, selectionSet: plainSet(operation.selectionSet, true) }],
  };
}

function isConditional({ directives = [] }: SelectionNode): boolean {
  return directives.some(({ name }) => name.value === 'skip' || name.value === 'include');
}

/** The directives of a selection without the conditions that hold; undefined when one does not hold. */
function conditionsOf(
  { directives = [] }: SelectionNode,
  values: ReadonlyMap<string, boolean>,
): { directives: readonly DirectiveNode[] } | undefined {
  const left: DirectiveNode[] = [];
  for (const directive of directives) {
    const { value } = directive.arguments?.find(({ name }) => name.value === 'if') ?? {};
    const isCondition = directive.name.value === 'skip' || directive.name.value === 'include';
    const holds = isCondition && value !== undefined ? valueOf(value, values) : undefined;
    if (holds === undefined) left.push(directive);
    else if (holds !== (directive.name.value === 'include')) return undefined;
  }
  return { directives: left };
}

function valueOf(node: ValueNode, values: ReadonlyMap<string, boolean>): boolean | undefined {
  if (node.kind === Kind.VARIABLE) return values.get(node.name.value);
  return node.kind === Kind.BOOLEAN ? node.value : undefined;
}
