import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@academy/kernel';
import { type SigningKey, verifyCall } from '@academy/platform/access';
import type { IslandName, IslandRequest, IslandTransport } from '@academy/platform/topology';
import { TEST_SIGNING_KEY } from '@academy/testing/island';

/** Serves islands of this process over HTTP, under `/<island>/graphql`, to callers whose signature is good. */
export async function serveIslands(islands: IslandTransport, keys: readonly SigningKey[] = [TEST_SIGNING_KEY]) {
  const nonces = new Set<string>();
  const isNew = async (nonce: string) => !nonces.has(nonce) && nonces.add(nonce) !== undefined;
  const asked: { island: string; query: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => void answer().then((text) => response.end(text)));

    async function answer(): Promise<string> {
      const path = request.url ?? '';
      const call = { method: 'POST', path, body };
      const verified = await verifyCall(call, request.headers, keys, { isNew }, systemClock);
      if (!verified.isValid) {
        response.statusCode = 401;
        return verified.reason;
      }
      const island = path.split('/')[1] as IslandName;
      const operation = JSON.parse(body) as IslandRequest;
      asked.push({ island, query: operation.query });
      response.setHeader('content-type', 'application/json');
      const context = { principal: verified.principal, requestId: 'over-http', signal: AbortSignal.timeout(10_000) };
      return JSON.stringify(await islands.call(island, operation, context));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    /** Operations that arrived with a good signature. */
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}
