import { isDeepStrictEqual } from 'node:util';
import type { DomainEvent } from '@academy/contracts';
import type { SigningKey } from '../access/signature.ts';
import type { RedisDoor } from '../redis/index.ts';
import { fromEntry } from './stream.ts';
import { isBefore, NO_STREAM, readShape, readStream, type StreamEntry, type StreamShape } from './stream-shape.ts';

/** A place in a Redis stream that moves forward. One reading at a time. */
export type StreamCursor = {
  /**
   * Hands over every entry since the last call, oldest first. The answer tells whether entries were lost in between: the stream is not the one
   * that was read, or no more the whole of it, or it was trimmed beyond the place. What was lost must then be looked up where it is kept for good;
   * a stream that is another one is handed over from its beginning.
   * Rejects while Redis cannot be reached; the place stays where the last entry was handed over, and a loss is told by the next answer.
   */
  read(deliver: (event: DomainEvent) => void): Promise<{ hasLost: boolean }>;
  /** Id of the last entry that was read. */
  lastId(): string;
};

const PAGE = 500;

/**
 * `counted`: how many entries the stream has had up to `lastId`. `mark`: the fields of the entry that stands there; none where the
 * stream had no entry.
 */
type Place = { readonly lastId: string; readonly counted: number; readonly mark: readonly string[] | undefined };
const BEGINNING: Place = { lastId: NO_STREAM.lastGeneratedId, counted: 0, mark: undefined };

/**
 * A cursor at the beginning of a stream, or behind the newest entry that it has when first read. A stream need not exist.
 * Entries that are not signed by one of the keys are told to `onForged` and skipped.
 *
 * Each reading begins with the entry that the last one ended with. When it is the same, random field included, then so is all that came before it,
 * for Redis comes back with a beginning of its history or with nothing. What came after it is complete when Redis counts as many as were read.
 */
export function openStreamCursor(options: {
  redis: RedisDoor;
  stream: string;
  from: 'beginning' | 'newest';
  signingKeys: readonly SigningKey[];
  onForged: (entryId: string) => void;
}): StreamCursor {
  const { redis, stream, signingKeys } = options;
  let place: Place | undefined = options.from === 'beginning' ? BEGINNING : undefined;
  let hasLost = false;

  function tellLoss(): { hasLost: boolean } {
    const told = { hasLost };
    hasLost = false;
    return told;
  }

  function handOver([id, fields]: StreamEntry, deliver: (event: DomainEvent) => void): void {
    const event = fromEntry(fields, signingKeys);
    if (event === undefined) options.onForged(id);
    else deliver(event);
  }

  return {
    async read(deliver) {
      if (place === undefined) {
        place = newestOf(await readShape(redis, stream));
        return { hasLost: false };
      }
      for (;;) {
        const from: Place = place;
        const { entries, shape } = await readStream(redis, stream, {
          from: from.lastId,
          isIncluded: from.mark !== undefined,
          count: PAGE + 1,
        });
        if (!isSame(from, entries[0], shape)) {
          hasLost = true;
          place = BEGINNING;
          continue;
        }
        const fresh = from.mark === undefined ? entries : entries.slice(1);
        let { counted } = from;
        for (const entry of fresh) {
          counted += 1;
          place = { lastId: entry[0], counted, mark: entry[1] };
          handOver(entry, deliver);
        }
        if (entries.length > PAGE) continue;
        if (shape.entriesAdded !== counted) {
          hasLost = true;
          place = { ...place, counted: shape.entriesAdded };
        }
        return tellLoss();
      }
    },
    lastId: () => place?.lastId ?? BEGINNING.lastId,
  };
}

function newestOf({ lastGeneratedId, entriesAdded, lastEntry }: StreamShape): Place {
  const mark = lastEntry?.[0] === lastGeneratedId ? lastEntry[1] : undefined;
  return { lastId: lastGeneratedId, counted: entriesAdded, mark };
}

/** Whether what lies before the place is what was read. Where there was no entry, the counts alone can tell. */
function isSame(place: Place, first: StreamEntry | undefined, shape: StreamShape): boolean {
  if (place.mark === undefined) return !isBefore(shape.lastGeneratedId, place.lastId);
  return first?.[0] === place.lastId && isDeepStrictEqual(first[1], place.mark);
}
