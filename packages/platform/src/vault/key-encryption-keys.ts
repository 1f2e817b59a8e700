/** A data key in the clear, and what it belongs to: it can only be unwrapped for the same context. */
export type DataKeyInClear = { readonly dataKey: Buffer; readonly context: string };

/** A data key as it may be kept beside the data, and what it belongs to. */
export type WrappedDataKey = { readonly wrapped: string; readonly context: string };

/**
 * The keys that wrap data keys: the port behind which a file, the environment or a key service keeps them. Lists, so that a page of people is one call.
 * Each answers in the order asked. Throws Fault UNAVAILABLE when the keeper cannot be reached in time, and an Error that names what to do when it refuses,
 * or when a wrapped key was changed, belongs to another context, or is wrapped by a key that is not here.
 */
export type KeyEncryptionKeys = {
  /** Wrapped by the newest key; each begins with its name as `keyNameOf` reads it. */
  wrap(keys: readonly DataKeyInClear[]): Promise<string[]>;
  unwrap(keys: readonly WrappedDataKey[]): Promise<Buffer[]>;
  /** The same data keys under the newest key; one that is already stays as it is. */
  rewrap(keys: readonly WrappedDataKey[]): Promise<string[]>;
  /** Resolves when these keys can be used. A process asks before it serves. */
  check(): Promise<void>;
  close?(): Promise<void>;
};

/** Which key wrapped it: `ring:2026-01` or `transit:academy:v3`. For receipts and figures; tells nothing secret. */
export function keyNameOf(wrapped: string): string {
  const parts = wrapped.split(':');
  return parts.slice(0, -1).join(':');
}
