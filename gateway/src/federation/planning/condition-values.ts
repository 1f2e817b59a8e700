import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** The values of the variables that `@skip` and `@include` name, at one execution. */
export type ConditionValues = {
  /** Tells one combination from another; empty for an operation that has no such variables. */
  readonly key: string;
  readonly values: ReadonlyMap<string, boolean>;
};

type Asked = {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** 2⁵ = 32 plans of one operation at most. With more variables it is planned once, and the plan has the conditions. */
const MAX_DECIDED = 5;

const NOTHING: ConditionValues = { key: '', values: new Map() };

const known = new WeakMap<OperationDefinitionNode, ReadonlyMap<string, boolean>>();

/**
 * What the variables of an operation decide. It is planned for these values: of a plan that has the conditions, the planner (2.14) makes
 * what a skipped field requires a requirement of the fields beside it, and they are lost with it.
 */
export function conditionValues({ document, operation, variables }: Asked): ConditionValues {
  let defaults = known.get(operation);
  if (defaults === undefined) {
    defaults = conditionDefaults(document, operation);
    known.set(operation, defaults);
  }
  if (defaults.size === 0 || defaults.size > MAX_DECIDED) return NOTHING;
  const values = new Map<string, boolean>();
  let key = '';
  for (const [name, byDefault] of defaults) {
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const value = given === undefined ? byDefault : given === true;
    values.set(name, value);
    key += value ? '1' : '0';
  }
  return { key, values };
}

/** By name of each variable that decides over a selection: whether it holds when it is not given. */
function conditionDefaults(document: DocumentNode, operation: OperationDefinitionNode): Map<string, boolean> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const names = new Set<string>();
  const visited = new Set<string>();
  const visit = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      for (const { name, arguments: given = [] } of selection.directives ?? []) {
        if (name.value !== 'skip' && name.value !== 'include') continue;
        for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      }
      if (selection.kind !== Kind.FRAGMENT_SPREAD) {
        if (selection.selectionSet !== undefined) visit(selection.selectionSet);
        continue;
      }
      const fragment = fragments.get(selection.name.value);
      if (fragment === undefined || visited.has(selection.name.value)) continue;
      visited.add(selection.name.value);
      visit(fragment.selectionSet);
    }
  };
  visit(operation.selectionSet);
  const defaults = new Map<string, boolean>();
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    const { value: name } = variable.name;
    if (names.has(name)) defaults.set(name, defaultValue?.kind === Kind.BOOLEAN && defaultValue.value);
  }
  return defaults;
}
