import type { IslandTransport, LocalIsland } from '@academy/platform/topology';

/** Stands between the gateway and the islands. */
export type Between = {
  readonly wrap: (transport: IslandTransport) => IslandTransport;
  /** Calls to subgraphs so far. */
  calls(): number;
  /** Calls to this island are not answered until the promise that `work` gives is settled. */
  whileHanging<T>(island: string, work: () => Promise<T>): Promise<T>;
};

/** A transport that counts, answers for the annex, and leaves calls to an island hanging when it is told to. */
export function createBetween(annex: LocalIsland): Between {
  let calls = 0;
  const hanging = new Set<string>();
  return {
    calls: () => calls,
    async whileHanging(island, work) {
      hanging.add(island);
      try {
        return await work();
      } finally {
        hanging.delete(island);
      }
    },
    wrap: (transport) => ({
      call: (island, request, context) => transport.call(island, request, context),
      async send(subgraph, request, context) {
        calls += 1;
        if (hanging.has(subgraph)) await aborted(context.signal);
        if (subgraph !== 'annex') return transport.send(subgraph, request, context);
        const { query, operationName, variablesJson } = request;
        const variables = JSON.parse(variablesJson) as Record<string, unknown>;
        return { response: await annex.execute({ query, operationName, variables }, context) };
      },
      close: () => transport.close(),
    }),
  };
}

function aborted(signal: { readonly aborted: boolean; addEventListener(type: 'abort', heard: () => void): void }): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
}
