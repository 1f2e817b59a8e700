import { setTimeout as pause } from 'node:timers/promises';
import type { Principal } from '@academy/kernel';
import { encodePrincipal } from '@academy/platform/access';
import type { RunningIsland } from '@academy/platform/subgraph';
import {
  type CallContext,
  createHttpTransport,
  DEADLINE_HEADER,
  ISLAND_PATH,
  type IslandTransport,
} from '@academy/platform/topology';
import Fastify from 'fastify';
import { openDeadline, remainingMs } from '../../packages/platform/src/subgraph/deadline.ts';
import { readOperation } from '../../packages/platform/src/subgraph/read-operation.ts';

const PRINCIPAL_HEADER = 'x-bench-principal';

/** The island answers over HTTP afterwards as its API does, to whoever it is told asks. */
export async function startTrustingApi(island: RunningIsland): Promise<{ port: number; stop(): Promise<void> }> {
  const app = Fastify({ logger: false, bodyLimit: 4 * 1024 * 1024, keepAliveTimeout: 65_000, forceCloseConnections: 'idle' });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.post(ISLAND_PATH, async (request, reply) => {
    const deadline = openDeadline(remainingMs(request.headers[DEADLINE_HEADER]), reply.raw);
    try {
      const operation = readOperation(request.body as string);
      if (operation === undefined) return await reply.code(400).send();
      const told = Buffer.from(String(request.headers[PRINCIPAL_HEADER]), 'base64url').toString('utf8');
      const response = await island.execute(operation, {
        principal: JSON.parse(told) as Principal,
        requestId: String(request.headers['x-request-id']),
        signal: deadline.signal,
      });
      return await reply.code(200).header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(response));
    } finally {
      deadline.close();
    }
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    async stop() {
      await Promise.race([app.close(), pause(2_000)]);
    },
  };
}

/** Calls islands that believe what they are told, with the principal in a plain header. */
export function createTrustedTransport(urls: Readonly<Record<string, string>>): IslandTransport {
  const transport = createHttpTransport({ urls });
  const told = (context: CallContext): CallContext => ({
    ...context,
    headers: { ...context.headers, [PRINCIPAL_HEADER]: encodePrincipal(context.principal) },
  });
  return {
    send: (subgraph, request, context) => transport.send(subgraph, request, told(context)),
    call: (island, request, context) => transport.call(island, request, told(context)),
    close: () => transport.close(),
  };
}
