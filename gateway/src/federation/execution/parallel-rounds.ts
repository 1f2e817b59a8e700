import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { Kind, parse, type SelectionSetNode } from 'graphql';
import { selectedBy } from './fetch-operation.ts';

type EntityFetch = { readonly place: string; readonly required: ReadonlySet<string>; readonly fetched: ReadonlySet<string> };

/**
 * The steps of a parallel part of a plan in rounds, each of which waits for the one before. That is one round, but where the planner (2.14)
 * runs a fetch beside the one that brings what it requires, as it does for requirements of interface objects.
 */
export function roundsOf(nodes: readonly PlanNode[]): PlanNode[][] {
  const fetches = nodes.map((node) => entityFetchesOf(node, []));
  const needs = (index: number, other: number) => isAfter(fetches[index] ?? [], fetches[other] ?? []);
  const rounds: PlanNode[][] = [];
  let left = nodes.map((_, index) => index);
  while (left.length > 0) {
    const waiting = left;
    const free = waiting.filter((index) => !waiting.some((other) => other !== index && needs(index, other)));
    // Each waits for another: then no order is better than none.
    const round = free.length === 0 ? waiting : free;
    rounds.push(round.map((index) => nodes[index] as PlanNode));
    left = waiting.filter((index) => !round.includes(index));
  }
  return rounds;
}

/** Whether some fetch requires what others bring, at the same place, and none of its own. */
function isAfter(fetches: readonly EntityFetch[], others: readonly EntityFetch[]): boolean {
  return fetches.some(({ place, required }) =>
    [...required].some((name) => {
      const brings = (one: EntityFetch) => one.place === place && one.fetched.has(name);
      // What the other one requires itself was there before both.
      return !fetches.some(brings) && others.some((one) => brings(one) && !one.required.has(name));
    }),
  );
}

function entityFetchesOf(node: PlanNode, path: readonly (string | number)[]): EntityFetch[] {
  switch (node.kind) {
    case 'Fetch':
      if (node.requires === undefined) return [];
      return [{ place: path.join('.'), required: requiredBy(node), fetched: fetchedBy(node) }];
    case 'Flatten':
      return entityFetchesOf(node.node, [...path, ...node.path]);
    case 'Parallel':
    case 'Sequence':
      return node.nodes.flatMap((inner) => entityFetchesOf(inner, path));
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((inner) => (inner === undefined ? [] : entityFetchesOf(inner, path)));
    // What is deferred waits for its own.
    case 'Defer':
      return [];
  }
}

function requiredBy({ requires = [] }: FetchNode): Set<string> {
  const fields = requires.flatMap((one) => one.selections ?? []);
  return new Set(fields.flatMap((one) => (one.kind === 'Field' && one.name !== '__typename' ? [one.name] : [])));
}

function fetchedBy(fetch: FetchNode): Set<string> {
  const names = new Set<string>();
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.add((selection.alias ?? selection.name).value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet);
    }
  };
  const { definitions } = parse(fetch.operation, { noLocation: true });
  walk(
    selectedBy(
      fetch,
      definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION),
    ),
  );
  return names;
}
