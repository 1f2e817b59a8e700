import type { DomainEvent, LiveTopic } from '@academy/contracts';
import { SECOND_MS } from '@academy/kernel';
import type { LiveReaders } from '@academy/platform/live';
import { pause } from '@academy/platform/resilience';
import type { RootEvent } from '../event-root.ts';
import { type Place, sourceOf, type Told, type WatchRequest } from './feed.ts';
import { openInbox } from './inbox.ts';
import { patiently } from './patiently.ts';

/** Something that has versions, of which only the newest one counts. */
export type WatchedState = {
  readonly topic: LiveTopic;
  readonly subject: string;
  /** The version now. Rejects with a Fault; one that is retryable is waited out. */
  read(): Promise<Place>;
  /** Whether an event tells of another version. */
  isNews(event: DomainEvent): boolean;
  /** The event that tells of a version. */
  tell(version: Place): RootEvent;
};

/** Changes that follow one another faster are told as one. */
const COALESCE_MS = SECOND_MS;

/**
 * Tells one client of a state: the version now, or with `after` only if it is another, then each newer one, at most one a second, until the
 * signal aborts. The stream is only believed to say that something changed. A version before the client's is told as RESET: the state was
 * restored. Throws a Fault of the state.
 */
export async function* watchState(
  state: WatchedState,
  { viewer, after, signal }: Pick<WatchRequest, 'viewer' | 'after' | 'signal'>,
  { readers }: { readers: LiveReaders },
): AsyncGenerator<Told, void, void> {
  const source = sourceOf(state);
  const inbox = openInbox<never>(signal);
  const { tenantId } = viewer.principal;
  const stop = await readers.watch(
    { tenantId, topic: state.topic, subject: state.subject },
    {
      onEvent(event) {
        if (state.isNews(event)) inbox.lose();
      },
      onLoss: inbox.lose,
    },
  );
  try {
    let place: Place;
    if (after === undefined) {
      place = await state.read();
      yield { kind: 'SNAPSHOT', source, place, event: state.tell(place) };
    } else {
      place = after;
      inbox.lose();
    }
    for (;;) {
      if ((await inbox.take()) === 'stopped') return;
      const version = await patiently(() => state.read(), signal);
      if (version === undefined) return;
      if (version.number === place.number && version.epoch === place.epoch) continue;
      const isOlder = version.number <= place.number;
      place = version;
      yield { kind: isOlder ? 'RESET' : 'CHANGE', source, place, event: state.tell(version) };
      await pause(COALESCE_MS, signal);
    }
  } finally {
    stop();
  }
}
