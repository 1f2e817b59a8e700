/**
 * Codes that a client may see in `errors[].extensions.code`; everything else is masked as INTERNAL with an id.
 * The list is documented for clients in docs/errors.md.
 */
export const FAULT_CODES = [
  'ANALYTICS_UNAVAILABLE',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'DOCUMENT_NOT_TRUSTED',
  'FORBIDDEN',
  'GONE',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INTERNAL',
  'INTROSPECTION_DISABLED',
  'NOT_FOUND',
  'PAYLOAD_TOO_LARGE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'QUERY_TOO_COMPLEX',
  'RATE_LIMITED',
  'TENANT_MISMATCH',
  'TIMEOUT',
  'UNAUTHENTICATED',
  'UNAVAILABLE',
] as const;

export type FaultCode = (typeof FAULT_CODES)[number];

/**
 * Something outside the domain went wrong, or the guard said no. Thrown, never returned.
 * `message` may be shown to a client: it says what was expected, what came and what to do, and holds no internals (those go to `cause`).
 */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly isRetryable: boolean;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: FaultCode,
    message: string,
    options: { cause?: unknown; isRetryable?: boolean; details?: Record<string, unknown> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Fault';
    this.code = code;
    this.isRetryable = options.isRetryable ?? (code === 'UNAVAILABLE' || code === 'TIMEOUT');
    this.details = options.details ?? {};
  }
}

/** True for a code that a client may see. */
export function isFaultCode(code: unknown): code is FaultCode {
  return typeof code === 'string' && (FAULT_CODES as readonly string[]).includes(code);
}

/** The text of anything thrown, for logs: never for a client. */
export function describeThrown(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
