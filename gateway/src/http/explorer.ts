import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const FOLDER = join(import.meta.dirname, 'explorer');

const FILES = [
  { url: '/explorer', file: 'explorer.html', type: 'text/html; charset=utf-8' },
  { url: '/explorer/explorer.js', file: 'explorer.js', type: 'text/javascript; charset=utf-8' },
  { url: '/explorer/explorer.css', file: 'explorer.css', type: 'text/css; charset=utf-8' },
] as const;

/** Adds `/explorer`: a page to try the graph, which loads nothing from elsewhere, and the committed API schema it refers to. */
export async function addExplorerRoutes(app: FastifyInstance, apiSdl: string): Promise<void> {
  for (const { url, file, type } of FILES) {
    const content = await readFile(join(FOLDER, file));
    app.get(url, async (_request, reply) => reply.header('content-type', type).send(content));
  }
  app.get('/explorer/api.graphql', async (_request, reply) =>
    reply.header('content-type', 'text/plain; charset=utf-8').send(apiSdl),
  );
}
