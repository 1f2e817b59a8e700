import { DEFAULT_PAGE_SIZE } from '@academy/kernel';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Upper bounds of one request. A request that passes one is refused before anything is planned. */
export type Limits = {
  readonly maxBodyBytes: number;
  /** Lexical tokens of a document; the parser stops there. */
  readonly maxTokens: number;
  /** Fields below one another, through fragments. */
  readonly maxDepth: number;
  /** Aliases, each counted as often as its fragment is spread. */
  readonly maxAliases: number;
  /** Fields, each counted as often as its fragment is spread. */
  readonly maxSelections: number;
  /** Fields times page sizes; a tenant may have less, never more. */
  readonly maxCost: number;
  readonly maxDirectives: number;
  readonly maxOperations: number;
  readonly maxVariables: number;
  /** Objects and lists below one another in the values of variables. */
  readonly maxVariableDepth: number;
};

/** Where every limit starts. Far above what the console asks for, far below what makes the planner stall. */
export const DEFAULT_LIMITS: Limits = {
  maxBodyBytes: 100_000,
  maxTokens: 2_500,
  maxDepth: 12,
  maxAliases: 20,
  maxSelections: 400,
  maxCost: 5_000,
  maxDirectives: 50,
  maxOperations: 10,
  maxVariables: 50,
  maxVariableDepth: 20,
};

/** How large a document is once its fragments are expanded. */
export type Measure = {
  readonly selections: number;
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly operations: number;
  readonly variables: number;
  /** A fragment that spreads itself: the document has no expansion. */
  readonly isCyclic: boolean;
  /** Selections that were visited to find out: at most those written in the document. */
  readonly steps: number;
};

type Size = { selections: number; depth: number; aliases: number };

/** Introspection nests deeply by nature and is bounded by a validation rule of its own. */
const INTROSPECTION_ROOTS = new Set(['__schema', '__type']);

/**
 * Measures a document without expanding it: each fragment is measured once and then added as often as it is spread,
 * so the time is linear in the document however large its expansion is.
 */
export function measureDocument(document: DocumentNode): Measure {
  const fragments = fragmentsOf(document);
  const measured = new Map<string, Size>();
  const open = new Set<string>();
  let steps = 0;
  let directives = 0;
  let isCyclic = false;

  const measureSet = (set: SelectionSetNode | undefined): Size => {
    const total: Size = { selections: 0, depth: 0, aliases: 0 };
    for (const selection of set?.selections ?? []) {
      steps += 1;
      directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD) {
        const inner = measureSet(selection.selectionSet);
        total.selections += 1 + inner.selections;
        total.aliases += (selection.alias === undefined ? 0 : 1) + inner.aliases;
        const innerDepth = INTROSPECTION_ROOTS.has(selection.name.value) ? 0 : inner.depth;
        total.depth = Math.max(total.depth, 1 + innerDepth);
      } else {
        const inner =
          selection.kind === Kind.INLINE_FRAGMENT ? measureSet(selection.selectionSet) : measureFragment(selection.name.value);
        total.selections += inner.selections;
        total.aliases += inner.aliases;
        total.depth = Math.max(total.depth, inner.depth);
      }
    }
    return total;
  };
  const measureFragment = (name: string): Size => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    if (open.has(name)) {
      isCyclic = true;
      return { selections: 0, depth: 0, aliases: 0 };
    }
    open.add(name);
    const size = measureSet(fragments.get(name)?.selectionSet);
    open.delete(name);
    measured.set(name, size);
    return size;
  };

  const operations = operationsOf(document);
  const whole: Size = { selections: 0, depth: 0, aliases: 0 };
  let variables = 0;
  for (const operation of operations) {
    const size = measureSet(operation.selectionSet);
    whole.selections += size.selections;
    whole.aliases += size.aliases;
    whole.depth = Math.max(whole.depth, size.depth);
    directives += operation.directives?.length ?? 0;
    variables = Math.max(variables, operation.variableDefinitions?.length ?? 0);
  }
  // A fragment that nothing spreads is refused by validation, which must not have to walk more than was measured.
  for (const name of fragments.keys()) measureFragment(name);
  return { ...whole, directives, operations: operations.length, variables, isCyclic, steps };
}

/** What a measured document has too much of, as a sentence for the client; undefined when it fits. */
export function findExcess(measure: Measure, limits: Limits): string | undefined {
  if (measure.isCyclic) return 'A fragment spreads itself; remove the cycle.';
  const bounds: readonly [string, number, number][] = [
    ['operations', measure.operations, limits.maxOperations],
    ['variables', measure.variables, limits.maxVariables],
    ['directives', measure.directives, limits.maxDirectives],
    ['levels of fields', measure.depth, limits.maxDepth],
    ['aliases', measure.aliases, limits.maxAliases],
    ['fields once fragments are expanded', measure.selections, limits.maxSelections],
  ];
  const broken = bounds.find(([, has, may]) => has > may);
  if (broken === undefined) return undefined;
  const [what, has, may] = broken;
  return `A document may have ${may} ${what}, this one has ${has}; ask for less at once.`;
}

/**
 * The cost of a valid operation: one per field, times the page sizes above it. A connection that does not say `first` costs the default
 * page; a page size below 1 costs as much as 1. Linear in the document: each fragment is counted once.
 */
export function costOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
  variables: Readonly<Record<string, unknown>>,
): number {
  const fragments = fragmentsOf(document);
  const counted = new Map<string, number>();

  const costOfSet = (set: SelectionSetNode | undefined, parent: GraphQLNamedType | undefined): number => {
    let cost = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        const field = fieldOf(parent, selection.name.value);
        const inner = costOfSet(selection.selectionSet, field === undefined ? undefined : getNamedType(field.type));
        cost += 1 + pageSizeOf(field, selection.arguments ?? [], variables) * inner;
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition?.name.value;
        cost += costOfSet(selection.selectionSet, on === undefined ? parent : schema.getType(on));
      } else {
        cost += costOfFragment(selection.name.value);
      }
    }
    return cost;
  };
  const costOfFragment = (name: string): number => {
    const known = counted.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    const type = fragment === undefined ? undefined : schema.getType(fragment.typeCondition.name.value);
    const cost = costOfSet(fragment?.selectionSet, type !== undefined && isCompositeType(type) ? type : undefined);
    counted.set(name, cost);
    return cost;
  };

  return costOfSet(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
}

/** How many objects and lists lie below one another in a JSON value; stops at `most + 1`. Does not recurse. */
export function nestingOf(value: unknown, most: number): number {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= most; depth += 1) {
    const containers = level.filter((item): item is object => typeof item === 'object' && item !== null);
    if (containers.length === 0) return depth;
    level = containers.flatMap((container) => Object.values(container) as unknown[]);
  }
  return most + 1;
}

function pageSizeOf(
  field: GraphQLField<unknown, unknown> | undefined,
  given: readonly { name: { value: string }; value: { kind: string; value?: unknown; name?: { value: string } } }[],
  variables: Readonly<Record<string, unknown>>,
): number {
  if (field === undefined || !field.args.some((argument) => argument.name === 'first')) return 1;
  const node = given.find((argument) => argument.name.value === 'first')?.value;
  const asked =
    node?.kind === Kind.VARIABLE ? variables[node.name?.value ?? ''] : node?.kind === Kind.INT ? Number(node.value) : undefined;
  return Math.max(1, typeof asked === 'number' ? asked : DEFAULT_PAGE_SIZE);
}

function fieldOf(type: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}

function operationsOf(document: DocumentNode): OperationDefinitionNode[] {
  return document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}
