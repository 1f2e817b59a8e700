import type { DomainEvent, LiveTopic } from '@academy/contracts';
import { Fault, SECOND_MS } from '@academy/kernel';
import type { LiveReaders } from '@academy/platform/live';
import { pause } from '@academy/platform/resilience';
import type { RootEvent } from '../event-root.ts';
import { type Place, sourceOf, type Told, type WatchRequest } from './feed.ts';
import { openInbox } from './inbox.ts';
import { patiently } from './patiently.ts';

/** A part of a log, read at one instant. */
export type LogPage<Entry> = {
  /** Number of the newest entry of the whole log; 0 for none. */
  readonly newest: number;
  /** What follows the entry that was asked for, by number, without gaps, at most 100. */
  readonly entries: readonly Entry[];
};

/** A log of entries that are numbered from 1 without gaps. */
export type WatchedLog<Entry extends Place> = {
  readonly topic: LiveTopic;
  /** Whose events the stream is listened to for; undefined: everything of the tenant. */
  readonly subject: string | undefined;
  /** The entries after a number, as the viewer sees them. Rejects with a Fault; one that is retryable is waited out. */
  read(after: number): Promise<LogPage<Entry>>;
  /** The state now, and where it stands in the log. */
  snapshot(): Promise<{ readonly place: Place; readonly event: RootEvent }>;
  /** The entry that an event announces; `look` when the log is to be read instead; undefined for events of other kinds and shapes. */
  entryOf(event: DomainEvent): Entry | 'look' | undefined;
  /** Entries that were read longer ago, as the viewer saw them then, are read again before they are told; undefined: they stay true. */
  readonly goodForMs?: number | undefined;
  /** The event of an entry; undefined when it is not for this viewer or not what is watched. Throws a Fault when the watch is over with it. */
  tell(entry: Entry): RootEvent | undefined;
};

/** Wait before a log is read again that told of more and brought nothing. */
const STUCK_MS = SECOND_MS;

/**
 * Tells one client of a log: a snapshot, or what followed `after`, then every entry, in order, each once, until the signal aborts. What the
 * stream brings is only believed as far as its numbers follow one another; anything missing is read from the log, and waited for while its
 * island is away. A log that does not have the client's place any more is told as RESET with the state now. Throws a Fault of the log, and
 * before a snapshot UNAVAILABLE or TIMEOUT when the island is away. `onGap` runs when the stream left out an entry.
 */
export async function* watchLog<Entry extends Place>(
  log: WatchedLog<Entry>,
  { viewer, after, signal }: Pick<WatchRequest, 'viewer' | 'after' | 'signal'>,
  { readers, onGap }: { readers: LiveReaders; onGap: () => void },
): AsyncGenerator<Told, void, void> {
  const source = sourceOf(log);
  const inbox = openInbox<Entry>(signal);
  // The stream is listened to before the log is read, so that nothing can happen in between.
  const { tenantId } = viewer.principal;
  const stop = await readers.watch(
    { tenantId, topic: log.topic, subject: log.subject },
    {
      onEvent(event) {
        const entry = log.entryOf(event);
        if (entry === 'look') inbox.lose();
        else if (entry !== undefined) inbox.put(entry);
      },
      onLoss: inbox.lose,
    },
  );
  try {
    let place: Place;
    if (after === undefined) {
      const snapshot = await log.snapshot();
      yield { kind: 'SNAPSHOT', source, ...snapshot };
      place = snapshot.place;
    } else {
      place = after;
      inbox.lose();
    }
    for (;;) {
      const news = await inbox.take();
      if (news === 'stopped') return;
      if (news !== 'lost') {
        if (news.number <= place.number) continue;
        if (news.number === place.number + 1) {
          place = placeOf(news);
          const event = log.tell(news);
          if (event !== undefined) yield { kind: 'CHANGE', source, place, event };
          continue;
        }
        onGap();
      }
      const known = place;
      // With the entry that the client had last, to see whether it is still the same.
      const page = await patiently(() => log.read(Math.max(0, known.number - 1)), signal);
      if (page === undefined) return;
      const readAt = performance.now();
      const [same] = page.entries;
      if (known.number > 0 && (same === undefined || !isAt(known, same))) {
        const snapshot = await patiently(() => log.snapshot(), signal);
        if (snapshot === undefined) return;
        yield { kind: 'RESET', source, ...snapshot };
        place = snapshot.place;
        continue;
      }
      for (const entry of known.number > 0 ? page.entries.slice(1) : page.entries) {
        if (log.goodForMs !== undefined && performance.now() - readAt > log.goodForMs) break;
        place = placeOf(entry);
        const event = log.tell(entry);
        if (event !== undefined) yield { kind: 'CHANGE', source, place, event };
      }
      if (page.newest > place.number) {
        // A log that names what it does not show would be asked without end.
        if (place === known) await pause(STUCK_MS, signal);
        inbox.lose();
      }
    }
  } finally {
    stop();
  }
}

/** Looks for the newest entry of a log that grows meanwhile: each look may miss one page of 100. */
const NEWEST_LOOKS = 3;

/** The newest entry, or undefined for a log without any. Rejects with UNAVAILABLE when it runs away. */
export async function newestOf<Entry extends Place>(read: WatchedLog<Entry>['read']): Promise<Entry | undefined> {
  let after = 0;
  for (let look = 0; look < NEWEST_LOOKS; look += 1) {
    const { newest, entries } = await read(after);
    if (newest === 0) return undefined;
    const found = entries.find(({ number }) => number === newest);
    if (found !== undefined) return found;
    after = newest - 1;
  }
  throw new Fault('UNAVAILABLE', 'What happened could not be read; try again shortly.');
}

function placeOf({ number, epoch }: Place): Place {
  return { number, epoch };
}

function isAt(place: Place, entry: Place): boolean {
  return place.number === entry.number && place.epoch === entry.epoch;
}
