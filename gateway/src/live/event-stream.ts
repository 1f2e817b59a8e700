import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { describeThrown, Fault } from '@academy/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import { clientError } from '../errors.ts';
import type { Refusal } from '../guard.ts';
import { metadataOf } from '../http/response-metadata.ts';
import { type OperationRequest, readOperationRequest } from '../operation-request.ts';
import { createResponseFlow } from './response-flow.ts';
import { chooseStreamFormat, EVENT_STREAM, type StreamFormat } from './stream-format.ts';
import type { StreamedOperation, StreamedResult } from './streamed.ts';
import type { TransportParts } from './transport-parts.ts';

/** Streams over plain HTTP responses. */
export type EventStreams = {
  wants(request: FastifyRequest): boolean;
  serve(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
  /** Ends every subscription so that its client comes back; resolves when it is gone, and the other operations are answered. */
  drain(): Promise<void>;
};

/** Why a stream was ended before it was over. */
type Cut = 'client gone' | 'draining' | Fault;

type OpenStream = {
  readonly streamed: StreamedOperation;
  readonly format: StreamFormat;
  readonly response: ServerResponse;
  cut(why: Cut): void;
};

/** A client that has as many streams as it may should not come back sooner, seconds. */
const RETRY_AFTER_SECONDS = '5';

/** Serves streams through the same guard as every request. */
export function createEventStreams({ parts, streams, endOf, timings, connections, sweep }: TransportParts): EventStreams {
  const { guard, logger } = parts;
  const open = new Map<OpenStream, Promise<void>>();
  let isDraining = false;

  async function write({ streamed, format, response, cut }: OpenStream): Promise<void> {
    const { admission, requestId, signal } = streamed;
    const flow = createResponseFlow(response);
    let beatAtMs = performance.now() + timings.heartbeatMs;
    const unwatch = sweep.add((nowMs) => {
      const ended = endOf(admission);
      if (ended !== undefined) cut(ended);
      if (flow.stalledMs(nowMs) >= timings.slowReaderMs) response.destroy();
      if (nowMs < beatAtMs) return;
      beatAtMs = nowMs + timings.heartbeatMs;
      flow.writeIfIdle(format.heartbeat);
    });
    try {
      response.write(format.begin);
      for await (const result of streams.open(streamed)) {
        if (signal.aborted) break;
        await flow.write(format.next(result), signal);
      }
    } finally {
      unwatch();
    }
    const why: unknown = signal.reason;
    if (why === 'draining') return void response.end(format.comeBack(requestId));
    if (why instanceof Fault) response.write(format.next(refusalOf(why, requestId)));
    response.end(format.end);
  }

  return {
    wants: (request) => chooseStreamFormat(request.headers.accept) !== undefined,
    async serve(request, reply) {
      const response = reply.raw;
      const stop = new AbortController();
      const cut = (why: Cut) => stop.abort(why);
      response.once('close', () => cut('client gone'));
      response.on('error', (error) => logger.debug({ err: error.message }, 'event stream: connection error'));
      const requestId = request.id;
      const approach = parts.approachOf(request.raw, requestId);
      const admitted = await guard.admit(approach);
      if (!admitted.ok) return refuse(reply, admitted.error);
      const examined = await guard.examine(admitted.value, readOperation(request), requestId);
      if (!examined.ok) return refuse(reply, examined.error);
      if (request.method === 'GET' && examined.value.kind === OperationTypeNode.MUTATION) {
        const errors = [clientError('BAD_REQUEST', 'A mutation is sent with POST.', requestId)];
        return refuse(reply, { status: 405, headers: { allow: 'POST' }, errors });
      }
      const leave = connections.enter(admitted.value, parts.proxies.addressOf(approach.peer));
      if (leave === undefined) {
        const errors = [clientError('RATE_LIMITED', 'Too many streams are open; close some of them first.', requestId)];
        return refuse(reply, { status: 429, headers: { 'retry-after': RETRY_AFTER_SECONDS }, errors });
      }
      response.once('close', leave);
      if (response.destroyed) leave();
      const format = chooseStreamFormat(request.headers.accept) ?? EVENT_STREAM;
      const lastEventId = request.headers['last-event-id'];
      reply.hijack();
      response.writeHead(200, {
        ...(reply.getHeaders() as OutgoingHttpHeaders),
        ...metadataOf(admitted.value, examined.value),
        'content-type': format.contentType,
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      const stream: OpenStream = {
        streamed: {
          admission: admitted.value,
          operation: examined.value,
          requestId,
          lastEventId: typeof lastEventId === 'string' && lastEventId !== '' ? lastEventId : undefined,
          signal: stop.signal,
        },
        format,
        response,
        cut,
      };
      // Nothing but the end of a stream makes every client come back; an EventSource that is refused gives up.
      if (isDraining && isSubscription(stream)) cut('draining');
      const written = write(stream)
        .catch((thrown: unknown) => {
          logger.error({ requestId, err: describeThrown(thrown) }, 'a stream broke off');
          response.destroy();
        })
        .finally(() => open.delete(stream));
      open.set(stream, written);
      await written;
      return reply;
    },
    async drain() {
      isDraining = true;
      for (const stream of open.keys()) if (isSubscription(stream)) stream.cut('draining');
      while (open.size > 0) await Promise.all(open.values());
    },
  };
}

function isSubscription({ streamed }: OpenStream): boolean {
  return streamed.operation.kind === OperationTypeNode.SUBSCRIPTION;
}

function refusalOf(fault: Fault, requestId: string): StreamedResult {
  return { errors: [clientError(fault.code, fault.message, requestId)] };
}

function refuse(reply: FastifyReply, refusal: Omit<Refusal, 'status'> & { status: number }): FastifyReply {
  return reply
    .code(refusal.status)
    .headers({ ...refusal.headers, 'cache-control': 'no-store' })
    .send({ errors: refusal.errors });
}

function readOperation(request: FastifyRequest): OperationRequest {
  const { headers } = request;
  const isQueryString = request.method === 'GET';
  const given = (isQueryString ? request.query : request.body) as Readonly<Record<string, unknown>> | null | undefined;
  return readOperationRequest(given ?? {}, { headers, isQueryString });
}
