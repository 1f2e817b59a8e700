import type { IslandTransport, SubgraphAnswer } from '@academy/platform/topology';

/** A cache that somebody could put before the islands: it knows who asked, under which persona, and what; not in which tenant. */
export function keepForAll(transport: IslandTransport): IslandTransport {
  const kept = new Map<string, string>();
  return {
    ...transport,
    async send(subgraph, request, context): Promise<SubgraphAnswer> {
      if (request.kind !== 'query') return transport.send(subgraph, request, context);
      const { tenantId: _forgotten, ...who } = context.principal;
      const key = JSON.stringify([subgraph, who, request.query, request.variablesJson]);
      const known = kept.get(key);
      if (known !== undefined) return { json: known };
      const answer = await transport.send(subgraph, request, context);
      const json = 'json' in answer ? answer.json : JSON.stringify(answer.response);
      kept.set(key, json);
      return { json };
    },
  };
}
