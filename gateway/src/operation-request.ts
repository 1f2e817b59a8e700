import type { IncomingHttpHeaders } from 'node:http';

/** An operation as a client sends it, on any transport. Nothing of it has been looked at. */
export type OperationRequest = {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
  /** What the answer's `extensions` are to tell; asked for by headers or by the request's `extensions`. */
  readonly reports?: Reports;
};

/** What an answer tells besides its data. */
export type Reports = { readonly cost: boolean; readonly queryPlan: boolean };

/** Nothing is told. */
export const NO_REPORTS: Reports = { cost: false, queryPlan: false };

/**
 * The operation in the parameters of a GET, in the body of a POST or in a message of a WebSocket. `variables` and `extensions` of a GET
 * are JSON; what is none stays a text, which the guard refuses.
 */
export function readOperationRequest(
  given: Readonly<Record<string, unknown>>,
  options: { headers?: IncomingHttpHeaders; isQueryString?: boolean } = {},
): OperationRequest {
  const read = options.isQueryString === true ? parsed : same;
  const { query, documentId, operationName } = given;
  const variables = read(given['variables']);
  const extensions = read(given['extensions']);
  return { query, documentId, operationName, variables, extensions, reports: readReports(extensions, options.headers ?? {}) };
}

/** What a request asks to be told. */
export function readReports(extensions: unknown, headers: IncomingHttpHeaders): Reports {
  const asked = typeof extensions === 'object' && extensions !== null ? (extensions as Readonly<Record<string, unknown>>) : {};
  const cost = asked['cost'] === true || headers['x-academy-cost'] === '1';
  const queryPlan = asked['queryPlan'] === true || headers['x-academy-query-plan'] === '1';
  return cost || queryPlan ? { cost, queryPlan } : NO_REPORTS;
}

function same(value: unknown): unknown {
  return value;
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string' || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
