import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { Kind, parse, type SelectionSetNode } from 'graphql';
import { selectedBy } from './fetch-operation.ts';

type EntityFetch = { readonly place: string; readonly required: ReadonlySet<string>; readonly fetched: ReadonlySet<string> };

/**
 * The steps of a parallel part of a plan in rounds, each of which waits for the one before. That is one round, but where the planner (2.14)
 * runs a fetch beside the one that brings what it requires, as it does for requirements of interface objects.
 */
export function roundsOf(nodes: readonly PlanNode[]): PlanNode[][] {
  const fetches = nodes.map(entityFetchOf);
  const rounds: PlanNode[][] = [];
  let left = nodes.map((_, index) => index);
  while (left.length > 0) {
    const waiting = left;
    const free = waiting.filter((index) => !waiting.some((other) => other !== index && needs(fetches[index], fetches[other])));
    // Each waits for another: then no order is better than none.
    const round = free.length === 0 ? waiting : free;
    rounds.push(round.map((index) => nodes[index] as PlanNode));
    left = waiting.filter((index) => !round.includes(index));
  }
  return rounds;
}

function needs(fetch: EntityFetch | undefined, other: EntityFetch | undefined): boolean {
  if (fetch === undefined || other === undefined || fetch.place !== other.place) return false;
  // What the other one requires was there before both.
  return [...fetch.required].some((name) => other.fetched.has(name) && !other.required.has(name));
}

function entityFetchOf(node: PlanNode): EntityFetch | undefined {
  if (node.kind !== 'Flatten' || node.node.kind !== 'Fetch' || node.node.requires === undefined) return undefined;
  return { place: node.path.join('.'), required: requiredBy(node.node), fetched: fetchedBy(node.node) };
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
