import type { PlanNode } from '@apollo/query-planner';
import type { PreparedSupergraph } from '../planning/supergraph-preparation.ts';
import { roundsOf } from './parallel-rounds.ts';
import { splitFetch } from './split-fetch.ts';

/** The plan as it is executed: parts that need one another follow one another, and each fetch is one that a subgraph can answer. */
export function arrangePlan(node: PlanNode, supergraph: PreparedSupergraph): PlanNode {
  const arrange = (inner: PlanNode) => arrangePlan(inner, supergraph);
  switch (node.kind) {
    case 'Fetch':
      return atOnce(splitFetch(node, supergraph));
    case 'Flatten':
      return { ...node, node: arrange(node.node) };
    case 'Parallel': {
      const rounds = roundsOf(node.nodes).map((round) => atOnce(round.map(arrange)));
      const [only] = rounds;
      return only !== undefined && rounds.length === 1 ? only : { kind: 'Sequence', nodes: rounds };
    }
    case 'Sequence':
      return { ...node, nodes: node.nodes.map(arrange) };
    case 'Condition':
      return {
        ...node,
        ...(node.ifClause === undefined ? {} : { ifClause: arrange(node.ifClause) }),
        ...(node.elseClause === undefined ? {} : { elseClause: arrange(node.elseClause) }),
      };
    case 'Defer': {
      const { primary } = node;
      return {
        ...node,
        primary: primary.node === undefined ? primary : { ...primary, node: arrange(primary.node) },
        deferred: node.deferred.map((part) => (part.node === undefined ? part : { ...part, node: arrange(part.node) })),
      };
    }
  }
}

function atOnce(nodes: readonly PlanNode[]): PlanNode {
  const [only] = nodes;
  return only !== undefined && nodes.length === 1 ? only : { kind: 'Parallel', nodes: [...nodes] };
}
