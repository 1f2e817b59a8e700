/** An expected outcome of a domain decision: a value, or a typed refusal. Bugs and outages are thrown instead. */
export type Result<T, E> = Ok<T> | Err<E>;
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Err<E> = { readonly ok: false; readonly error: E };

/** Wraps the value of a decision that said yes. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Wraps the typed refusal of a decision that said no. */
export function fail<const E>(error: E): Err<E> {
  return { ok: false, error };
}

/** Makes a switch exhaustive: a case that is not handled fails the build here, and throws if it is reached all the same. */
export function unreachable(value: never): never {
  throw new Error(`This case cannot happen: ${JSON.stringify(value)}`);
}
