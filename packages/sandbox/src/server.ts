import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallLog, CallRecord } from './call-log.ts';
import { CONTROL_PREFIX } from './control-plane.ts';
import { deliver, REDIRECT_PATH, send, type Wire } from './delivery.ts';
import { type Answer, answer, type Call, refusal } from './exchange.ts';
import type { FaultPlans } from './faults.ts';
import type { Destination } from './routes.ts';

const MOST_BODY_BYTES = 256 * 1_024;
const HEADERS_TIMEOUT_MS = 10_000;

/** Everything the HTTP side needs from the rest of the sandbox. */
export type Front = {
  route: (method: string, path: string) => Destination;
  /** Absent when the control plane is off; its paths are then unknown like any other. */
  control?: (call: Call) => Answer;
  faults: FaultPlans;
  calls: CallLog;
  clock: { now(): Date };
  latencyMs: number;
  requestTimeoutMs: number;
  /** Told about every error that was answered with 500: none is expected. */
  onBug: (error: unknown) => void;
  /** Aborted when the server stops. */
  closing: AbortSignal;
};

/** A server that is not listening yet. No input makes it throw: what cannot be answered is refused or hung up on. */
export function createFront(front: Front): Server {
  const server = createServer(
    {
      requestTimeout: front.requestTimeoutMs,
      headersTimeout: Math.min(HEADERS_TIMEOUT_MS, front.requestTimeoutMs),
      connectionsCheckingInterval: Math.max(50, Math.min(1_000, front.requestTimeoutMs / 2)),
    },
    (request, response) => {
      const wire: Wire = { response, closing: front.closing };
      serve(front, request, wire).catch((error: unknown) => {
        front.onBug(error);
        send(wire, refusal(500, 'INTERNAL', 'The sandbox has a bug; its log says more'));
      });
    },
  );
  server.on('clientError', refuseUnreadable);
  return server;
}

async function serve(front: Front, request: IncomingMessage, wire: Wire): Promise<void> {
  const body = await readBody(request);
  if (body === 'gone') return;
  if (body === 'too-large') {
    const headers = { connection: 'close' };
    return send(wire, refusal(413, 'PAYLOAD_TOO_LARGE', `Expected at most ${MOST_BODY_BYTES} bytes`, { headers }));
  }
  const target = request.url ?? '/';
  const url = URL.parse(target, 'http://sandbox.invalid');
  if (!url) return send(wire, refusal(400, 'BAD_REQUEST', 'Expected a path'));
  const method = request.method ?? 'GET';
  const call: Call = { method, path: url.pathname, query: url.searchParams, headers: request.headers, body };
  if (call.path === '/health') return send(wire, health(front, method));
  if (front.control && call.path.startsWith(CONTROL_PREFIX)) return send(wire, front.control(call));
  if (call.path === REDIRECT_PATH) return showPortal(front, wire, call, target);
  await serveAuthority(front, wire, call, target);
}

async function serveAuthority(front: Front, wire: Wire, call: Call, target: string): Promise<void> {
  const destination = front.route(call.method, call.path);
  if (destination.kind === 'nowhere') {
    return send(wire, refusal(404, 'NOT_FOUND', 'Expected a path of the protocol'));
  }
  if (destination.kind === 'other-method') {
    const headers = { allow: destination.allow };
    return send(wire, refusal(405, 'METHOD_NOT_ALLOWED', `Expected ${destination.allow}`, { headers }));
  }
  const record = front.calls.begin(front.clock.now(), destination.route, call.method, target);
  // A caller that hangs up while it waits is served all the same, as by any server behind a network.
  if (front.latencyMs > 0) await sleep(front.latencyMs);
  const fault = front.faults.strike(destination.route);
  if (!fault) return send(wire, note(record, destination.handle(call, undefined)));
  const said = fault.isCommitted ? note(record, destination.handle(call, fault)) : undefined;
  if (!fault.changesContent) fault.land();
  record.fault = fault.hasLanded ? fault.plan.mode : null;
  await deliver(wire, said, fault);
}

function note(record: CallRecord, said: Answer): Answer {
  record.status = said.status;
  return said;
}

function health(front: Front, method: string): Answer {
  if (method !== 'GET') return refusal(405, 'METHOD_NOT_ALLOWED', 'Expected GET', { headers: { allow: 'GET' } });
  return front.closing.aborted ? answer(503, { status: 'draining' }) : answer(200, { status: 'ok' });
}

function showPortal(front: Front, wire: Wire, call: Call, target: string): void {
  front.calls.begin(front.clock.now(), 'elsewhere', call.method, target).status = 200;
  wire.response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  wire.response.end('<!doctype html><title>Iniciar sesión</title>');
}

async function readBody(request: IncomingMessage): Promise<Buffer | 'too-large' | 'gone'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      // The rest is read and dropped, so that the refusal reaches a caller that is still sending.
      if (bytes > MOST_BODY_BYTES) resolve('too-large');
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', () => resolve('gone'));
    request.on('close', () => resolve('gone'));
  });
}

/** Answers bytes that are no HTTP request, headers without end, and a request that never arrives whole. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, error: code, message } = unreadable(error.code);
  const payload = JSON.stringify({ error: code, message });
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(payload)}\r\n` +
      `connection: close\r\n\r\n${payload}`,
  );
}

function unreadable(code: string | undefined): { status: string; error: string; message: string } {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return { status: '431 Request Header Fields Too Large', error: 'HEADERS_TOO_LARGE', message: 'Expected less' };
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { status: '408 Request Timeout', error: 'REQUEST_TIMEOUT', message: 'Expected the request to arrive' };
    default:
      return { status: '400 Bad Request', error: 'BAD_REQUEST', message: 'Expected an HTTP request' };
  }
}
