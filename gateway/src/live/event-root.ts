import { Fault } from '@academy/kernel';
import {
  type DirectiveNode,
  type FieldNode,
  type GraphQLFormattedError,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { inclusionUnder } from '../federation/execution/selected-fields.ts';
import { fetchOperationOf } from '../federation/fetch-operation-of.ts';
import type { CallSubgraph, ExecutionContext, FetchOperation, FetchResult, SubgraphFetch } from '../federation/subgraph-fetch.ts';

/** What stands behind an object field of an event: something that its island knows more of. */
export type EventObject =
  | { readonly kind: 'entity'; readonly type: string; readonly id: string }
  | { readonly kind: 'entities'; readonly type: string; readonly ids: readonly string[] }
  /** The island's query of the same name and arguments. */
  | { readonly kind: 'query' };

/** An event as the root field of a subscription gives it, all that is told without asking an island. */
export type RootEvent = {
  readonly typename: string;
  /** Scalars and nulls, by name of the field. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Objects, by name of the field. */
  readonly objects: Readonly<Record<string, EventObject>>;
};

type Member = { readonly key: string; readonly field: FieldNode; readonly directives: readonly DirectiveNode[] };
type Root = { readonly key: string; readonly members: readonly Member[]; readonly operation: OperationDefinitionNode };
/** A call that is made for one object field. `variables`: the names that it uses. */
type ObjectCall = { readonly operation: FetchOperation; readonly variables: readonly string[] };
type Variables = Readonly<Record<string, unknown>>;

const roots = new WeakMap<FetchOperation, Root>();
const calls = new WeakMap<FieldNode, ObjectCall>();

/**
 * Answers what a plan asks of the island of a subscription: scalars from the event itself, without any call; objects by calls of that island
 * under the viewer's rights. Rejects with NOT_FOUND when the island says that one object of the event is not there for the viewer; of a list
 * such objects are left out.
 */
export async function answerEventRoot(
  event: RootEvent,
  fetch: SubgraphFetch,
  call: CallSubgraph,
  context: ExecutionContext,
): Promise<FetchResult> {
  const root = rootOf(fetch.operation);
  const variables: Variables = fetch.variables === '' ? {} : (JSON.parse(`{${fetch.variables}}`) as Variables);
  const isIncluded = inclusionUnder((name) => variables[name] === true, false);
  const errors: GraphQLFormattedError[] = [];
  const object: Record<string, unknown> = {};
  const fetched: Promise<void>[] = [];
  for (const { key, field, directives } of root.members) {
    if (!isIncluded({ ...field, directives })) continue;
    const { value: name } = field.name;
    const behind = event.objects[name];
    if (name === '__typename') object[key] = event.typename;
    else if (behind === undefined) object[key] = event.values[name] ?? null;
    else {
      const ask = { fetch, root, field, variables, path: [root.key, key], errors, call, context };
      fetched.push(
        fetchObject(behind, ask).then((value) => {
          object[key] = value;
        }),
      );
    }
  }
  await Promise.all(fetched);
  return { data: { [root.key]: object }, ...(errors.length === 0 ? {} : { errors }) };
}

type Ask = {
  readonly fetch: SubgraphFetch;
  readonly root: Root;
  readonly field: FieldNode;
  readonly variables: Variables;
  /** Where the object stands in the answer. */
  readonly path: readonly (string | number)[];
  readonly errors: GraphQLFormattedError[];
  readonly call: CallSubgraph;
  readonly context: ExecutionContext;
};

async function fetchObject(behind: EventObject, ask: Ask): Promise<unknown> {
  const { field, fetch, root, path, errors } = ask;
  const { operation, variables: names } = callOf(behind, field, root, fetch.operation.subgraph);
  const given = names.flatMap((name) =>
    name in ask.variables ? [`${JSON.stringify(name)}:${JSON.stringify(ask.variables[name])}`] : [],
  );
  const representations = representationsOf(behind);
  const { data, errors: told = [] } = await ask.call({ operation, variables: given.join(','), representations }, ask.context);
  const under = (above: readonly (string | number)[], error: GraphQLFormattedError, depth: number) =>
    errors.push({ ...error, path: [...above, ...(error.path ?? []).slice(depth)] });
  if (behind.kind === 'query') {
    for (const error of told) under(path, error, 1);
    return data?.[field.name.value] ?? null;
  }
  const answered = data?.['_entities'];
  const entities: readonly unknown[] = Array.isArray(answered) ? answered : [];
  if (behind.kind === 'entity') {
    const entity = entities[0] ?? null;
    if (entity === null && told.every(isNotFound)) throw new Fault('NOT_FOUND', 'There is no such object.');
    for (const error of told) under(path, error, 2);
    return entity;
  }
  if (data === null) {
    for (const error of told) under(path, error, 2);
    return null;
  }
  const seen = entities.flatMap((entity, index) => (entity === null ? [] : [index]));
  for (const error of told) {
    const place = seen.indexOf(Number(error.path?.[1]));
    if (place >= 0) under([...path, place], error, 2);
    else if (!isNotFound(error)) under(path, error, 2);
  }
  return seen.map((index) => entities[index]);
}

function isNotFound({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.['code'] === 'NOT_FOUND';
}

function representationsOf(behind: EventObject): readonly string[] | undefined {
  switch (behind.kind) {
    case 'query':
      return undefined;
    case 'entity':
      return [representation(behind.type, behind.id)];
    case 'entities':
      return behind.ids.map((id) => representation(behind.type, id));
  }
}

function representation(type: string, id: string): string {
  return JSON.stringify({ __typename: type, id });
}

function rootOf(operation: FetchOperation): Root {
  const known = roots.get(operation);
  if (known !== undefined) return known;
  const definition = parse(operation.text, { noLocation: true }).definitions.find(
    (one) => one.kind === Kind.OPERATION_DEFINITION,
  );
  const field = definition?.selectionSet.selections.find(
    (selection): selection is FieldNode => selection.kind === Kind.FIELD && selection.selectionSet !== undefined,
  );
  if (definition === undefined || field?.selectionSet === undefined) throw new Error(`No subscription: ${operation.text}`);
  const made = {
    key: (field.alias ?? field.name).value,
    members: membersOf(field.selectionSet, []),
    operation: definition,
  };
  roots.set(operation, made);
  return made;
}

/** The fields of an object that has one type only: fragments are what their conditions make of them. */
function membersOf({ selections }: SelectionSetNode, above: readonly DirectiveNode[]): Member[] {
  return selections.flatMap((selection) => {
    const directives = [...above, ...(selection.directives ?? [])];
    if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error('A plan has no named fragments.');
    if (selection.kind === Kind.INLINE_FRAGMENT) return membersOf(selection.selectionSet, directives);
    return [{ key: (selection.alias ?? selection.name).value, field: selection, directives }];
  });
}

/** What is selected under a field, made an operation of its own with the variables that it uses. */
function callOf(behind: EventObject, field: FieldNode, root: Root, subgraph: string): ObjectCall {
  const known = calls.get(field);
  if (known !== undefined) return known;
  const { alias: _alias, directives: _directives, ...bare } = field;
  const asked = behind.kind === 'query' ? bare : field.selectionSet;
  if (asked === undefined) throw new Error(`Nothing is asked of ${field.name.value}.`);
  const names = new Set<string>();
  visit(asked, { Variable: ({ name }) => void names.add(name.value) });
  const declared = (root.operation.variableDefinitions ?? [])
    .filter(({ variable }) => names.has(variable.name.value))
    .map((definition) => print(definition));
  const text =
    behind.kind === 'query'
      ? `query ${declared.length === 0 ? '' : `(${declared.join(', ')}) `}{ ${print(asked)} }`
      : `query (${['$representations: [_Any!]!', ...declared].join(', ')}) { _entities(representations: $representations) { ... on ${behind.type} ${print(asked)} } }`;
  const made = { operation: fetchOperationOf(subgraph, text), variables: [...names] };
  calls.set(field, made);
  return made;
}
