import type { ClientError } from '../errors.ts';
import type { Admission } from '../guard.ts';
import type { CheckedOperation } from '../operations.ts';

/** One answer of a stream. `resume` among the extensions of a subscription's is the token to go on from behind it. */
export type StreamedResult = {
  /** JSON text of `data`. */
  readonly dataJson?: string;
  readonly errors?: readonly ClientError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
};

/** An operation that the guard let through, to be answered over a stream. */
export type StreamedOperation = {
  /** As it is now: a client may renew its session on the way, as the same person. */
  readonly admission: Admission;
  readonly operation: CheckedOperation;
  readonly requestId: string;
  /** Given by the transport (Last-Event-ID): stands in for the argument `after` of a subscription. */
  readonly lastEventId?: string | undefined;
  /** Aborts when nobody waits any more. */
  readonly signal: AbortSignal;
};
