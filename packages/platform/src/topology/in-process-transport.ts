import { Fault } from '@academy/kernel';
import { CallFailure } from './call-failure.ts';
import type { CallContext, IslandName, IslandRequest, IslandResponse, IslandTransport } from './transport.ts';

/** An island that lives in this process. Each answer is an object of its own: who gets it may change it. */
export type LocalIsland = { execute(request: IslandRequest, context: CallContext): Promise<IslandResponse> };

/**
 * Calls islands of this process directly: no HTTP and no signature, the same principal and the same access rules. A call whose signal
 * aborts rejects at once; what the island still does is its own affair.
 */
export function createInProcessTransport(islands: Readonly<Record<IslandName, LocalIsland>>): IslandTransport {
  const byName: ReadonlyMap<string, LocalIsland> = new Map(Object.entries(islands));

  function execute(name: string, request: IslandRequest, context: CallContext): Promise<IslandResponse> {
    const { signal } = context;
    const { promise, resolve, reject } = Promise.withResolvers<IslandResponse>();
    if (signal.aborted) {
      reject(aborted(name));
      return promise;
    }
    const island = byName.get(name);
    if (island === undefined) throw new Error(`There is no island "${name}" in this process.`);
    const onAbort = () => reject(aborted(name));
    signal.addEventListener('abort', onAbort);
    island
      .execute(request, context)
      .then(resolve, (thrown: unknown) => reject(thrown instanceof Fault ? thrown : new CallFailure('threw', thrown)))
      .finally(() => signal.removeEventListener('abort', onAbort));
    return promise;
  }

  return {
    call: async (island, request, context) => execute(island, request, context),
    async send(subgraph, { query, operationName, variablesJson }, context) {
      const variables = JSON.parse(variablesJson) as Record<string, unknown>;
      return { response: await execute(subgraph, { query, operationName, variables }, context) };
    },
    async close() {},
  };
}

function aborted(island: string): CallFailure {
  return new CallFailure('aborted', new Error(`${island}: aborted`));
}
