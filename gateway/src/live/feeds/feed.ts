import type { LiveTopic } from '@academy/contracts';
import type { Principal } from '@academy/kernel';
import type { RootEvent } from '../event-root.ts';

/** Where a client stands in what it watches. */
export type Place = {
  /** Of the entry that it had last, from 1; 0 before the first. */
  readonly number: number;
  /**
   * When that entry came to be, ms since the epoch; 0 before the first. The mark of the log that it belongs to: one that was restored from
   * a backup may give the number to another entry.
   */
  readonly epoch: number;
};

/** SNAPSHOT: the state when watching begins. CHANGE: something happened. RESET: the place of the client is not there any more; the state now. */
export type EventKind = 'SNAPSHOT' | 'CHANGE' | 'RESET';

/** What a watching client is told, and where it stands then. `resume` and `kind` are not among the event's values. */
export type Told = {
  readonly kind: EventKind;
  /** What is watched, within the tenant: the same place of two of these is two events. */
  readonly source: string;
  readonly place: Place;
  readonly event: RootEvent;
};

/** Tells what is watched from everything else of the tenant. */
export function sourceOf({ topic, subject }: { readonly topic: LiveTopic; readonly subject: string | undefined }): string {
  return subject === undefined ? topic : `${topic} ${subject}`;
}

/** Who watches. */
export type Viewer = { readonly principal: Principal; readonly requestId: string };

/** What one subscription field tells. */
export type Feed = {
  /** Name of the field. */
  readonly field: string;
  /** What becomes of a watch when its island says that an event's object is not there for the viewer: nothing but this event is left out, or it is over. */
  readonly whenHidden: 'leave out' | 'end';
  /**
   * What happens from `after`, or from now on with a snapshot first: in order, each once, until the signal aborts. Throws a Fault for
   * whatever ends it otherwise.
   */
  watch(request: WatchRequest): AsyncGenerator<Told, void, void>;
};

export type WatchRequest = {
  readonly viewer: Viewer;
  /** Of the root field, coerced. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly after: Place | undefined;
  readonly signal: AbortSignal;
};
