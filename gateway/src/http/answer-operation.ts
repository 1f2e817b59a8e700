import type { FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import { cacheModeOf } from '../cache/cache-headers.ts';
import type { LookAhead } from '../cache/cache-use.ts';
import { clientError } from '../errors.ts';
import type { Federation, Outcome } from '../federation/federation.ts';
import type { Admission, ExecutionGuard } from '../guard.ts';
import type { CheckedOperation } from '../operations.ts';
import { type ResponseFormat, statusOfOperationRefusal } from './graphql-over-http.ts';
import { readOperation } from './read-operation.ts';
import { approachOf } from './request-approach.ts';
import type { RequestDeadline } from './request-deadline.ts';
import { metadataOf } from './response-metadata.ts';

/** The answer to one request, and what is known of who asked for what. */
export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Outcome;
  readonly admission?: Admission;
  readonly operation?: CheckedOperation;
};

/** Answers one request: who asks, what, may it be planned, and what comes of it. Rejects only for a mistake of ours. */
export type AnswerOperation = (request: FastifyRequest, format: ResponseFormat, deadline: RequestDeadline) => Promise<Answer>;

/** Answers through this guard, from this federation. */
export function createAnswerOperation({ guard, federation }: { guard: ExecutionGuard; federation: Federation }): AnswerOperation {
  return async (request, format, deadline) => {
    const requestId = request.id;
    const admitted = await guard.admit(approachOf(request.raw, requestId));
    if (!admitted.ok) return { ...admitted.error, body: { errors: admitted.error.errors } };
    const admission = admitted.value;
    const headers = metadataOf(admission);
    const asked = readOperation(request);
    if (!asked.ok) {
      return { status: 400, headers, admission, body: { errors: [clientError('BAD_REQUEST', asked.error, requestId)] } };
    }
    const cacheMode = cacheModeOf(request.headers['cache-control']);
    let ahead: LookAhead | undefined;
    const examined = await guard.examine(admission, asked.value, requestId, (operation) => {
      ahead = federation.lookAhead?.(operation, admission.principal, cacheMode);
    });
    if (!examined.ok) {
      const refusal = examined.error;
      const status = statusOfOperationRefusal(refusal.status, format);
      return { status, headers: { ...headers, ...refusal.headers }, admission, body: { errors: refusal.errors } };
    }
    const operation = examined.value;
    const told = metadataOf(admission, operation);
    const misplaced = findMisplacement(operation, request.method);
    if (misplaced !== undefined) {
      return {
        status: statusOfOperationRefusal(misplaced.status, format),
        headers: { ...told, ...misplaced.headers },
        admission,
        operation,
        body: { errors: [clientError('BAD_REQUEST', misplaced.message, requestId)] },
      };
    }
    // Who hangs up on a mutation may not undo a half of it by that.
    if (operation.kind === OperationTypeNode.QUERY) deadline.stopWhenNobodyWaits();
    const context = {
      requestId,
      principal: admission.principal,
      dueAtMs: deadline.dueAtMs,
      cache: { mode: cacheMode, ahead, oldestAsOfMs: undefined },
      get signal() {
        return deadline.signal;
      },
    };
    const body = await federation.execute(operation, context, format.takesParts && operation.kind === OperationTypeNode.QUERY);
    return { status: statusOfOutcome(body), headers: told, admission, operation, body };
  };
}

type Misplacement = { readonly status: number; readonly message: string; readonly headers: Readonly<Record<string, string>> };

function findMisplacement(operation: CheckedOperation, method: string): Misplacement | undefined {
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
function statusOfOutcome({ dataJson, errors }: Outcome): number {
  if (dataJson !== undefined) return 200;
  const codes = errors?.map((error) => error.extensions.code) ?? [];
  if (codes.includes('TIMEOUT')) return 504;
  return codes.includes('UNAVAILABLE') ? 503 : 500;
}
