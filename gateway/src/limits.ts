import {
  type DocumentNode,
  type FragmentDefinitionNode,
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
  /** Objects times page sizes, as the schema's `@cost` and `@listSize` weigh them; a tenant may have less, never more. */
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

/** How many objects and lists lie below one another in a JSON value; stops at `most + 1`. Does not recurse. */
export function nestingOf(value: unknown, most: number): number {
  if (!isContainer(value)) return 0;
  let level: object[] = [value];
  for (let depth = 1; depth <= most; depth += 1) {
    const below: object[] = [];
    for (const container of level) {
      for (const item of Object.values(container) as unknown[]) if (isContainer(item)) below.push(item);
    }
    if (below.length === 0) return depth;
    level = below;
  }
  return most + 1;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
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
