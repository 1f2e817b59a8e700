import Fastify, { type FastifyInstance } from 'fastify';
import type { Service } from '../lifecycle/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import type { IslandResources } from './island.ts';

/** What probes are told: of the process, and whether it can do its work. */
type Probed = { readonly telemetry: Telemetry; isReady(): Promise<boolean> };

/** The server answers GET /health/live, /health/ready and /metrics afterwards. */
export function addProbes(app: Pick<FastifyInstance, 'get'>, { telemetry, isReady }: Probed): void {
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async (_request, reply) => {
    const isOk = await isReady();
    return reply.code(isOk ? 200 : 503).send({ status: isOk ? 'ok' : 'unavailable' });
  });
  app.get('/metrics', async (_request, reply) => {
    const { contentType, text } = await telemetry.render();
    return reply.type(contentType).send(text);
  });
}

/** Probes are answered on a port of their own afterwards, without a certificate, and nothing else is. */
export async function listenForProbes(
  probed: Probed,
  listen: { host: string; port: number },
): Promise<Service & { readonly port: number }> {
  const app = Fastify({ logger: false, forceCloseConnections: true });
  addProbes(app, probed);
  await app.listen(listen);
  const address = app.server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : listen.port,
    stop: () => app.close(),
  };
}

/** A worker answers GET /health/live, /health/ready and /metrics afterwards, and nothing else. */
export async function startHealth(resources: IslandResources, listen: { host: string; port: number }): Promise<Service> {
  const isReady = () =>
    resources.database.pool`select 1`.then(
      () => true,
      () => false,
    );
  return listenForProbes({ telemetry: resources.telemetry, isReady }, listen);
}
