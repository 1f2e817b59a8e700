import type { SyncFailure } from '../domain/sync-failure.ts';

/** Rows of the register as they came, or why there are none. `detail` is a code or figure, never a text of the other side. */
export type RegisterReading =
  | { readonly kind: 'rows'; readonly rows: readonly unknown[] }
  | { readonly kind: 'failed'; readonly failure: SyncFailure; readonly detail: string };

/** Where the register is read. */
export type RegisterSource = {
  readonly name: string;
  /** The whole list, within the source's own deadline. Resolves: an outage is an outcome. Nothing is read twice. */
  read(options: { readonly signal: AbortSignal }): Promise<RegisterReading>;
};
