import type * as z from 'zod';

/** One thing wrong with a request: where, what was expected, what came. */
export type FieldError = { field: string; expected: string; got: string };

const LONGEST_ECHO = 60;
const MOST_ERRORS = 50;

/**
 * What a schema found wrong with `input`, for the client. Fields under `personal` are described, never repeated:
 * whoever logs the answer must not store a person's data.
 */
export function fieldErrors(error: z.ZodError, input: unknown, personal: readonly string[] = []): FieldError[] {
  return error.issues.flatMap((issue) => toFieldErrors(issue, input, personal)).slice(0, MOST_ERRORS);
}

function toFieldErrors(issue: z.core.$ZodIssue, input: unknown, personal: readonly string[]): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: fieldName([...issue.path, cut(key)]),
      expected: 'no such field',
      got: 'a value',
    }));
  }
  const value = valueAt(input, issue.path);
  const isPersonal = personal.includes(String(issue.path[0]));
  return [{ field: fieldName(issue.path), expected: issue.message, got: describe(value, isPersonal) }];
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '(body)' : path.map(String).join('.');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

function describe(value: unknown, isPersonal: boolean): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  if (isPersonal) return typeof value === 'string' ? `a text of ${value.length} characters` : `a ${typeof value}`;
  return cut(JSON.stringify(value));
}

function cut(text: string): string {
  return text.length > LONGEST_ECHO ? `${text.slice(0, LONGEST_ECHO)}…` : text;
}
