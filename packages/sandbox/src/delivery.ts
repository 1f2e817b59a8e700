import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, refusal } from './exchange.ts';
import type { Fault } from './faults.ts';

/** Where a redirect leads: a page of this server, so that whoever follows it is found in the ledger's calls. */
export const REDIRECT_PATH = '/portal/login';

/** Whitespace is legal before a JSON value: only a cap on bytes saves a client from a huge body of it. */
const BLANK = Buffer.alloc(2 ** 16, ' ');

/** The way back to one caller. */
export type Wire = {
  response: ServerResponse;
  /** Aborted when the server stops: nothing may be held open any longer. */
  closing: AbortSignal;
};

/** Sends the answer whole. Does nothing when the caller has gone. */
export function send(wire: Wire, { status, body, headers = {} }: Answer): void {
  const { response, closing } = wire;
  if (response.destroyed || response.headersSent) return;
  const payload = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': payload.length,
    'cache-control': 'no-store',
    ...headers,
    ...(closing.aborted ? { connection: 'close' } : {}),
  });
  response.end(payload);
}

/**
 * Sends an answer the way a fault sends it; `answer` is what the authority said, undefined where it was not asked.
 * Settles when the fault has run its course, the caller has gone, or the server stops.
 */
export async function deliver(wire: Wire, answer: Answer | undefined, fault: Fault): Promise<void> {
  const { plan } = fault;
  const retryAfter = { 'retry-after': String(plan.retryAfterSeconds) };
  switch (plan.mode) {
    case 'e500':
      return send(wire, refusal(500, 'INTERNAL', 'Error interno del servidor'));
    case 'e503retry':
      return send(wire, refusal(503, 'UNAVAILABLE', 'Servicio no disponible', { headers: retryAfter }));
    case 'e429':
      return send(wire, refusal(429, 'TOO_MANY_REQUESTS', 'Demasiadas solicitudes', { headers: retryAfter }));
    case 'timeoutBefore':
    case 'timeoutAfter':
      return hold(wire, plan.holdMs);
    case 'resetBefore':
    case 'resetAfter':
      wire.response.socket?.resetAndDestroy();
      return;
    case 'dupResponse':
      return sendTwice(wire, expectAnswer(answer));
    case 'garbage':
      return sendRaw(wire, 200, 'application/json', Buffer.from([0x00, 0xff, 0xfe, 0x7b, 0x7b, 0x22, 0xc3]));
    case 'html200':
      return sendRaw(wire, 200, 'text/html; charset=utf-8', '<!doctype html><title>Sitio en mantenimiento</title>');
    case 'truncated':
      return truncate(wire, expectAnswer(answer));
    case 'slowDrip':
      return drip(wire, expectAnswer(answer), plan.dripMs);
    case 'redirect':
      return send(wire, { status: 302, body: {}, headers: { location: REDIRECT_PATH } });
    case 'hugeBody':
      return flood(wire, plan.bodyBytes);
    case 'wrongId':
    case 'flap':
    case 'outOfOrder':
    case 'lateReject':
    case 'halfList':
    case 'emptyList':
      // The answer itself was changed; it travels like any other.
      return send(wire, expectAnswer(answer));
  }
}

function expectAnswer(answer: Answer | undefined): Answer {
  if (!answer) throw new Error('Expected a fault that distorts an answer to strike after the authority has given one');
  return answer;
}

function sendRaw({ response }: Wire, status: number, type: string, body: Buffer | string): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': type }).end(body);
}

async function hold(wire: Wire, ms: number): Promise<void> {
  await pause(wire, ms);
  wire.response.destroy();
}

/** Waits; true if the caller is still there and the server goes on. */
async function pause({ response, closing }: Wire, ms: number): Promise<boolean> {
  if (response.destroyed || closing.aborted) return false;
  const gone = new AbortController();
  const onClose = () => gone.abort();
  response.once('close', onClose);
  try {
    await sleep(ms, undefined, { signal: AbortSignal.any([closing, gone.signal]) });
    return true;
  } catch {
    return false;
  } finally {
    response.off('close', onClose);
  }
}

function sendTwice(wire: Wire, answer: Answer): void {
  const { socket } = wire.response;
  // Both copies in one segment: a client that reuses the connection finds an answer it never asked for.
  socket?.cork();
  send(wire, answer);
  socket?.write(rawMessage(answer));
  socket?.uncork();
}

function rawMessage({ status, body, headers = {} }: Answer): string {
  const payload = JSON.stringify(body);
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(payload)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join('\r\n')}\r\n\r\n${payload}`;
}

async function truncate({ response }: Wire, { status, body }: Answer): Promise<void> {
  if (response.destroyed) return;
  const payload = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': payload.length });
  await new Promise<void>((resolve) => {
    response.once('close', resolve);
    response.write(payload.subarray(0, Math.ceil(payload.length / 2)), () => response.destroy());
  });
}

async function drip(wire: Wire, { status, body }: Answer, dripMs: number): Promise<void> {
  const payload = Buffer.from(JSON.stringify(body));
  if (wire.response.destroyed) return;
  wire.response.writeHead(status, { 'content-type': 'application/json', 'content-length': payload.length });
  for (let index = 0; index < payload.length; index += 1) {
    wire.response.write(payload.subarray(index, index + 1));
    if (!(await pause(wire, dripMs))) {
      wire.response.destroy();
      return;
    }
  }
  wire.response.end();
}

async function flood({ response, closing }: Wire, bodyBytes: number): Promise<void> {
  if (response.destroyed) return;
  response.writeHead(200, { 'content-type': 'application/json' });
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const signal = AbortSignal.any([closing, gone.signal]);
  try {
    for (let sent = 0; sent < bodyBytes && !signal.aborted; sent += BLANK.length) {
      if (!response.write(BLANK.subarray(0, bodyBytes - sent))) await once(response, 'drain', { signal });
    }
  } catch {
    // The caller has hung up, as it should, or the server stops.
  }
  if (closing.aborted) response.destroy();
  else response.end('{}');
}
