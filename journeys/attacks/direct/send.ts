import { type IncomingHttpHeaders, request as overHttp } from 'node:http';
import { request as overTls, type RequestOptions } from 'node:https';
import type { ForgedCall } from './sign-request.ts';

/** The certificate that a client shows, if any, and whom it believes; PEM. */
export type ClientCertificate = { readonly cert?: string; readonly key?: string; readonly ca: string };

/** Where an island listens; `name` is the one that its own certificate bears. */
export type Address = { readonly origin: string; readonly name: string };

/** An answer; `refused` says why there was none. One that did not come in time is neither. */
export type DirectAnswer = {
  readonly status: number | undefined;
  readonly refused: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly ms: number;
};

const DEADLINE_MS = 5_000;

/** Sends a call past the gateway. Never rejects: a connection that is refused, or broken off in the handshake, is an answer. */
export function sendDirect({ origin, name }: Address, call: ForgedCall, certificate?: ClientCertificate): Promise<DirectAnswer> {
  const startedAt = performance.now();
  const url = new URL(call.path, origin);
  const options: RequestOptions = {
    method: call.method,
    headers: call.headers,
    timeout: DEADLINE_MS,
    agent: false,
    servername: name,
    ...certificate,
  };
  const { promise, resolve } = Promise.withResolvers<DirectAnswer>();
  let isLate = false;
  const refuse = (why: string) =>
    resolve({ status: undefined, refused: isLate ? undefined : why, headers: {}, body: '', ms: performance.now() - startedAt });
  const sent = (url.protocol === 'https:' ? overTls : overHttp)(url, options, (response) => {
    let body = '';
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      body += chunk;
    });
    response.on('error', (error) => refuse(error.message));
    response.on('end', () =>
      resolve({
        status: response.statusCode,
        refused: undefined,
        headers: response.headers,
        body,
        ms: performance.now() - startedAt,
      }),
    );
  });
  sent.on('timeout', () => {
    isLate = true;
    sent.destroy();
  });
  sent.on('error', (error) => refuse(error.message));
  sent.end(call.method === 'GET' || call.method === 'HEAD' ? undefined : call.body);
  return promise;
}
