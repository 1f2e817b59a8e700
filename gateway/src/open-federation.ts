import type { Clock } from '@academy/kernel';
import { withReports } from './answer-reports.ts';
import { createGraphCache } from './cache/graph-cache.ts';
import { type Federation, loadFederation } from './federation/federation.ts';
import { shareExecutions } from './federation/shared-executions.ts';
import { createSubgraphCaller } from './federation/subgraph-caller.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { type SeenFederation, seenAs } from './schema-variant.ts';

/** The graph as the gateway answers it, as long as it runs. */
export type OpenFederation = {
  readonly federation: Federation;
  /** The schema as clients may see it. */
  readonly seen: Omit<SeenFederation, 'federation'>;
  stop(): Promise<void>;
};

/**
 * Loads the supergraph, with everything around an execution: what is kept of earlier answers, executions that are shared, reports of what went wrong.
 * Rejects when the supergraph does not fit.
 */
export async function openFederation(
  options: Pick<
    GatewayOptions,
    'config' | 'transport' | 'supergraphSdl' | 'redis' | 'signingKeys' | 'logger' | 'telemetry' | 'load'
  > & { readonly clock: Clock },
): Promise<OpenFederation> {
  const { config, transport, redis, signingKeys, clock, logger, telemetry, load = loadFederation } = options;
  const subgraphs = createSubgraphCaller({ transport, logger, telemetry });
  const cache = config.isCacheOn ? createGraphCache({ redis, signingKeys, clock, logger, telemetry }) : undefined;
  const cachedCalls = cache?.aroundCalls(subgraphs);
  const loaded = await load({
    supergraphSdl: options.supergraphSdl,
    call: cachedCalls ?? subgraphs,
    staysAlone: (operation) => cachedCalls?.mayKeep(operation) === true,
    callAfresh: subgraphs.afresh,
    overrides: { active: config.overrideLabels, random: Math.random },
    logger,
    telemetry,
  });
  loaded.onSchema(({ id }, supergraphSdl) => cache?.learn(supergraphSdl, id));
  const cached = cache === undefined ? loaded : { ...loaded, ...cache.aroundExecution(loaded.execute) };
  const shared = { ...cached, execute: shareExecutions(cached.execute, telemetry) };
  const seen = seenAs(config.operations.schemaVariant, shared);
  const federation = withReports(seen.federation, logger);
  return {
    federation,
    seen,
    async stop() {
      await cache?.stop();
      await federation.stop();
      subgraphs.stop();
    },
  };
}
