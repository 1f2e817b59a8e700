import type { FetchNode, PlanNode } from '@apollo/query-planner';
import type { PreparedSupergraph } from '../planning/supergraph-preparation.ts';
import { JointCall } from './joint-call.ts';
import { readJointPart } from './joint-operation.ts';

/** The place of one fetch in a call that it may share with others. */
export type Seat = { readonly joint: JointCall; readonly index: number };

/** More fetches than these do not share one call. */
const MAX_COMPANIONS = 16;

type Placed = { readonly fetch: FetchNode; readonly level: number; readonly isAwaited: boolean };

/**
 * Which fetches of a plan may travel in one call: those of entities, of one subgraph, that have equally many fetches before them. One that no
 * other fetch waits for may go later: with the last ones of its subgraph. So none ever waits for one that waits for it. A plan that defers
 * has none: what comes first must not wait for what comes later.
 */
export function findCompanions(plan: PlanNode, supergraph: PreparedSupergraph): ReadonlyMap<FetchNode, Seat> {
  const seats = new Map<FetchNode, Seat>();
  const placed: Placed[] = [];
  if (place(plan, 0, false, placed) === undefined) return seats;
  const last = new Map<string, number>();
  for (const { fetch, level } of placed) last.set(fetch.serviceName, Math.max(level, last.get(fetch.serviceName) ?? 0));
  const groups = new Map<string, FetchNode[]>();
  for (const one of placed) {
    const level = one.isAwaited ? one.level : last.get(one.fetch.serviceName);
    const key = `${level} ${one.fetch.serviceName}`;
    groups.set(key, [...(groups.get(key) ?? []), one.fetch]);
  }
  for (const group of groups.values()) {
    for (let from = 0; from < group.length; from += MAX_COMPANIONS) {
      const parts = group.slice(from, from + MAX_COMPANIONS).flatMap((fetch) => readJointPart(fetch, supergraph) ?? []);
      if (parts.length < 2) continue;
      const joint = new JointCall(parts);
      for (const [index, { fetch }] of parts.entries()) seats.set(fetch, { joint, index });
    }
  }
  return seats;
}

/** Where the fetches of a part of the plan stand that begins at a level; answers the level after it, undefined when something is deferred. */
function place(node: PlanNode, level: number, isAwaited: boolean, placed: Placed[]): number | undefined {
  switch (node.kind) {
    case 'Fetch':
      if (node.requires !== undefined && node.operationKind === 'query') placed.push({ fetch: node, level, isAwaited });
      return level + 1;
    case 'Flatten':
      return place(node.node, level, isAwaited, placed);
    case 'Sequence': {
      let next: number | undefined = level;
      for (const [index, inner] of node.nodes.entries()) {
        next = place(inner, next, isAwaited || index < node.nodes.length - 1, placed);
        if (next === undefined) return undefined;
      }
      return next;
    }
    case 'Parallel':
      return longest(node.nodes, level, isAwaited, placed);
    case 'Condition':
      return longest([node.ifClause, node.elseClause], level, isAwaited, placed);
    case 'Defer':
      return undefined;
  }
}

function longest(
  nodes: readonly (PlanNode | undefined)[],
  level: number,
  isAwaited: boolean,
  placed: Placed[],
): number | undefined {
  let end = level;
  for (const inner of nodes) {
    const next = inner === undefined ? level : place(inner, level, isAwaited, placed);
    if (next === undefined) return undefined;
    end = Math.max(end, next);
  }
  return end;
}
