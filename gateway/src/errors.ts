import { randomUUID } from 'node:crypto';
import { describeThrown, FAULT_CODES, Fault, type FaultCode, isFaultCode } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** An error as a client sees it: nothing but message, place, an allow-listed code and ids to quote. */
export type ClientError = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions: {
    readonly code: FaultCode;
    readonly requestId: string;
    /** Where the code is explained: a reference relative to the endpoint. */
    readonly docs: string;
    readonly id?: string;
    /** Of RATE_LIMITED by a rate: the same as the header `retry-after`, for transports without headers. */
    readonly retryAfterSeconds?: number;
    /** Of TENANT_MISMATCH, and only to a good session of the very tenant. */
    readonly reason?: 'TENANT_SUSPENDED';
  };
};

/** The longest message that leaves the process: messages may quote a client's own values. */
const MAX_MESSAGE_LENGTH = 300;

/** The page that explains the codes; served by the gateway itself. */
export const ERROR_PAGE = '/docs/errors';

const DOCS = Object.fromEntries(FAULT_CODES.map((code) => [code, `${ERROR_PAGE}#${code}`])) as Record<FaultCode, string>;

/** Texts of codes that tell of our inside; what an island or a library wrote is only logged. */
const FIXED_TEXTS: Partial<Record<FaultCode, string>> = {
  INTERNAL: 'Something went wrong on our side; quote the id when you report it.',
  TIMEOUT: 'A part of the system took too long; try again shortly.',
  UNAVAILABLE: 'A part of the system does not answer; try again shortly.',
};

/** The answer of the guard itself: its message was written for clients. */
export function clientError(
  code: FaultCode,
  message: string,
  requestId: string,
  place: Pick<ClientError, 'path' | 'locations'> = {},
): ClientError {
  return { message: clip(message), ...place, extensions: { code, requestId, docs: DOCS[code] } };
}

/**
 * What a client may see of errors that execution produced. A code that is not on the allow-list becomes INTERNAL with an id, under which
 * the whole error is logged. Names of islands, URLs, stack traces and every other extension stay inside.
 */
export function maskErrors(errors: readonly (Error | GraphQLFormattedError)[], requestId: string, logger: Logger): ClientError[] {
  return errors.map((error) => maskError(error, requestId, logger));
}

/** The same for something thrown. */
export function maskError(error: unknown, requestId: string, logger: Logger): ClientError {
  const code = codeOf(error);
  const place = placeOf(error);
  if (code !== undefined && code !== 'INTERNAL') {
    if (FIXED_TEXTS[code] !== undefined)
      logger.warn({ requestId, code, err: describeThrown(causeOf(error)) }, 'a part of an answer is missing');
    return { message: clip(FIXED_TEXTS[code] ?? messageOf(error)), ...place, extensions: { code, requestId, docs: DOCS[code] } };
  }
  const id = randomUUID();
  logger.error({ requestId, errorId: id, err: causeOf(error) }, 'an error was masked');
  return { message: FIXED_TEXTS.INTERNAL ?? '', ...place, extensions: { code: 'INTERNAL', requestId, id, docs: DOCS.INTERNAL } };
}

/** Takes "Did you mean …" out of a message: a suggestion names what the asker did not. */
export function withoutSuggestion(message: string): string {
  return message.replace(/ ?Did you mean .+\?/s, '');
}

function codeOf(error: unknown): FaultCode | undefined {
  if (error instanceof Fault) return error.code;
  if (typeof error !== 'object' || error === null) return undefined;
  if (error instanceof GraphQLError && error.originalError instanceof Fault) return error.originalError.code;
  const extensions: unknown = 'extensions' in error ? error.extensions : undefined;
  const code: unknown =
    typeof extensions === 'object' && extensions !== null && 'code' in extensions ? extensions.code : undefined;
  return isFaultCode(code) ? code : undefined;
}

function placeOf(error: unknown): Pick<ClientError, 'path' | 'locations'> {
  if (typeof error !== 'object' || error === null || !('path' in error) || !Array.isArray(error.path)) return {};
  return { path: error.path.filter((step): step is string | number => typeof step === 'string' || typeof step === 'number') };
}

function causeOf(error: unknown): unknown {
  if (error instanceof GraphQLError) return error.originalError ?? error;
  return error instanceof Fault ? (error.cause ?? error) : error;
}

function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'
    ? error.message
    : 'Refused.';
}

function clip(message: string): string {
  return message.length <= MAX_MESSAGE_LENGTH ? message : `${message.slice(0, MAX_MESSAGE_LENGTH - 1)}…`;
}
