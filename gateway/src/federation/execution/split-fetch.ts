import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { Kind, parse, print, type SelectionNode, type SelectionSetNode, visit } from 'graphql';
import type { PreparedSupergraph, Requirement } from '../planning/supergraph-preparation.ts';
import { selectedBy } from './fetch-operation.ts';

/**
 * The fetches that one fetch of entities must be: more than one where fields of one entity require the same field with different
 * arguments, because a representation has one place for it. Each field is asked for once.
 */
export function splitFetch(fetch: FetchNode, supergraph: PreparedSupergraph): FetchNode[] {
  if (fetch.requires === undefined || supergraph.fixedFields.size === 0) return [fetch];
  const document = parse(fetch.operation, { noLocation: true });
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const demands = demandsOf(selectedBy(fetch, operation), fetch.serviceName, supergraph);
  const groups: { fields: Set<string>; demand: Map<string, string> }[] = [];
  for (const [field, demand] of demands) {
    const group = groups.find((candidate) => isCompatible(candidate.demand, demand));
    if (group === undefined) groups.push({ fields: new Set([field]), demand: new Map(demand) });
    else {
      group.fields.add(field);
      for (const [path, name] of demand) group.demand.set(path, name);
    }
  }
  const [first] = groups;
  if (first === undefined || groups.length === 1) return [fetch];
  const demanding = new Set(groups.flatMap((group) => [...group.fields]));
  return groups.map((group) => {
    const isMine = (typed: string) => group.fields.has(typed) || (group === first && !demanding.has(typed));
    const sent = visit(document, {
      Field: (field) =>
        field.name.value === '_entities' && field.selectionSet !== undefined
          ? { ...field, selectionSet: keepFields(field.selectionSet, undefined, isMine) }
          : undefined,
    });
    const requires = fetch.requires?.map((one) => keepDemand(one, '', group.demand, supergraph)) ?? [];
    return { ...fetch, operation: print(sent), requires };
  });
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
  demand: ReadonlyMap<string, string>,
  supergraph: PreparedSupergraph,
): QueryPlanSelectionNode {
  if (node.selections === undefined) return node;
  const pathOf = (name: string) => {
    const field = supergraph.fixedFields.get(name)?.field ?? name;
    return above === '' ? field : `${above}.${field}`;
  };
  const kept = node.selections.filter((selection) => {
    if (selection.kind !== 'Field') return true;
    const wanted = demand.get(pathOf(selection.name));
    return wanted === undefined ? !supergraph.fixedFields.has(selection.name) : wanted === selection.name;
  });
  const selections = kept.map((selection) =>
    keepDemand(selection, selection.kind === 'Field' ? pathOf(selection.name) : above, demand, supergraph),
  );
  return { ...node, selections };
}
