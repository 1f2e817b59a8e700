import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql';
import { makeServer, type Server } from 'graphql-ws';
import { type ClientError, clientError } from '../errors.ts';
import { requestIdOf } from '../http/request-approach.ts';
import type { LiveParts } from '../live-door.ts';
import { readOperationRequest } from '../operation-request.ts';
import type { LiveTimings } from './live-timings.ts';
import type { OperationStreams } from './operation-stream.ts';
import type { StreamedResult } from './streamed.ts';
import { CLOSE_CODES, type Job, type Session } from './web-socket-session.ts';

/** The graphql-transport-ws protocol: every message goes through the same guard as an HTTP request. */
export function createWebSocketProtocol(parts: LiveParts, streams: OperationStreams, timings: LiveTimings): Server<Session> {
  const { guard, federation } = parts;

  async function admit(session: Session, params: Readonly<Record<string, unknown>> | undefined): Promise<boolean> {
    const { request } = session;
    const approach = parts.approachOf(request, requestIdOf(request));
    const given = params?.['authorization'] ?? params?.['Authorization'];
    const admitted = await guard.admit(typeof given === 'string' ? { ...approach, authorization: given } : approach);
    if (!admitted.ok) {
      const { status, errors } = admitted.error;
      session.close(closeCodeOf(status), errors[0]?.extensions.code ?? 'INTERNAL');
      return false;
    }
    if (!isOwnPage(request) && !parts.isOriginAllowed(request.headers.origin, admitted.value.tenant)) {
      session.close(CLOSE_CODES.TENANT_REFUSED, 'FORBIDDEN');
      return false;
    }
    session.admission = admitted.value;
    return true;
  }

  async function* answer(session: Session, job: Job): AsyncGenerator<ExecutionResult, void, void> {
    session.jobs.add(job);
    try {
      for await (const result of streams.open({ ...job, signal: job.stop.signal })) {
        // A closed socket, unlike a completed operation, is something that a client comes back from.
        if (session.closeIfEnded()) return;
        yield executionResult(result);
      }
    } finally {
      session.jobs.delete(job);
      job.over.resolve();
    }
  }

  function open(args: ExecutionArgs): AsyncGenerator<ExecutionResult, void, void> {
    const { session, job } = args.contextValue as { session: Session; job: Job };
    const results = answer(session, job);
    const end = results.return.bind(results);
    // The client's `complete`, which would otherwise wait for the next event.
    results.return = (value) => {
      job.stop.abort();
      return end(value);
    };
    return results;
  }

  return makeServer<Record<string, unknown>, Session>({
    connectionInitWaitTimeout: timings.introductionMs,
    onConnect: ({ extra, connectionParams }) => admit(extra, connectionParams),
    onSubscribe: async ({ extra: session }, _id, payload) => {
      const requestId = randomUUID();
      const { admission } = session;
      if (admission === undefined || session.closeIfEnded()) {
        return [new ToldError(clientError('UNAUTHENTICATED', 'The session has ended; sign in again.', requestId))];
      }
      const examined = await guard.examine(admission, readOperationRequest({ ...payload }), requestId);
      if (!examined.ok) return examined.error.errors.map((error) => new ToldError(error));
      const operation = examined.value;
      const job: Job = { operation, admission, requestId, stop: new AbortController(), over: Promise.withResolvers() };
      return {
        schema: federation.schema().schema,
        document: operation.document,
        operationName: operation.operationName ?? null,
        contextValue: { session, job },
      };
    },
    subscribe: open,
    execute: open,
  });
}

/** An error that is told exactly as it was masked. */
class ToldError extends GraphQLError {
  readonly #told: ClientError;

  constructor(told: ClientError) {
    super(told.message);
    this.#told = told;
  }

  override toJSON(): ClientError {
    return this.#told;
  }
}

function executionResult({ dataJson, errors, extensions }: StreamedResult): ExecutionResult {
  return {
    ...(dataJson === undefined ? {} : { data: JSON.parse(dataJson) }),
    ...(errors === undefined ? {} : { errors: errors.map((error) => new ToldError(error)) }),
    ...(extensions === undefined ? {} : { extensions }),
  };
}

function closeCodeOf(status: number): number {
  if (status === 401) return CLOSE_CODES.SESSION_ENDED;
  return status === 403 ? CLOSE_CODES.TENANT_REFUSED : CLOSE_CODES.TRY_AGAIN_LATER;
}

/** Whether a page of this very gateway asks: the explorer. */
function isOwnPage({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers;
  return origin !== undefined && host !== undefined && URL.parse(origin)?.host === host;
}
