import { fail, ok, type Result } from '@academy/kernel';
import type { FastifyRequest } from 'fastify';
import { type OperationRequest, readReports } from '../operation-request.ts';

/** What a request asks for, before anything of it was looked at; or, in one sentence, why it is no GraphQL request. */
export function readOperation(request: FastifyRequest): Result<OperationRequest, string> {
  const asked = request.method === 'GET' ? readQuery(request.query) : readBody(request.body);
  if (!asked.ok) return asked;
  const { query, operationName, variables, extensions } = asked.value;
  if (!isAbsent(query) && typeof query !== 'string') return fail('Expected `query` to be a text: the document.');
  if (isAbsent(query) && !namesDocument(asked.value)) return fail('Expected `query`: the document, as a text.');
  if (!isAbsent(operationName) && typeof operationName !== 'string') return fail('Expected `operationName` to be a text.');
  if (!isAbsent(variables) && !isMap(variables)) return fail('Expected `variables` to be an object.');
  if (!isAbsent(extensions) && !isMap(extensions)) return fail('Expected `extensions` to be an object.');
  return ok({ ...asked.value, reports: readReports(extensions, request.headers) });
}

function readBody(body: unknown): Result<OperationRequest, string> {
  if (!isMap(body))
    return fail('Expected one JSON object with `query` or `documentId`; several operations at once are not taken.');
  const { query, operationName, variables, extensions, documentId } = body as OperationRequest;
  return ok({ query, operationName, variables, extensions, documentId });
}

function readQuery(given: unknown): Result<OperationRequest, string> {
  const { query, operationName, variables, extensions, documentId } = given as OperationRequest;
  const [readVariables, readExtensions] = [readJson('variables', variables), readJson('extensions', extensions)];
  if (!readVariables.ok) return readVariables;
  if (!readExtensions.ok) return readExtensions;
  return ok({ query, operationName, variables: readVariables.value, extensions: readExtensions.value, documentId });
}

function readJson(name: string, text: unknown): Result<unknown, string> {
  if (text === undefined || text === '') return ok(undefined);
  try {
    // A parameter that came twice is a list.
    if (typeof text === 'string') return ok(JSON.parse(text));
  } catch {
    // Told below: what the parser says is of no use to who sent it.
  }
  return fail(`Expected \`${name}\` once, as the JSON text of an object.`);
}

/** Whether the document is one that the gateway has, or may have, under a name. */
function namesDocument({ documentId, extensions }: OperationRequest): boolean {
  return typeof documentId === 'string' || (isMap(extensions) && isMap(extensions['persistedQuery']));
}

function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
