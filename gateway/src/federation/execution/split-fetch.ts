import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { Kind, parse, print, type SelectionNode, type SelectionSetNode, visit } from 'graphql';
import type { PreparedSupergraph, Requirement } from '../planning/supergraph-preparation.ts';
import { selectedBy } from './fetch-operation.ts';

type Group = { readonly fields: Set<string>; readonly demand: Map<string, string> };

/**
 * The fetches that one fetch of entities must be. Each field is asked for once. More than one
 * - where fields of one entity require the same field with different arguments, because a representation has one place for it;
 * - where some fields of an interface object require something: the planner has it fetched for the types that are asked for those fields,
 *   and entities of other types would be lost with what they lack.
 */
export function splitFetch(fetch: FetchNode, supergraph: PreparedSupergraph): FetchNode[] {
  if (fetch.requires === undefined) return [fetch];
  const isOfInterface =
    fetch.inputRewrites?.some(({ kind, path }) => kind === 'ValueSetter' && path.at(-1) === '__typename') === true;
  if (supergraph.fixedFields.size === 0 && !isOfInterface) return [fetch];
  const document = parse(fetch.operation, { noLocation: true });
  const selected = selectedBy(
    fetch,
    document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION),
  );
  const demands = demandsOf(selected, fetch.serviceName, supergraph);
  const groups = groupsOf(demands, isOfInterface ? isSame : isCompatible);
  const [first] = groups;
  const isUndemanding = (typed: string) => !demands.has(typed) && !typed.endsWith('.__typename');
  if (isOfInterface && first !== undefined && keepFields(selected, undefined, isUndemanding).selections.length > 0) {
    groups.unshift({ fields: new Set(), demand: new Map() });
  }
  if (groups.length < 2) return [fetch];
  const demanded = new Set([...demands.values()].flatMap((demand) => [...demand.keys()]));
  const keyNames = new Set([...supergraph.keys.values()].flat(2));
  return groups.map((group, index) => {
    const isMine = (typed: string) => group.fields.has(typed) || (index === 0 && !demands.has(typed));
    const sent = visit(document, {
      Field: (field) =>
        field.name.value === '_entities' && field.selectionSet !== undefined
          ? { ...field, selectionSet: keepFields(field.selectionSet, undefined, isMine) }
          : undefined,
    });
    const isForeign = (path: string) => isOfInterface && demanded.has(path) && !group.demand.has(path) && !keyNames.has(path);
    const requires = fetch.requires?.map((one) => keepDemand(one, '', { demand: group.demand, isForeign, supergraph })) ?? [];
    return { ...fetch, operation: print(sent), requires };
  });
}

function groupsOf(
  demands: ReadonlyMap<string, Requirement>,
  mayJoin: (demand: ReadonlyMap<string, string>, other: Requirement) => boolean,
): Group[] {
  const groups: Group[] = [];
  for (const [field, demand] of demands) {
    const group = groups.find((candidate) => mayJoin(candidate.demand, demand));
    if (group === undefined) groups.push({ fields: new Set([field]), demand: new Map(demand) });
    else {
      group.fields.add(field);
      for (const [path, name] of demand) group.demand.set(path, name);
    }
  }
  return groups;
}

/** By `Type.field` of the entities' own fields: what its `@requires` asks for. */
function demandsOf(set: SelectionSetNode, subgraph: string, supergraph: PreparedSupergraph): Map<string, Requirement> {
  const demands = new Map<string, Requirement>();
  const walk = ({ selections }: SelectionSetNode, type: string): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, selection.typeCondition?.name.value ?? type);
      if (selection.kind !== Kind.FIELD) continue;
      const typed = `${type}.${selection.name.value}`;
      const requirement = supergraph.requirements.get(`${subgraph} ${typed}`);
      if (requirement !== undefined) demands.set(typed, requirement);
    }
  };
  walk(set, '');
  return demands;
}

function isCompatible(left: ReadonlyMap<string, string>, right: Requirement): boolean {
  return [...right].every(([path, name]) => !left.has(path) || left.get(path) === name);
}

function isSame(left: ReadonlyMap<string, string>, right: Requirement): boolean {
  return left.size === right.size && [...right].every(([path, name]) => left.get(path) === name);
}

function keepFields(set: SelectionSetNode, type: string | undefined, isMine: (typed: string) => boolean): SelectionSetNode {
  const selections: SelectionNode[] = [];
  for (const selection of set.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const kept = keepFields(selection.selectionSet, selection.typeCondition?.name.value ?? type, isMine);
      if (kept.selections.length > 0) selections.push({ ...selection, selectionSet: kept });
    } else if (selection.kind === Kind.FIELD && isMine(`${type ?? ''}.${selection.name.value}`)) selections.push(selection);
  }
  return { ...set, selections };
}

/** Of what a representation holds: keys, and of fields that compete for one place the one that this group asks for. */
function keepDemand(
  node: QueryPlanSelectionNode,
  above: string,
  group: {
    readonly demand: ReadonlyMap<string, string>;
    isForeign(path: string): boolean;
    readonly supergraph: PreparedSupergraph;
  },
): QueryPlanSelectionNode {
  if (node.selections === undefined) return node;
  const { fixedFields } = group.supergraph;
  const pathOf = (name: string) => {
    const field = fixedFields.get(name)?.field ?? name;
    return above === '' ? field : `${above}.${field}`;
  };
  const kept = node.selections.filter((selection) => {
    if (selection.kind !== 'Field') return true;
    const wanted = group.demand.get(pathOf(selection.name));
    if (wanted !== undefined) return wanted === selection.name;
    return !fixedFields.has(selection.name) && !group.isForeign(pathOf(selection.name));
  });
  const selections = kept.map((selection) =>
    keepDemand(selection, selection.kind === 'Field' ? pathOf(selection.name) : above, group),
  );
  return { ...node, selections };
}
