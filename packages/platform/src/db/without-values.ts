/** SQLSTATE class of errors about a value, whose message quotes it. */
const ABOUT_A_VALUE = /^22/;
const MAX_CAUSES = 8;
/** What a PostgreSQL error tells of where it happened, and never of what was there. */
const PLACES = ['code', 'severity', 'schema_name', 'table_name', 'column_name', 'constraint_name', 'routine'] as const;

type Told = Error & Record<string, unknown>;

/**
 * The same error without the values of its query: they stand in Drizzle's message and stack, and in what PostgreSQL tells in message and detail, and would go from
 * there into logs, dead letters and jobs. What remains: the statement with its placeholders, SQLSTATE, constraint, table, column. Anything else stays as it is.
 */
export function withoutValues(thrown: unknown, depth = 0): unknown {
  if (!(thrown instanceof Error) || depth === MAX_CAUSES) return thrown;
  const error = thrown as Told;
  if (error.name === 'PostgresError') return stripped(error);
  if (typeof error['query'] === 'string' && Array.isArray(error['params'])) {
    const message = `Failed query: ${error['query']}`;
    error.stack = error.stack?.split(error.message).join(message) ?? message;
    error.message = message;
    error['params'] = [];
  }
  const cause = withoutValues(error.cause, depth + 1);
  if (cause !== error.cause) error.cause = cause;
  return error;
}

function stripped(error: Told): Error {
  for (const name of ['detail', 'where', 'internal_query']) if (name in error) error[name] = undefined;
  // The driver's own properties cannot be replaced; what they hold can be emptied.
  for (const values of [error['parameters'], error['args']]) if (Array.isArray(values)) values.length = 0;
  if (!ABOUT_A_VALUE.test(String(error['code']))) return error;
  // Neither can message and stack.
  const told = Object.fromEntries(PLACES.flatMap((name) => (name in error ? [[name, error[name]]] : [])));
  const copy = Object.assign(new Error(withoutQuoted(error.message)), told, { name: error.name });
  copy.stack = error.stack?.split(error.message).join(copy.message) ?? copy.message;
  return copy;
}

/** `invalid input syntax for type uuid: "…"` without what came. */
function withoutQuoted(message: string): string {
  return message.replace(/"[\s\S]*"/, '(a value)');
}
