import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { HiddenValues } from './hidden-values.ts';

/** What a client asked for: an operation with the fragments of its document. */
export type ClientOperation = {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** What the schema does not show; undefined: nothing. */
  readonly hidden?: HiddenValues;
};

const CONDITIONAL = new Set(['skip', 'include', 'defer']);

/** Whether `@skip` and `@include` let a selection stand. */
export type Inclusion = (selection: SelectionNode) => boolean;

/** The inclusion under the values of boolean variables. With `isDeferring`, what is deferred does not stand either: it comes later. */
export function inclusionUnder(isTrue: (variable: string) => boolean, isDeferring: boolean): Inclusion {
  return ({ directives }) =>
    (directives ?? []).every((directive) => {
      const name = directive.name.value;
      if (!CONDITIONAL.has(name)) return true;
      const condition = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
      const holds =
        condition?.kind === Kind.VARIABLE ? isTrue(condition.name.value) : condition?.kind !== Kind.BOOLEAN || condition.value;
      if (name === 'include') return holds;
      return name === 'skip' ? !holds : !(isDeferring && holds);
    });
}

/**
 * The fields that selection sets ask of an object of one type, by the client's response key, in the order of the specification. The type is
 * abstract for an object of which nothing more is known.
 */
export function fieldsOf(
  client: ClientOperation,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  isIncluded: Inclusion,
): Map<string, FieldNode[]> {
  const { schema, fragments } = client;
  const fields = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  const applies = (condition: string | undefined): boolean => {
    if (condition === undefined || condition === type.name) return true;
    const on = schema.getType(condition);
    return isAbstractType(on) && 'getFields' in type && schema.isSubType(on, type);
  };
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (!isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const known = fields.get(key);
        if (known === undefined) fields.set(key, [selection]);
        else known.push(selection);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(selection.typeCondition?.name.value)) collect(selection.selectionSet);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined && applies(fragment.typeCondition.name.value)) collect(fragment.selectionSet);
      }
    }
  };
  for (const set of sets) collect(set);
  return fields;
}

/** The selection sets under some fields. */
export function setsUnder(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap((node) => (node.selectionSet === undefined ? [] : [node.selectionSet]));
}

/** The variables that decide over selections anywhere in the operation. */
export function conditionVariables({ operation, fragments }: ClientOperation): string[] {
  const names = new Set<string>();
  const visited = new Set<string>();
  const visit = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      for (const directive of selection.directives ?? []) {
        if (!CONDITIONAL.has(directive.name.value)) continue;
        for (const { value } of directive.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment === undefined || visited.has(selection.name.value)) continue;
        visited.add(selection.name.value);
        visit(fragment.selectionSet);
      } else if (selection.selectionSet !== undefined) visit(selection.selectionSet);
    }
  };
  visit(operation.selectionSet);
  return [...names].sort();
}
