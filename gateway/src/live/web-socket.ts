import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { SECOND_MS } from '@academy/kernel';
import { type ExecutionArgs, type ExecutionResult, GraphQLError, OperationTypeNode } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Admission } from '../guard.ts';
import { requestIdOf } from '../http/request-approach.ts';
import type { LiveParts } from '../live-door.ts';
import type { CheckedOperation } from '../operations.ts';
import type { Subscriptions } from './subscriptions.ts';

/** Close codes beside the protocol's own. */
const TENANT_REFUSED = 4403;
const SESSION_ENDED = 4401;
const COME_BACK = 1012;
const TOO_SLOW = 1013;

/** A connection is looked at this often: whether its session still holds, and whether it reads what it is sent. */
const LOOK_EVERY_MS = SECOND_MS;
const KEEP_ALIVE_MS = 12 * SECOND_MS;
/** What may lie unread for one connection. */
const MAX_UNREAD_BYTES = 1024 * 1024;
/** Sockets that have not introduced themselves by then are closed. */
const INTRODUCTION_MS = 5 * SECOND_MS;

/** The WebSocket door: the graphql-transport-ws protocol. */
export type WebSocketDoor = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  drain(): Promise<void>;
};

type Extra = { socket: WebSocket; request: IncomingMessage; admission?: Admission };
type Job = { operation: CheckedOperation; admission: Admission; requestId: string; stop: AbortController };

/** Opens the door. Every message goes through the same guard as an HTTP request. */
export function createWebSocketDoor(parts: LiveParts, subscriptions: Subscriptions): WebSocketDoor {
  const { guard, federation, logger, config } = parts;
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: config.limits.maxBodyBytes,
    handleProtocols: (offered) => (offered.has('graphql-transport-ws') ? 'graphql-transport-ws' : false),
  });

  async function admit(extra: Extra, params: Readonly<Record<string, unknown>> | undefined): Promise<boolean> {
    const { request, socket } = extra;
    const requestId = requestIdOf(request);
    const approach = parts.approachOf(request, requestId);
    const given = params?.['authorization'] ?? params?.['Authorization'];
    const admitted = await guard.admit(typeof given === 'string' ? { ...approach, authorization: given } : approach);
    if (!admitted.ok) {
      const [error] = admitted.error.errors;
      socket.close(
        admitted.error.status === 401 ? SESSION_ENDED : admitted.error.status === 403 ? TENANT_REFUSED : TOO_SLOW,
        error?.extensions.code ?? 'UNAVAILABLE',
      );
      return false;
    }
    if (!parts.isOriginAllowed(request.headers.origin, admitted.value.tenant)) {
      socket.close(TENANT_REFUSED, 'FORBIDDEN');
      return false;
    }
    extra.admission = admitted.value;
    return true;
  }

  function watchOver(extra: Extra): void {
    const timer = setInterval(() => {
      const { socket, admission } = extra;
      if (socket.bufferedAmount > MAX_UNREAD_BYTES) return socket.close(TOO_SLOW, 'SLOW_READER');
      if (admission === undefined || guard.isStillAdmitted(admission)) return;
      const isSuspended = parts.revocations.isSuspended(admission.tenant.id);
      socket.close(isSuspended ? TENANT_REFUSED : SESSION_ENDED, isSuspended ? 'TENANT_MISMATCH' : 'UNAUTHENTICATED');
    }, LOOK_EVERY_MS);
    extra.socket.once('close', () => clearInterval(timer));
  }

  async function* stream(job: Job): AsyncGenerator<ExecutionResult, void, void> {
    for await (const result of subscriptions.open({ ...job, signal: job.stop.signal }))
      yield result as unknown as ExecutionResult;
  }

  useServer<Record<string, unknown>, Partial<Extra>>(
    {
      connectionInitWaitTimeout: INTRODUCTION_MS,
      onConnect: async (context) => {
        const extra = context.extra as Extra;
        watchOver(extra);
        return admit(extra, context.connectionParams);
      },
      onSubscribe: (context, _id, payload) => {
        const { admission } = context.extra as Extra;
        if (admission === undefined) return [new GraphQLError('Not admitted.', { extensions: { code: 'UNAUTHENTICATED' } })];
        const requestId = randomUUID();
        const { query, operationName, variables } = payload;
        const examined = guard.examine(
          admission,
          { query, operationName: operationName ?? undefined, variables: variables ?? undefined },
          requestId,
        );
        if (!examined.ok)
          return examined.error.errors.map(({ message, extensions }) => new GraphQLError(message, { extensions }));
        const operation = examined.value;
        const stop = new AbortController();
        (context.extra as Extra).socket.once('close', () => stop.abort());
        const job: Job = { operation, admission, requestId, stop };
        return {
          schema: federation.schema().schema,
          document: operation.document,
          operationName: operation.operationName ?? null,
          variableValues: operation.variables,
          contextValue: job,
        } as ExecutionArgs;
      },
      subscribe: (args) => {
        const job = (args as ExecutionArgs).contextValue as Job;
        const results = stream(job);
        const end = results.return.bind(results);
        results.return = (value) => {
          job.stop.abort();
          return end(value);
        };
        return results;
      },
      execute: async (args) => {
        const { operation, admission, requestId, stop } = (args as ExecutionArgs).contextValue as Job;
        if (operation.kind === OperationTypeNode.SUBSCRIPTION) throw new Error('A subscription is not executed.');
        const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(config.requestDeadlineMs)]);
        return (await federation.execute(operation, {
          requestId,
          principal: admission.principal,
          signal,
        })) as unknown as ExecutionResult;
      },
    },
    server,
    KEEP_ALIVE_MS,
  );

  return {
    upgrade(request, socket, head) {
      socket.on('error', (error) => logger.debug({ err: error.message }, 'websocket: connection error'));
      server.handleUpgrade(request, socket, head, (opened) => server.emit('connection', opened, request));
    },
    async drain() {
      const gone = [...server.clients].map((client) => new Promise((resolve) => client.once('close', resolve)));
      for (const client of server.clients) client.close(COME_BACK, 'SERVICE_RESTART');
      await Promise.all(gone);
      server.close();
    },
  };
}
