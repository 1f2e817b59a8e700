import { createGateway } from '@academy/gateway';
import { defaults, type GatewayConfig } from '@academy/gateway/config';
import { openLive } from '@academy/gateway/live';
import { systemClock } from '@academy/kernel';
import { createTelemetry } from '@academy/platform/telemetry';
import { createHttpTransport, type IslandName } from '@academy/platform/topology';
import { composeSupergraph } from '@academy/schema/compose';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import type { Graph } from './boot-graph.ts';

/** Another gateway before the same islands and on the same Redis, as another process would be; the graph's islands must be called over HTTP. */
export async function openSecondGateway(
  graph: Graph,
  config: Partial<GatewayConfig>,
): Promise<AsyncDisposable & { url: string }> {
  const { redis, logger } = graph.academy.resources.users;
  const urls = graph.academy.islandUrls as Record<IslandName, string>;
  const transport = createHttpTransport({ urls, signingKeys: [TEST_SIGNING_KEY], clock: systemClock });
  const { supergraphSdl, apiSdl } = composeSupergraph();
  const gateway = await createGateway({
    config: { ...defaults, identity: graph.identity, ...config },
    transport,
    supergraphSdl,
    apiSdl,
    redis,
    signingKeys: [TEST_SIGNING_KEY],
    logger,
    telemetry: createTelemetry({ process: 'second-gateway' }),
    clock: systemClock,
    openLive,
  });
  const { port } = await gateway.listen();
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await transport.close();
    },
  };
}
