import type { IslandRequest } from '../topology/transport.ts';

/** The operation in the JSON text of a call; undefined when there is none, or when one of its members is not what it should be. */
export function readOperation(body: string): IslandRequest | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (!isObject(parsed)) return undefined;
  const { query, operationName, variables } = parsed;
  if (typeof query !== 'string') return undefined;
  if (isGiven(operationName) && typeof operationName !== 'string') return undefined;
  if (isGiven(variables) && !isObject(variables)) return undefined;
  return { query, operationName: operationName ?? undefined, variables: variables ?? undefined } as IslandRequest;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
