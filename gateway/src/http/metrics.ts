import type { Telemetry } from '@academy/platform/telemetry';
import type { FastifyInstance } from 'fastify';

/** Adds `/metrics` in Prometheus' text format. It tells how the system is used: not for a public host. */
export function addMetricsRoute(app: FastifyInstance, telemetry: Telemetry): void {
  app.get('/metrics', async (_request, reply) => {
    const { contentType, text } = await telemetry.render();
    return reply.header('content-type', contentType).send(text);
  });
}
