import { v5, v7 } from 'uuid';

/** A new opaque id: UUIDv7, so that ids of one table grow with time. */
export function newId(): string {
  return v7();
}

/** Always the same UUID for the same name in the same namespace (RFC 9562, version 5). */
export function derivedId(namespace: string, name: string): string {
  return v5(name, namespace);
}
