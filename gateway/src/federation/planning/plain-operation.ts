import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

const TYPENAME: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** What an operation is written for. */
export type PlainRules = {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  /** Names of the interfaces that some subgraph knows as objects. */
  readonly interfaceObjects: ReadonlySet<string>;
  /** Values of the variables that conditions name; a condition on any other variable stays. */
  readonly values: ReadonlyMap<string, boolean>;
};

/**
 * The same operation, written so that the planner (2.14) plans it right:
 * - fragments stand where they are spread: the planner would run mutations of fragments before those that are written first, and would
 *   repeat named fragments in its fetches;
 * - what a condition excludes, by a literal or by one of the `values` of variables, is not there: the planner fails over some of it;
 * - of an object of which everything is conditional the type is asked for as well: when no condition held it would not be fetched;
 * - inside of an interface object a fragment on another interface or a union is one on each of its types: the planner fails over it;
 * - the schema is not asked for: the gateway answers that, and inside of a conditional fragment the planner fails over it.
 */
export function plainOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { schema, interfaceObjects, values }: PlainRules,
): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);

  function plainSet({ selections }: SelectionSetNode, type: GraphQLCompositeType, isRoot: boolean): SelectionSetNode {
    const plain = selections.flatMap((selection) => plainSelection(selection, type, isRoot));
    return { kind: Kind.SELECTION_SET, selections: plain.every(isConditional) ? [...plain, TYPENAME] : plain };
  }
  function plainSelection(selection: SelectionNode, type: GraphQLCompositeType, isRoot: boolean): readonly SelectionNode[] {
    const conditions = conditionsOf(selection, values);
    if (conditions === undefined) return [];
    const { directives } = conditions;
    if (selection.kind === Kind.FIELD) return plainField({ ...selection, directives }, type, isRoot);
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    if (fragment === undefined) throw new Error('A spread of a fragment that is not there is not valid.');
    const { typeCondition, selectionSet } = fragment;
    const on = typeCondition === undefined ? type : schema.getType(typeCondition.name.value);
    if (!isCompositeType(on)) throw new Error('A fragment on what is no object is not valid.');
    // A root has one type only.
    if (isRoot && directives.length === 0) return plainSet(selectionSet, on, true).selections;
    // In what was written for one type of an interface, what is for others says nothing.
    if (isObjectType(type) && on !== type && !(isAbstractType(on) && schema.isSubType(on, type))) return [];
    if (!isAbstractType(type) || !isUnknownTo(type, on) || isDeferred({ directives })) {
      return [inlineFragment(typeCondition === undefined ? undefined : on, directives, plainSet(selectionSet, on, isRoot))];
    }
    const possible = schema.getPossibleTypes(type);
    const both = schema.getPossibleTypes(on).filter((one) => possible.includes(one));
    return both.map((one) => inlineFragment(one, directives, plainSet(selectionSet, one, false)));
  }
  function plainField(field: FieldNode, type: GraphQLCompositeType, isRoot: boolean): readonly SelectionNode[] {
    const { name, selectionSet } = field;
    if (isRoot && (name.value === '__schema' || name.value === '__type')) return [];
    if (selectionSet === undefined || !('getFields' in type)) return [field];
    const inner = getNamedType(type.getFields()[name.value]?.type);
    return isCompositeType(inner) ? [{ ...field, selectionSet: plainSet(selectionSet, inner, false) }] : [field];
  }
  /** Whether a subgraph may know objects of a type without knowing which of them are of another. */
  function isUnknownTo(type: GraphQLAbstractType, on: GraphQLCompositeType): on is GraphQLAbstractType {
    return isAbstractType(on) && on !== type && interfaceObjects.has(type.name);
  }

  const rootType = schema.getRootType(operation.operation);
  if (rootType === undefined || rootType === null) throw new Error('An operation of a kind that the schema lacks is not valid.');
  return {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, selectionSet: plainSet(operation.selectionSet, rootType, true) }],
  };
}

function inlineFragment(
  on: GraphQLCompositeType | undefined,
  directives: readonly DirectiveNode[],
  selectionSet: SelectionSetNode,
): InlineFragmentNode {
  const typeCondition: NamedTypeNode | undefined =
    on === undefined ? undefined : { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: on.name } };
  return { kind: Kind.INLINE_FRAGMENT, ...(typeCondition === undefined ? {} : { typeCondition }), directives, selectionSet };
}

function isDeferred({ directives }: { readonly directives: readonly DirectiveNode[] }): boolean {
  return directives.some(({ name }) => name.value === 'defer');
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
    const holds = isCondition && value !== undefined ? valueUnder(value, values) : undefined;
    if (holds === undefined) left.push(directive);
    else if (holds !== (directive.name.value === 'include')) return undefined;
  }
  return { directives: left };
}

function valueUnder(node: ValueNode, values: ReadonlyMap<string, boolean>): boolean | undefined {
  if (node.kind === Kind.VARIABLE) return values.get(node.name.value);
  return node.kind === Kind.BOOLEAN ? node.value : undefined;
}
