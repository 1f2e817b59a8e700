import { describeThrown, type FaultCode } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { Telemetry } from '@academy/platform/telemetry';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cacheHeadersOf, VARY } from '../cache/cache-headers.ts';
import { clientError, maskError } from '../errors.ts';
import { type Federation, type Outcome, outcomeJson } from '../federation/federation.ts';
import type { ExecutionGuard } from '../guard.ts';
import type { LiveDoor } from '../live-door.ts';
import { type Answer, createAnswerOperation } from './answer-operation.ts';
import { sendInParts } from './deferred-response.ts';
import { chooseResponseFormat, findHttpRefusal, PLAIN_JSON, type ResponseType } from './graphql-over-http.ts';
import { GRAPHQL_PATHS } from './request-approach.ts';
import { startDeadline } from './request-deadline.ts';
import { createRequestLog } from './request-log.ts';
import { countRequests, type RequestsUnderWay } from './requests-under-way.ts';

export type GraphqlRouteOptions = {
  readonly guard: ExecutionGuard;
  readonly federation: Federation;
  readonly live: LiveDoor | undefined;
  readonly requestDeadlineMs: number;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
};

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];

/** Adds the GraphQL paths: one request, one JSON answer. Requests that ask for a stream go to the live door. */
export function addGraphqlRoutes(app: FastifyInstance, options: GraphqlRouteOptions): RequestsUnderWay {
  const { live, logger, requestDeadlineMs } = options;
  const answer = createAnswerOperation(options);
  const note = createRequestLog(options);
  const requests = countRequests();

  async function handle(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (live?.wants(request) === true) return live.serve(request, reply);
    const format = chooseResponseFormat(request.headers.accept);
    if (format === undefined) {
      const message = 'Accept application/graphql-response+json or application/json.';
      return send(reply, PLAIN_JSON, refuse(406, 'BAD_REQUEST', message, request.id));
    }
    const beganAtMs = performance.now();
    const deadline = startDeadline(requestDeadlineMs, reply.raw);
    requests.begin();
    const given = await answer(request, format, deadline).catch((thrown: unknown): Answer => {
      logger.error({ requestId: request.id, err: describeThrown(thrown) }, 'a request could not be answered');
      return { status: 500, body: { errors: [maskError(thrown, request.id, logger)] } };
    });
    if (reply.raw.destroyed) requests.end();
    else reply.raw.once('close', requests.end);
    note(request.id, given, performance.now() - beganAtMs);
    const { later } = given.body;
    if (later !== undefined) return sendInParts(reply, given, { ...given.body, later }, deadline.close);
    deadline.close();
    return send(reply, format.type, given);
  }

  for (const url of GRAPHQL_PATHS) app.route({ method: METHODS, url, onRequest: refuseForgeable, handler: handle });
  return requests;
}

/** The answer to something that is no GraphQL request. */
export function refuse(status: number, code: FaultCode, message: string, requestId: string): Answer {
  return { status, body: { errors: [clientError(code, message, requestId)] } };
}

/** Turns away, before its body is read, what is no GraphQL request or what a foreign page could have sent. For every path that takes one. */
export function refuseForgeable(request: FastifyRequest, reply: FastifyReply, next: () => void): void {
  const refusal = findHttpRefusal(request.method, request.headers);
  if (refusal === undefined) {
    next();
    return;
  }
  if (refusal.allow !== undefined) void reply.header('allow', refusal.allow);
  const type = chooseResponseFormat(request.headers.accept)?.type ?? PLAIN_JSON;
  void send(reply, type, refuse(refusal.status, 'BAD_REQUEST', refusal.message, request.id));
}

/** Sends an answer as GraphQL over HTTP. */
export function send(reply: FastifyReply, type: ResponseType, { status, headers, body, admission }: Answer): FastifyReply {
  if (headers !== undefined) void reply.headers(headers);
  // What was said already (by CORS, of the origin) stays.
  const varies = reply.getHeader('vary');
  return reply
    .code(status)
    .headers(cacheHeadersOf(body.cache, admission?.session === undefined))
    .header('vary', varies === undefined ? VARY : `${String(varies)}, ${VARY}`)
    .header('content-type', CONTENT_TYPES[type])
    .send(bytesOf(body));
}

/** Below this, a string is written as fast as bytes. */
const MIN_BYTES = 4_096;
/** An outcome may be the answer to several requests that were under way at the same time: it is encoded once. */
const encoded = new WeakMap<Outcome, Buffer>();

function bytesOf(outcome: Outcome): string | Buffer {
  const known = encoded.get(outcome);
  if (known !== undefined) return known;
  const json = outcomeJson(outcome);
  if (json.length < MIN_BYTES) return json;
  const bytes = Buffer.from(json);
  encoded.set(outcome, bytes);
  return bytes;
}

const CONTENT_TYPES: Readonly<Record<ResponseType, string>> = {
  'application/graphql-response+json': 'application/graphql-response+json; charset=utf-8',
  'application/json': 'application/json; charset=utf-8',
};
