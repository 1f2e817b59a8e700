/** The longest idempotency key, in characters. */
const MAX_KEY_CHARACTERS = 100;

/** What is wrong with an idempotency key; undefined when it may be used: 1 to 100 characters, none of them NUL. */
export function idempotencyKeyFault(key: string): { readonly field: 'idempotencyKey'; readonly message: string } | undefined {
  if (key.length >= 1 && key.length <= MAX_KEY_CHARACTERS && !key.includes('\0')) return undefined;
  return { field: 'idempotencyKey', message: `Expected 1 to ${MAX_KEY_CHARACTERS} characters without NUL; got ${key.length}.` };
}
