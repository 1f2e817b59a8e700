import { type Clock, describeThrown, type FaultCode, personaOf } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { Telemetry } from '@academy/platform/telemetry';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import { type ClientError, clientError, maskError } from '../errors.ts';
import { type Federation, type Outcome, outcomeJson } from '../federation/federation.ts';
import type { Admission, ExecutionGuard } from '../guard.ts';
import type { LiveDoor } from '../live-door.ts';
import type { CheckedOperation, OperationRequest } from '../operations.ts';
import {
  chooseResponseType,
  findHttpRefusal,
  PLAIN_JSON,
  type ResponseType,
  statusOfOperationRefusal,
} from './graphql-over-http.ts';
import { approachOf, GRAPHQL_PATHS } from './request-approach.ts';

export type GraphqlRouteOptions = {
  readonly guard: ExecutionGuard;
  readonly federation: Federation;
  readonly live: LiveDoor | undefined;
  readonly requestDeadlineMs: number;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
  readonly clock: Clock;
};

type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Outcome;
  readonly admission?: Admission;
  readonly operation?: CheckedOperation;
};

/** Counts the requests that are being answered. */
export type RequestsUnderWay = {
  /** Resolves when none is left. */
  whenNone(): Promise<void>;
};

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];

/** Adds the GraphQL paths: one request, one JSON answer. Requests that ask for a stream go to the live door. */
export function addGraphqlRoutes(app: FastifyInstance, options: GraphqlRouteOptions): RequestsUnderWay {
  const { guard, federation, live, logger, clock } = options;
  const seconds = options.telemetry.histogram(
    'academy_gateway_request_seconds',
    'Time from the arrival of a GraphQL request to its answer.',
    ['kind', 'status'],
  );
  const waiting = new Set<() => void>();
  let underWay = 0;

  async function answer(request: FastifyRequest, type: ResponseType): Promise<Answer> {
    const dueAtMs = performance.now() + options.requestDeadlineMs;
    const signal = AbortSignal.timeout(options.requestDeadlineMs);
    const requestId = request.id;
    const admitted = await guard.admit(approachOf(request.raw, requestId));
    if (!admitted.ok) return { ...admitted.error, body: { errors: admitted.error.errors } };
    const admission = admitted.value;
    const asked = readOperation(request);
    if (asked === undefined) {
      const message = 'Expected one JSON object with `query`; several operations at once are not taken.';
      return { status: 400, admission, body: { errors: [clientError('BAD_REQUEST', message, requestId)] } };
    }
    const examined = guard.examine(admission, asked, requestId);
    if (!examined.ok) {
      const status = statusOfOperationRefusal(examined.error.status, type);
      return { status, headers: examined.error.headers, admission, body: { errors: examined.error.errors } };
    }
    const operation = examined.value;
    const misplaced = findMisplacement(operation, request.method);
    if (misplaced !== undefined) {
      const { status, message, headers } = misplaced;
      return { status, headers, admission, operation, body: { errors: [clientError('BAD_REQUEST', message, requestId)] } };
    }
    const body = await federation.execute(operation, { requestId, principal: admission.principal, signal, dueAtMs });
    return { status: statusOfOutcome(body), admission, operation, body };
  }

  async function handle(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (live?.wants(request) === true) return live.serve(request, reply);
    const startedAtMs = clock.now().getTime();
    const type = chooseResponseType(request.headers.accept);
    if (type === undefined) {
      const message = 'Accept application/graphql-response+json or application/json.';
      return send(reply, PLAIN_JSON, refuse(406, 'BAD_REQUEST', message, request.id));
    }
    underWay += 1;
    try {
      const given = await answer(request, type).catch((thrown: unknown): Answer => {
        logger.error({ requestId: request.id, err: describeThrown(thrown) }, 'a request could not be answered');
        return { status: 500, body: { errors: [maskError(thrown, request.id, logger)] } };
      });
      note(request, given, clock.now().getTime() - startedAtMs);
      return await send(reply, type, given);
    } finally {
      underWay -= 1;
      if (underWay === 0) {
        for (const resolve of waiting) resolve();
        waiting.clear();
      }
    }
  }

  function note(request: FastifyRequest, given: Answer, ms: number): void {
    const kind = given.operation?.kind ?? 'none';
    seconds.observe({ kind, status: String(given.status) }, ms / 1_000);
    logger.info(
      {
        requestId: request.id,
        tenant: given.admission?.tenant.id,
        persona: given.admission === undefined ? undefined : (personaOf(given.admission.principal) ?? 'anonymous'),
        operation: given.operation?.operationName?.slice(0, 100),
        kind,
        cost: given.operation?.cost,
        status: given.status,
        codes: given.body.errors?.map((error) => error.extensions.code),
        ms,
      },
      'request',
    );
  }

  for (const url of GRAPHQL_PATHS) app.route({ method: METHODS, url, onRequest: refuseForgeable, handler: handle });
  return {
    whenNone() {
      if (underWay === 0) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.add(resolve);
      return promise;
    },
  };
}

/** The answer to something that is no GraphQL request. */
export function refuse(
  status: number,
  code: FaultCode,
  message: string,
  requestId: string,
): { status: number; body: { errors: ClientError[] } } {
  return { status, body: { errors: [clientError(code, message, requestId)] } };
}

/** Turns away, before its body is read, what is no GraphQL request or what a foreign page could have sent. For every path that takes one. */
export async function refuseForgeable(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const refusal = findHttpRefusal(request.method, request.headers);
  if (refusal === undefined) return undefined;
  if (refusal.allow !== undefined) void reply.header('allow', refusal.allow);
  const type = chooseResponseType(request.headers.accept) ?? PLAIN_JSON;
  return send(reply, type, refuse(refusal.status, 'BAD_REQUEST', refusal.message, request.id));
}

function send(reply: FastifyReply, type: ResponseType, given: Answer): FastifyReply {
  return reply
    .code(given.status)
    .headers({ ...given.headers, 'cache-control': 'no-store', 'content-type': `${type}; charset=utf-8` })
    .send(outcomeJson(given.body));
}

function readOperation(request: FastifyRequest): OperationRequest | undefined {
  if (request.method === 'GET') {
    const given = request.query as Readonly<Record<string, unknown>>;
    const variables = parseVariables(given['variables']);
    return variables === undefined ? undefined : { query: given['query'], operationName: given['operationName'], variables };
  }
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const { query, operationName, variables } = body as Readonly<Record<'query' | 'operationName' | 'variables', unknown>>;
  return { query, operationName, variables };
}

function parseVariables(text: unknown): unknown {
  if (text === undefined || text === '') return {};
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function findMisplacement(
  operation: CheckedOperation,
  method: string,
): { status: number; message: string; headers: Record<string, string> } | undefined {
  if (operation.kind === OperationTypeNode.SUBSCRIPTION) {
    const message = 'A subscription needs a stream: graphql-ws over WebSocket, or POST with accept: text/event-stream.';
    return { status: 400, message, headers: {} };
  }
  if (operation.kind === OperationTypeNode.MUTATION && method === 'GET') {
    return { status: 405, message: 'A mutation is sent with POST.', headers: { allow: 'POST' } };
  }
  return undefined;
}

/** An answer with data stands, whatever is missing from it; one without any says why by its status. */
function statusOfOutcome(outcome: Outcome): number {
  if (outcome.dataJson !== undefined) return 200;
  const codes = new Set(outcome.errors?.map((error) => error.extensions.code));
  if (codes.has('TIMEOUT')) return 504;
  return codes.has('UNAVAILABLE') ? 503 : 500;
}
