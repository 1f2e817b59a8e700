import { CallFailure } from './call-failure.ts';
import type { IslandResponse, SubgraphAnswer } from './transport.ts';

/**
 * The response in an answer: an object with `data` (an object or null) or `errors` (a list), or both. Text is parsed anew at each call, so
 * that nobody shares what is returned. Throws a `nonsense` CallFailure for anything else.
 */
export function readAnswer(answer: SubgraphAnswer): IslandResponse {
  const body = 'json' in answer ? parseJson(answer.json) : answer.response;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw nonsense('no object');
  const { data, errors } = body as { data?: unknown; errors?: unknown };
  if (data === undefined && errors === undefined) throw nonsense('neither data nor errors');
  if (data !== undefined && (typeof data !== 'object' || Array.isArray(data))) throw nonsense('data that is no object');
  if (errors !== undefined && errors !== null && !Array.isArray(errors)) throw nonsense('errors that are no list');
  return body as IslandResponse;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the text, which may hold anything.
    throw nonsense('no JSON');
  }
}

function nonsense(what: string): CallFailure {
  return new CallFailure('nonsense', new Error(`A GraphQL response was expected, got ${what}.`));
}
