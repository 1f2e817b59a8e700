import { type Clock, Fault } from '@academy/kernel';
import { Agent, request as httpRequest } from 'undici';
import { type SigningKey, signCall } from '../access/signature.ts';
import type { IslandName, IslandResponse, IslandTransport } from './transport.ts';

/** An island's answer may not be larger than this. */
const MAX_RESPONSE_BYTES = 16 * 1024 * 1024;

/** Path under which every island answers GraphQL. */
export const ISLAND_PATH = '/graphql';

export type HttpTransportOptions = {
  /** Base URL of each island, e.g. `http://certification:4003`. */
  readonly urls: Readonly<Record<IslandName, string>>;
  readonly signingKeys: readonly SigningKey[];
  readonly clock: Clock;
};

/** Calls islands over HTTP keep-alive, each call signed by the newest key. Redirects are refused. */
export function createHttpTransport(options: HttpTransportOptions): IslandTransport {
  const agent = new Agent({ connections: 64, pipelining: 1, keepAliveTimeout: 30_000, connect: { timeout: 2_000 } });
  const key = options.signingKeys[0];
  if (key === undefined) throw new Error('At least one signing key is needed to call islands.');
  return {
    async call(island, request, context) {
      const body = JSON.stringify(request);
      try {
        const response = await httpRequest(`${options.urls[island]}${ISLAND_PATH}`, {
          method: 'POST',
          dispatcher: agent,
          signal: context.signal,
          body,
          headers: {
            'content-type': 'application/json',
            accept: 'application/json',
            'x-request-id': context.requestId,
            ...signCall({ method: 'POST', path: ISLAND_PATH, body }, context.principal, key, options.clock),
          },
        });
        const text = await readCapped(response.body);
        if (response.statusCode !== 200) throw new Error(`${island} answered ${response.statusCode}`);
        return readBody(island, text);
      } catch (thrown) {
        if (context.signal.aborted) {
          throw new Fault('TIMEOUT', 'A part of the system took too long; try again shortly.', { cause: thrown });
        }
        throw new Fault('UNAVAILABLE', 'A part of the system does not answer; try again shortly.', { cause: thrown });
      }
    },
    close: () => agent.close(),
  };
}

async function readCapped(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MAX_RESPONSE_BYTES) throw new Error(`the answer is larger than ${MAX_RESPONSE_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readBody(island: IslandName, text: string): IslandResponse {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null || !('data' in parsed || 'errors' in parsed)) {
    throw new Error(`${island} answered no GraphQL`);
  }
  return parsed as IslandResponse;
}
