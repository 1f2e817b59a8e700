import type { ServerResponse } from 'node:http';
import { SECOND_MS } from '@academy/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import type { Admission } from '../guard.ts';
import type { LiveParts } from '../live-door.ts';
import type { CheckedOperation } from '../operations.ts';
import type { StreamedResult, Subscriptions } from './subscriptions.ts';

/** A stream that is silent for this long says that it is alive. */
const HEARTBEAT_MS = 5 * SECOND_MS;
/** The session behind a stream is looked at this often. */
const LOOK_EVERY_MS = SECOND_MS;
/** A client that does not take what is sent for this long is cut off; its token lets it go on. */
const SLOW_READER_MS = 30 * SECOND_MS;

/** How one kind of stream is written. */
type Format = {
  readonly contentType: string;
  begin?: string;
  next(result: StreamedResult): string;
  readonly heartbeat: string;
  readonly end: string;
};

/** Server-Sent Events, as graphql-sse's distinct connections: `next` for each answer, `complete` at the end, `id` is the resume token. */
const SSE: Format = {
  contentType: 'text/event-stream; charset=utf-8',
  begin: ':\n\n',
  next: (result) =>
    `${result.extensions === undefined ? '' : `id: ${result.extensions.resume}\n`}event: next\ndata: ${JSON.stringify(result)}\n\n`,
  heartbeat: ':\n\n',
  end: 'event: complete\ndata:\n\n',
};

const BOUNDARY = '\r\n--graphql\r\ncontent-type: application/json\r\n\r\n';

/** Multipart HTTP, as Apollo Client's subscription protocol. */
const MULTIPART: Format = {
  contentType: 'multipart/mixed;boundary="graphql";subscriptionSpec="1.0"',
  next: (result) =>
    `${BOUNDARY}${JSON.stringify(result.data === undefined ? { payload: null, errors: result.errors } : { payload: result })}`,
  heartbeat: `${BOUNDARY}{}`,
  end: '\r\n--graphql--\r\n',
};

/** Streams over plain HTTP responses. */
export type EventStreams = {
  wants(request: FastifyRequest): boolean;
  serve(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
  drain(): Promise<void>;
};

/** Serves streams through the same guard as every request. */
export function createEventStreams(parts: LiveParts, subscriptions: Subscriptions): EventStreams {
  const { guard, federation, config, logger } = parts;
  const open = new Set<{ stop: AbortController; done: Promise<void> }>();

  async function* answers(job: {
    admission: Admission;
    operation: CheckedOperation;
    requestId: string;
    lastEventId: string | undefined;
    signal: AbortSignal;
  }): AsyncGenerator<StreamedResult> {
    if (job.operation.kind === OperationTypeNode.SUBSCRIPTION) {
      yield* subscriptions.open(job);
      return;
    }
    const signal = AbortSignal.any([job.signal, AbortSignal.timeout(config.requestDeadlineMs)]);
    yield (await federation.execute(job.operation, {
      requestId: job.requestId,
      principal: job.admission.principal,
      signal,
    })) as StreamedResult;
  }

  async function write(
    response: ServerResponse,
    format: Format,
    results: AsyncGenerator<StreamedResult>,
    stop: AbortController,
    admission: Admission,
  ): Promise<void> {
    const { signal } = stop;
    const heartbeat = setInterval(() => {
      if (!response.writableNeedDrain) response.write(format.heartbeat);
    }, HEARTBEAT_MS);
    const look = setInterval(() => {
      if (!guard.isStillAdmitted(admission)) stop.abort();
    }, LOOK_EVERY_MS);
    try {
      if (format.begin !== undefined) response.write(format.begin);
      for await (const result of results) {
        if (signal.aborted) break;
        if (response.write(format.next(result))) continue;
        if (!(await drained(response, signal))) {
          response.destroy();
          return;
        }
      }
      if (!guard.isStillAdmitted(admission))
        response.write(
          format.next({
            errors: [
              { message: 'The session has ended; sign in again.', extensions: { code: 'UNAUTHENTICATED', requestId: '' } },
            ],
          }),
        );
    } finally {
      clearInterval(heartbeat);
      clearInterval(look);
      response.end(format.end);
    }
  }

  return {
    wants: (request) => formatOf(request.headers.accept) !== undefined,
    async serve(request, reply) {
      const format = formatOf(request.headers.accept) ?? SSE;
      const requestId = request.id;
      const admitted = await guard.admit(parts.approachOf(request.raw, requestId));
      if (!admitted.ok)
        return reply
          .code(admitted.error.status)
          .headers({ ...admitted.error.headers })
          .send({ errors: admitted.error.errors });
      const admission = admitted.value;
      const asked = readRequest(request);
      const examined = guard.examine(admission, asked, requestId);
      if (!examined.ok)
        return reply
          .code(examined.error.status)
          .headers({ ...examined.error.headers })
          .send({ errors: examined.error.errors });
      if (request.method === 'GET' && examined.value.kind === OperationTypeNode.MUTATION) {
        return reply
          .code(405)
          .header('allow', 'POST')
          .send({ errors: [{ message: 'A mutation is sent with POST.', extensions: { code: 'BAD_REQUEST', requestId } }] });
      }
      const stop = new AbortController();
      const lastEventId = request.headers['last-event-id'];
      void reply.hijack();
      const response = reply.raw;
      response.once('close', () => stop.abort());
      response.on('error', (error) => logger.debug({ err: error.message }, 'event stream: connection error'));
      response.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': format.contentType,
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      const results = answers({
        admission,
        operation: examined.value,
        requestId,
        lastEventId: typeof lastEventId === 'string' && lastEventId !== '' ? lastEventId : undefined,
        signal: stop.signal,
      });
      const stream = { stop, done: write(response, format, results, stop, admission) };
      open.add(stream);
      try {
        await stream.done;
      } finally {
        open.delete(stream);
      }
      return reply;
    },
    async drain() {
      for (const { stop } of open) stop.abort();
      await Promise.all([...open].map(({ done }) => done));
    },
  };
}

function formatOf(accept: string | undefined): Format | undefined {
  const wanted = accept?.toLowerCase() ?? '';
  if (wanted.includes('text/event-stream')) return SSE;
  return wanted.includes('multipart/mixed') && wanted.includes('subscriptionspec') ? MULTIPART : undefined;
}

function readRequest(request: FastifyRequest): { query: unknown; operationName?: unknown; variables?: unknown } {
  if (request.method !== 'GET') {
    const body = (typeof request.body === 'object' && request.body !== null ? request.body : {}) as Record<string, unknown>;
    return { query: body['query'], operationName: body['operationName'], variables: body['variables'] };
  }
  const given = request.query as Readonly<Record<string, unknown>>;
  return { query: given['query'], operationName: given['operationName'], variables: parsed(given['variables']) };
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string' || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Waits until a slow client has taken what was written. False when it does not, or is gone. */
function drained(response: ServerResponse, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle(false), SLOW_READER_MS);
    const onDrain = () => settle(true);
    const onAbort = () => settle(false);
    function settle(hasDrained: boolean) {
      clearTimeout(timer);
      response.off('drain', onDrain);
      signal.removeEventListener('abort', onAbort);
      resolve(hasDrained);
    }
    response.once('drain', onDrain);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
