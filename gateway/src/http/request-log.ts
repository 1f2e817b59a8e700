import { personaOf } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { Telemetry } from '@academy/platform/telemetry';
import type { Answer } from './answer-operation.ts';

/** A name is what its author made it; a line of the log has room for this much. */
const MAX_NAME_LENGTH = 100;

/** One line and one observation for each answered request. */
export type RequestLog = (requestId: string, answer: Answer, elapsedMs: number) => void;

/** A log of requests with their histogram `academy_gateway_request_seconds`. */
export function createRequestLog({ logger, telemetry }: { logger: Logger; telemetry: Telemetry }): RequestLog {
  const seconds = telemetry.histogram(
    'academy_gateway_request_seconds',
    'Time from the arrival of a GraphQL request to its answer.',
    ['kind', 'status'],
  );
  // Nothing in this line is secret or personal, and looking for what could be took three quarters of the time that writing it takes.
  const lines = logger.child({}, { redact: [] });
  return (requestId, { status, admission, operation, body }, elapsedMs) => {
    const kind = operation?.kind ?? 'none';
    seconds.observe({ kind, status: String(status) }, elapsedMs / 1_000);
    lines.info(
      {
        requestId,
        tenant: admission?.tenant.id,
        persona: admission === undefined ? undefined : (personaOf(admission.principal) ?? 'anonymous'),
        operation: operation?.operationName?.slice(0, MAX_NAME_LENGTH),
        kind,
        cost: operation?.cost,
        status,
        codes: body.errors?.map((error) => error.extensions.code),
        ms: Math.round(elapsedMs * 10) / 10,
      },
      'request',
    );
  };
}
