import type { DomainEvent } from '@academy/contracts';
import type { SigningKey } from '../access/signature.ts';
import type { RedisDoor } from '../redis/index.ts';
import { fromEntry } from './stream.ts';

/** A place in a Redis stream that moves forward. One reading at a time. */
export type StreamCursor = {
  /**
   * Hands over every entry since the last call, oldest first. The answer tells whether entries were lost in between: the stream was
   * emptied, or trimmed beyond the place. What was lost must then be looked up where it is kept for good.
   * Rejects while Redis cannot be reached; the place stays where the last entry was handed over, and a loss is told by the next answer.
   */
  read(deliver: (event: DomainEvent) => void): Promise<{ hasLost: boolean }>;
  /** Id of the last entry that was read. */
  lastId(): string;
};

const PAGE = 500;
const BEGINNING = '0-0';

type Entry = [id: string, fields: string[]];
/** `counted`: how many entries the stream has had up to the last one read. */
type Place = { lastId: string; counted: number };
const START: Place = { lastId: BEGINNING, counted: 0 };
type Shape = { readonly lastGeneratedId: string; readonly entriesAdded: number };

/**
 * A cursor at the beginning of a stream, or behind the newest entry that it has when first read. A stream need not exist.
 * Entries that are not signed by one of the keys are told to `onForged` and skipped.
 * Losses are found by counting: Redis tells how many entries were ever added, and that must grow by as many as were read
 * (`max-deleted-entry-id` does not move with XTRIM).
 */
export function openStreamCursor(options: {
  redis: RedisDoor;
  stream: string;
  from: 'beginning' | 'newest';
  signingKeys: readonly SigningKey[];
  onForged: (entryId: string) => void;
}): StreamCursor {
  const { redis, stream, signingKeys } = options;
  let place: Place | undefined = options.from === 'beginning' ? { ...START } : undefined;
  let hasLost = false;

  async function readShape(): Promise<Shape> {
    return shapeOf(
      await redis.commands.call('XINFO', 'STREAM', stream).then(
        (info): [null, unknown] => [null, info],
        (thrown: unknown): [Error, null] => [toError(thrown), null],
      ),
    );
  }
  async function readPage(after: string): Promise<{ entries: Entry[]; shape: Shape }> {
    // One transaction: the count must belong to the entries.
    const answer = await redis.commands
      .multi()
      .xrange(stream, `(${after}`, '+', 'COUNT', PAGE)
      .call('XINFO', 'STREAM', stream)
      .exec();
    const [range, info] = answer ?? [];
    if (range === undefined || info === undefined) throw new Error('Redis answered a transaction in part.');
    if (range[0] !== null) throw range[0];
    return { entries: range[1] as Entry[], shape: shapeOf(info) };
  }

  function tellLoss(): { hasLost: boolean } {
    const told = { hasLost };
    hasLost = false;
    return told;
  }

  return {
    async read(deliver) {
      if (place === undefined) {
        const shape = await readShape();
        place = { lastId: shape.lastGeneratedId, counted: shape.entriesAdded };
        return { hasLost: false };
      }
      for (;;) {
        const { entries, shape } = await readPage(place.lastId);
        if (isBefore(shape.lastGeneratedId, place.lastId)) {
          place = { ...START };
          hasLost = true;
          if (shape.lastGeneratedId === BEGINNING) return tellLoss();
          continue;
        }
        for (const [id, fields] of entries) {
          place.lastId = id;
          place.counted += 1;
          const event = fromEntry(fields, signingKeys);
          if (event === undefined) options.onForged(id);
          else deliver(event);
        }
        if (entries.length === PAGE) continue;
        if (shape.entriesAdded !== place.counted) hasLost = true;
        place = { lastId: shape.lastGeneratedId, counted: shape.entriesAdded };
        return tellLoss();
      }
    },
    lastId: () => place?.lastId ?? BEGINNING,
  };
}

/** A stream that does not exist is one that never had an entry. */
function shapeOf([error, info]: [Error | null, unknown]): Shape {
  if (error !== null) {
    if (/no such key/i.test(error.message)) return { lastGeneratedId: BEGINNING, entriesAdded: 0 };
    throw error;
  }
  const fields = info as readonly unknown[];
  const field = (name: string) => fields[fields.indexOf(name) + 1];
  return { lastGeneratedId: String(field('last-generated-id')), entriesAdded: Number(field('entries-added')) };
}

function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

function isBefore(one: string, other: string): boolean {
  const [ms, number] = partsOf(one);
  const [otherMs, otherNumber] = partsOf(other);
  return ms === otherMs ? number < otherNumber : ms < otherMs;
}

function partsOf(id: string): [bigint, bigint] {
  const [ms = '0', number = '0'] = id.split('-');
  return [BigInt(ms), BigInt(number)];
}
