import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { schemaReference } from './explorer-reference.ts';

const FOLDER = join(import.meta.dirname, 'explorer');

/** The files of the page, by the path they are served under. */
export const EXPLORER_FILES: Readonly<Record<string, string>> = {
  '/explorer': 'explorer.html',
  ...Object.fromEntries(
    [
      'explorer.css',
      'explorer.js',
      'answer.js',
      'colours.js',
      'errors.js',
      'event-list.js',
      'example-parts.js',
      'examples.js',
      'kept-ids.js',
      'learner-examples.js',
      'people.js',
      'requests.js',
      'schema-reference.js',
      'staff-examples.js',
      'streams.js',
    ].map((file) => [`/explorer/${file}`, file]),
  ),
};

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };

/** Adds `/explorer`: a page to try the graph, which loads nothing from elsewhere, and the committed API schema it refers to. */
export async function addExplorerRoutes(app: FastifyInstance, apiSdl: () => string): Promise<void> {
  for (const [url, file] of Object.entries(EXPLORER_FILES)) {
    const content = await readFile(join(FOLDER, file));
    const type = `${TYPES[file.split('.').at(-1) ?? '']}; charset=utf-8`;
    app.get(url, async (_request, reply) => reply.headers({ 'content-type': type, 'cache-control': 'no-cache' }).send(content));
  }
  app.get('/explorer/schema.json', async (_request, reply) => reply.send(schemaReference(apiSdl())));
  app.get('/explorer/api.graphql', async (_request, reply) =>
    reply.header('content-type', 'text/plain; charset=utf-8').send(apiSdl()),
  );
  app.get('/', async (_request, reply) => reply.redirect('/explorer'));
}
