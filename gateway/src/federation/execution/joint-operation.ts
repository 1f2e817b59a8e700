import type { FetchNode } from '@apollo/query-planner';
import { Kind, OperationTypeNode, parse, print, stripIgnoredCharacters } from 'graphql';
import type { PreparedSupergraph } from '../planning/supergraph-preparation.ts';
import type { FetchOperation } from '../subgraph-fetch.ts';
import { compileOperation } from './fetch-operation.ts';
import { compileVariables } from './fetch-variables.ts';
import type { RunContext } from './run-context.ts';

/** One fetch of entities, as a part of a call that asks for several. */
export type JointPart = {
  readonly fetch: FetchNode;
  readonly operation: FetchOperation;
  /** What is selected of the entities, with braces. */
  readonly selection: string;
  /** Its values are scalars, and nothing rewrites them: fetches with the same selection may share what was fetched. */
  readonly isShareable: boolean;
  /** Definitions of the client's variables by name: `$first:Int=5`. */
  readonly variables: ReadonlyMap<string, string>;
};

/** A call that asks for several fetches at once. Each has a slot: a field `_entities` under a name of its own; equal ones share theirs. */
export type JointOperation = {
  readonly operation: FetchOperation;
  /** By part, in the order given: the index of its slot. */
  readonly slotOf: readonly number[];
  /** Response keys and names of variables of the slots. */
  readonly slots: readonly string[];
  readonly writeVariables: (run: Pick<RunContext, 'variables'>) => string;
};

const REPRESENTATIONS = 'representations';

/** A fetch as a part of a call for several; undefined when it has to be asked by itself. Throws Unsupported. */
export function readJointPart(fetch: FetchNode, supergraph: PreparedSupergraph): JointPart | undefined {
  const operation = compileOperation(fetch, supergraph);
  const document = parse(operation.text, { noLocation: true });
  const [definition, ...more] = document.definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION || more.length > 0) return undefined;
  if (definition.operation !== OperationTypeNode.QUERY || (definition.directives ?? []).length > 0) return undefined;
  const [entities, ...others] = definition.selectionSet.selections;
  if (entities?.kind !== Kind.FIELD || entities.selectionSet === undefined || others.length > 0) return undefined;
  if (entities.alias !== undefined || (entities.directives ?? []).length > 0) return undefined;
  const variables = new Map<string, string>();
  for (const variable of definition.variableDefinitions ?? []) {
    const { value: name } = variable.variable.name;
    if (name !== REPRESENTATIONS) variables.set(name, stripIgnoredCharacters(print(variable)));
  }
  return {
    fetch,
    operation,
    selection: stripIgnoredCharacters(print(entities.selectionSet)),
    isShareable: operation.isLeafOnly && (fetch.outputRewrites ?? []).length === 0,
    variables,
  };
}

/** Makes one call of these parts of one subgraph; undefined when they define a variable differently. */
export function joinParts(parts: readonly JointPart[]): JointOperation | undefined {
  const variables = new Map<string, string>();
  for (const part of parts) {
    for (const [name, definition] of part.variables) {
      if ((variables.get(name) ?? definition) !== definition) return undefined;
      variables.set(name, definition);
    }
  }
  const [first] = parts;
  if (first === undefined) return undefined;
  const prefix = prefixFor(variables);
  const fields: string[] = [];
  const slots: string[] = [];
  const shared = new Map<string, number>();
  const slotOf = parts.map(({ selection, isShareable }) => {
    const known = isShareable ? shared.get(selection) : undefined;
    if (known !== undefined) return known;
    const slot = slots.push(`${prefix}${slots.length}`) - 1;
    fields.push(`${slots[slot]}:_entities(representations:$${slots[slot]})${selection}`);
    if (isShareable) shared.set(selection, slot);
    return slot;
  });
  const definitions = [...slots.map((name) => `$${name}:[_Any!]!`), ...variables.values()].join(',');
  const { name, subgraph } = first.operation;
  const text = `query${name === undefined ? '' : ` ${name}`}(${definitions}){${fields.join(' ')}}`;
  const nameMember = name === undefined ? '' : `"operationName":${JSON.stringify(name)},`;
  const jsonPrefix = `{"query":${JSON.stringify(text)},${nameMember}"variables":`;
  return {
    operation: { subgraph, kind: 'query', text, name, jsonPrefix, rootKeys: slots },
    slotOf,
    slots,
    writeVariables: compileVariables([...variables.keys()]),
  };
}

/** A name that no variable's begins with. */
function prefixFor(variables: ReadonlyMap<string, string>): string {
  let prefix = 'e';
  while ([...variables.keys()].some((name) => name.startsWith(prefix))) prefix += '_';
  return prefix;
}
