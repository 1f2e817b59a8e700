import { personaOf } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import { OperationTypeNode } from 'graphql';
import { maskError } from '../errors.ts';
import type { Federation } from '../federation/federation.ts';
import type { StreamedOperation, StreamedResult } from './streamed.ts';
import type { Subscriptions } from './subscriptions.ts';

/** Operations of one process that are answered over streams, whatever the transport. */
export type OperationStreams = {
  /**
   * The answers, in order: one for a query or a mutation. A refusal is the last answer, with errors and no data. Ends without a word
   * when the signal aborts; never rejects.
   */
  open(streamed: StreamedOperation): AsyncGenerator<StreamedResult, void, void>;
};

/** Streams of operations: subscriptions are watched, everything else is executed under the deadline of a request. */
export function createOperationStreams(options: {
  subscriptions: Subscriptions;
  federation: Federation;
  requestDeadlineMs: number;
  logger: Logger;
}): OperationStreams {
  const { subscriptions, federation, requestDeadlineMs, logger } = options;

  async function* answers(streamed: StreamedOperation): AsyncGenerator<StreamedResult, void, void> {
    const { admission, operation, requestId, signal } = streamed;
    if (operation.kind === OperationTypeNode.SUBSCRIPTION) return yield* subscriptions.open(streamed);
    const { dataJson, errors, extensions } = await federation.execute(operation, {
      requestId,
      principal: admission.principal,
      signal: AbortSignal.any([signal, AbortSignal.timeout(requestDeadlineMs)]),
      dueAtMs: performance.now() + requestDeadlineMs,
    });
    yield {
      ...(dataJson === undefined ? {} : { dataJson }),
      ...(errors === undefined ? {} : { errors }),
      ...(extensions === undefined ? {} : { extensions }),
    };
  }

  return {
    async *open(streamed) {
      const { admission, operation, requestId, signal } = streamed;
      const codes = new Set<string>();
      let told = 0;
      try {
        for await (const result of answers(streamed)) {
          told += 1;
          for (const { extensions } of result.errors ?? []) codes.add(extensions.code);
          yield result;
        }
      } catch (thrown) {
        if (signal.aborted) return;
        const error = maskError(thrown, requestId, logger);
        codes.add(error.extensions.code);
        yield { errors: [error] };
      } finally {
        logger.info(
          {
            requestId,
            tenant: admission.tenant.id,
            persona: personaOf(admission.principal) ?? 'anonymous',
            operation: operation.operationName?.slice(0, 100),
            kind: operation.kind,
            cost: operation.cost,
            answers: told,
            codes: [...codes],
          },
          'stream',
        );
      }
    },
  };
}
