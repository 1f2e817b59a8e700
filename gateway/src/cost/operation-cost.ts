import {
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { INTROSPECTION_ROOT_FIELDS } from '../public-fields.ts';
import { type Amount, type Given, multiplied, remembered, sum } from './amount.ts';
import { compileArgumentCost } from './argument-cost.ts';
import type { ListSize } from './cost-directives.ts';
import { type CostModel, MUTATION_BASE_COST } from './cost-model.ts';
import { compileSlice } from './slice.ts';

/** What one operation of a valid document costs, worked out once: only what hangs on variables is left to each request. */
export type OperationCost = {
  /** Estimated cost with these values, which must fit what the operation declares. */
  of(variables: Given): number;
  /** A list whose size the operation must bound by exactly one argument and does not, as a sentence; undefined when there is none. */
  findUnbounded(variables: Given): string | undefined;
};

/** A list field below something: what one item costs, and the whole list if nobody above says how long it is. */
type List = { item: Amount; whole: Amount };
/** A selection set: what it costs whatever stands above it, and its lists by field name. */
type Selected = { readonly rest: Amount; readonly lists: ReadonlyMap<string, List> };

/**
 * Compiles the cost of an operation. Per field: size of its list × (weight + what is selected below) + its arguments. Linear in the
 * document: each fragment is compiled once, and evaluated once per request.
 */
export function compileCost(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
  model: CostModel,
): OperationCost {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const compiled = new Map<string, Selected>();
  const unbounded: ((given: Given) => string | undefined)[] = [];
  const defaults = defaultsOf(operation);

  function compileField(node: FieldNode, parent: GraphQLNamedType | undefined): { rest: Amount; list?: List } {
    const name = node.name.value;
    if (INTROSPECTION_ROOT_FIELDS.has(name)) return { rest: 1 };
    const field = fieldOf(parent, name);
    if (field === undefined || parent === undefined) return { rest: 0 };
    const type = getNamedType(field.type);
    const size = model.listSizeOf(parent, field);
    const slice =
      size === undefined
        ? undefined
        : compileSlice(node, field, size, { coordinate: `${parent.name}.${name}`, otherwise: model.assumedListSize });
    if (slice?.findUnbounded !== undefined) unbounded.push(slice.findUnbounded);
    const item = sum([model.weightOfField(parent, field, type), below(node, type, size, slice?.size)]);
    const args = sum((node.arguments ?? []).map((argument) => costOfArgument(argument, field, `${parent.name}.${name}`)));
    if (!isListType(getNullableType(field.type))) return { rest: sum([item, args]) };
    return { rest: args, list: { item, whole: multiplied(slice?.size ?? model.assumedListSize, item) } };
  }

  function below(node: FieldNode, type: GraphQLNamedType, size: ListSize | undefined, slice: Amount | undefined): Amount {
    if (node.selectionSet === undefined) return 0;
    const { rest, lists } = compileSet(node.selectionSet, type);
    const sized = slice === undefined ? [] : (size?.sizedFields ?? []);
    const amounts = [...lists].map(([name, { item, whole }]) =>
      slice !== undefined && sized.includes(name) ? multiplied(slice, item) : whole,
    );
    return sum([rest, ...amounts]);
  }

  function costOfArgument(node: ArgumentNode, field: GraphQLField<unknown, unknown>, coordinate: string): Amount {
    const argument = field.args.find(({ name }) => name === node.name.value);
    if (argument === undefined) return 0;
    return compileArgumentCost(node.value, argument.type, `${coordinate}(${argument.name}:)`, model);
  }

  function compileSet(set: SelectionSetNode, parent: GraphQLNamedType | undefined): Selected {
    const rest: Amount[] = [];
    const lists = new Map<string, List[]>();
    const take = (
      selected: { rest: Amount; lists: Iterable<readonly [string, List]> },
      directives: readonly DirectiveNode[] = [],
    ) => {
      const times = compileCondition(directives);
      rest.push(multiplied(times, selected.rest));
      for (const [name, { item, whole }] of selected.lists) {
        const list = { item: multiplied(times, item), whole: multiplied(times, whole) };
        lists.set(name, [...(lists.get(name) ?? []), list]);
      }
    };
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const { rest: own, list } = compileField(selection, parent);
        take({ rest: own, lists: list === undefined ? [] : [[selection.name.value, list]] }, selection.directives);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition?.name.value;
        take(compileSet(selection.selectionSet, on === undefined ? parent : schema.getType(on)), selection.directives);
      } else {
        take(compileFragment(selection.name.value), selection.directives);
      }
    }
    const summed = [...lists].map(([name, all]): [string, List] => [
      name,
      { item: sum(all.map(({ item }) => item)), whole: sum(all.map(({ whole }) => whole)) },
    ]);
    return { rest: sum(rest), lists: new Map(summed) };
  }

  function compileFragment(name: string): Selected {
    const known = compiled.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    if (fragment === undefined) return { rest: 0, lists: new Map() };
    const { rest, lists } = compileSet(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value));
    const kept = [...lists].map(([field, { item, whole }]): [string, List] => [
      field,
      { item: remembered(item), whole: remembered(whole) },
    ]);
    const selected = { rest: remembered(rest), lists: new Map(kept) };
    compiled.set(name, selected);
    return selected;
  }

  const root = compileSet(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
  const base = operation.operation === OperationTypeNode.MUTATION ? MUTATION_BASE_COST : 0;
  const total = sum([base, root.rest, ...[...root.lists.values()].map(({ whole }) => whole)]);
  const withDefaults = (given: Given): Given => (defaults === undefined ? given : { ...defaults, ...given });
  return {
    of: (variables) => (typeof total === 'number' ? total : total({ given: withDefaults(variables) })),
    findUnbounded(variables) {
      if (unbounded.length === 0) return undefined;
      const given = withDefaults(variables);
      for (const find of unbounded) {
        const found = find(given);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

/** 1 or 0: whether something that bears `@skip` or `@include` is answered. */
function compileCondition(directives: readonly DirectiveNode[]): Amount {
  const conditions = directives
    .filter(({ name }) => name.value === 'skip' || name.value === 'include')
    .map((directive): Amount => {
      const wanted = directive.name.value === 'include';
      const value = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
      if (value?.kind === Kind.BOOLEAN) return value.value === wanted ? 1 : 0;
      if (value?.kind !== Kind.VARIABLE) return 1;
      const variable = value.name.value;
      return ({ given }) => (given[variable] === wanted ? 1 : 0);
    });
  return conditions.reduce<Amount>((all, one) => multiplied(all, one), 1);
}

function fieldOf(type: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function defaultsOf(operation: OperationDefinitionNode): Given | undefined {
  const written = (operation.variableDefinitions ?? []).filter(({ defaultValue }) => defaultValue !== undefined);
  if (written.length === 0) return undefined;
  return Object.fromEntries(
    written.map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue === undefined ? undefined : valueFromASTUntyped(defaultValue),
    ]),
  );
}
