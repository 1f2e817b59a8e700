import { randomUUID } from 'node:crypto';
import { GraphQLError, OperationTypeNode } from 'graphql';
import { makeServer, type Server } from 'graphql-ws';
import { type ClientError, clientError } from '../errors.ts';
import { outcomeJson } from '../federation/federation.ts';
import type { LiveParts } from '../live-door.ts';
import { readOperationRequest } from '../operation-request.ts';
import type { LiveLimits } from './live-limits.ts';
import type { OperationStreams } from './operation-stream.ts';
import { credentialsOf, type WebSocketAdmittance } from './web-socket-admittance.ts';
import type { Job, Session } from './web-socket-session.ts';

/** What graphql-ws runs an operation by: it is asked for values once, and there are none, because every answer is sent as it comes. */
type Run = AsyncGenerator<never, void, void>;

/** The graphql-transport-ws protocol: every message goes through the same guard as an HTTP request. */
export function createWebSocketProtocol(
  { guard, federation }: Pick<LiveParts, 'guard' | 'federation'>,
  streams: OperationStreams,
  admittance: WebSocketAdmittance,
  limits: LiveLimits,
): Server<Session> {
  async function answer(session: Session, id: string, job: Job): Promise<void> {
    const { signal } = job.stop;
    for await (const result of streams.open({ ...job, signal })) {
      // A closed socket, unlike a completed operation, is something that a client comes back from.
      if (signal.aborted || session.closeIfEnded()) return;
      await session.flow.send(`{"id":${JSON.stringify(id)},"type":"next","payload":${outcomeJson(result)}}`, signal);
    }
  }

  return makeServer<Record<string, unknown>, Session>({
    // The introduction is waited for by whoever looks at the sockets.
    connectionInitWaitTimeout: 0,
    onConnect: ({ extra, connectionParams }) => admittance.introduce(extra, credentialsOf(connectionParams)),
    onSubscribe: async ({ extra: session }, id, payload) => {
      const requestId = randomUUID();
      const { admission } = session;
      if (admission === undefined || session.closeIfEnded()) {
        return [new ToldError(clientError('UNAUTHENTICATED', 'The session has ended; sign in again.', requestId))];
      }
      if (session.jobs.size >= limits.operationsPerSocket) {
        const message = `One socket may have ${limits.operationsPerSocket} operations under way; complete some of them first.`;
        return [new ToldError(clientError('RATE_LIMITED', message, requestId))];
      }
      const answered = beginAnswer(session);
      const examined = await guard.examine(admission, readOperationRequest({ ...payload }), requestId);
      if (!examined.ok) {
        answered();
        return examined.error.errors.map((error) => new ToldError(error));
      }
      const operation = examined.value;
      const job: Job = { operation, admission, requestId, stop: new AbortController() };
      session.jobs.add(job);
      if (operation.kind === OperationTypeNode.SUBSCRIPTION) answered();
      const run = runOf({
        work: () => answer(session, id, job),
        stop: () => job.stop.abort(),
        over() {
          session.jobs.delete(job);
          answered();
        },
      });
      return {
        schema: federation.schema().schema,
        document: operation.document,
        operationName: operation.operationName ?? null,
        contextValue: run,
      };
    },
    subscribe: ({ contextValue }) => contextValue as Run,
    execute: ({ contextValue }) => contextValue as Run,
  });
}

/** Counts an answer that is owed until the returned function is called, and what was said last is on its way. */
function beginAnswer({ unanswered }: Session): () => void {
  let isOwed = true;
  unanswered.begin();
  return () => {
    if (!isOwed) return;
    isOwed = false;
    setImmediate(unanswered.end);
  };
}

/** Work that is begun when it is asked for a value, and over when it answers that there is none; or when it is stopped before it began. */
function runOf({ work, stop, over }: { work: () => Promise<void>; stop: () => void; over: () => void }): Run {
  const none = { done: true, value: undefined } as const;
  let hasBegun = false;
  function end(): void {
    stop();
    if (!hasBegun) over();
  }
  const run: Run = {
    async next() {
      hasBegun = true;
      await work().finally(over);
      return none;
    },
    // The client's `complete`, or the end of the socket: neither waits for the next event.
    async return() {
      end();
      return none;
    },
    async throw(thrown) {
      end();
      throw thrown;
    },
    async [Symbol.asyncDispose]() {
      end();
    },
    [Symbol.asyncIterator]: () => run,
  };
  return run;
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
