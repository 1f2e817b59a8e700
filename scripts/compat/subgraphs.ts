import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTrace } from '@apollo/server/plugin/inlineTrace';
import { startStandaloneServer } from '@apollo/server/standalone';
import { parse } from 'graphql';
import { freePort } from '../academy/free-port.ts';
import { productsSchema } from './products.ts';

/** A subgraph that answers at `url`, with the schema that it tells of itself. */
export type RunningSubgraph = { readonly name: string; readonly url: string; stop(): Promise<void> };

const START_TIMEOUT_MS = 30_000;

/** Starts the three subgraphs of the compatibility tests: ours, and the two that Apollo's package brings. */
export async function startSubgraphs(suite: string): Promise<RunningSubgraph[]> {
  return [await startProducts(), await startBundled(suite, 'users'), await startBundled(suite, 'inventory')];
}

/** The services to compose: what each subgraph answers to `_service { sdl }`. */
export async function describe(subgraphs: readonly RunningSubgraph[]) {
  return Promise.all(
    subgraphs.map(async ({ name, url }) => {
      const { data } = (await post(url, '{ _service { sdl } }')) as { data: { _service: { sdl: string } } };
      return { name, url, typeDefs: parse(data._service.sdl) };
    }),
  );
}

/** Resolves once a GraphQL server answers there. Rejects after half a minute. */
async function answering(url: string): Promise<void> {
  const until = performance.now() + START_TIMEOUT_MS;
  for (;;) {
    const answer = await post(url, '{ __typename }').catch((thrown: unknown) => thrown);
    if (!(answer instanceof Error)) return;
    if (performance.now() > until) throw new Error(`A GraphQL server was expected at ${url} within 30 s.`, { cause: answer });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function startProducts(): Promise<RunningSubgraph> {
  // Federated tracing is one of the tests; islands have it switched off, since OpenTelemetry carries their traces.
  const server = new ApolloServer({ schema: productsSchema(), plugins: [ApolloServerPluginInlineTrace()] });
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port: 0 },
    context: async () => ({ principal: undefined }),
  });
  return { name: 'products', url, stop: () => server.stop() };
}

async function startBundled(suite: string, name: 'users' | 'inventory'): Promise<RunningSubgraph> {
  const port = await freePort(0);
  const child = spawn(process.execPath, [join(suite, 'dist/subgraphs', name, 'index.js')], {
    env: { ...process.env, NODE_NO_WARNINGS: '1', [`${name.toUpperCase()}_PORT`]: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = once(child, 'exit');
  const url = `http://127.0.0.1:${port}/`;
  await answering(url);
  return {
    name,
    url,
    async stop() {
      child.kill();
      await exited;
    },
  };
}

async function post(url: string, query: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(5_000),
  });
  if (!response.ok) throw new Error(`A GraphQL answer was expected from ${url}, status ${response.status} came.`);
  return response.json();
}
