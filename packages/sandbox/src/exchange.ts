import type { IncomingHttpHeaders } from 'node:http';
import type { FieldError } from './field-errors.ts';

/** A request that has arrived whole. */
export type Call = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

/** What the authority has to say; `body` is sent as JSON. */
export type Answer = { status: number; body: unknown; headers?: Record<string, string> };

export function answer(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return { status, body, headers };
}

/** `error` is for programs, `message` for people, `errors` only where fields are at fault. */
export function refusal(
  status: number,
  error: string,
  message: string,
  details: { errors?: FieldError[]; headers?: Record<string, string> } = {},
): Answer {
  const errors = details.errors ? { errors: details.errors } : {};
  return answer(status, { error, message, ...errors }, details.headers);
}

export function invalid(errors: FieldError[]): Answer {
  return refusal(422, 'VALIDATION_FAILED', `Expected a valid request; ${errors.length} field(s) are not`, { errors });
}

/** The JSON of a body, or the answer that says why there is none. */
export function readJson(call: Call): { ok: true; value: unknown } | { ok: false; answer: Answer } {
  const type = call.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    const message = 'Expected content-type application/json';
    return { ok: false, answer: refusal(415, 'UNSUPPORTED_MEDIA_TYPE', message) };
  }
  try {
    return { ok: true, value: JSON.parse(call.body.toString('utf8')) };
  } catch {
    return { ok: false, answer: refusal(400, 'MALFORMED_JSON', 'Expected a body that is one JSON value') };
  }
}
