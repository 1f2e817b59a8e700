import Fastify from 'fastify';
import type { Service } from '../lifecycle/index.ts';
import type { IslandResources } from './island.ts';

/** A worker answers GET /health/live, /health/ready and /metrics afterwards, and nothing else. */
export async function startHealth(resources: IslandResources, listen: { host: string; port: number }): Promise<Service> {
  const app = Fastify({ logger: false, forceCloseConnections: true });
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async (_request, reply) => {
    try {
      await resources.database.pool`select 1`;
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'unavailable' });
    }
  });
  app.get('/metrics', async (_request, reply) => {
    const { contentType, text } = await resources.telemetry.render();
    return reply.type(contentType).send(text);
  });
  await app.listen(listen);
  return { stop: () => app.close() };
}
