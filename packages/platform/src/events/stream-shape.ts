import type { RedisDoor } from '../redis/index.ts';

/** An entry as Redis has it: fields and values in turn. */
export type StreamEntry = [id: string, fields: string[]];

/** What Redis knows of a stream beside its entries. */
export type StreamShape = {
  /** `0-0` before the first. */
  readonly lastGeneratedId: string;
  /** Entries that were ever added, those included that are gone. */
  readonly entriesAdded: number;
  /** The newest that is there. */
  readonly lastEntry: StreamEntry | undefined;
};

/** A stream that does not exist is one that never had an entry. */
export const NO_STREAM: StreamShape = { lastGeneratedId: '0-0', entriesAdded: 0, lastEntry: undefined };

/** The shape of a stream. */
export async function readShape(redis: RedisDoor, stream: string): Promise<StreamShape> {
  const [answer] = (await redis.commands.pipeline().call('XINFO', 'STREAM', stream).exec()) ?? [];
  return shapeOf(answer);
}

/** At most `count` entries from an id on, oldest first, and the shape that the stream had at that instant. One round trip. */
export async function readStream(
  redis: RedisDoor,
  stream: string,
  range: { from: string; isIncluded: boolean; count: number },
): Promise<{ entries: StreamEntry[]; shape: StreamShape }> {
  // One transaction: the count must belong to the entries.
  const answer = await redis.commands
    .multi()
    .xrange(stream, range.isIncluded ? range.from : `(${range.from}`, '+', 'COUNT', range.count)
    .call('XINFO', 'STREAM', stream)
    .exec();
  const [entries, info] = answer ?? [];
  if (entries === undefined) throw new Error('Redis answered a transaction in part.');
  if (entries[0] !== null) throw entries[0];
  return { entries: entries[1] as StreamEntry[], shape: shapeOf(info) };
}

/** Whether one id of an entry is older than another. */
export function isBefore(one: string, other: string): boolean {
  const [ms, number] = partsOf(one);
  const [otherMs, otherNumber] = partsOf(other);
  return ms === otherMs ? number < otherNumber : ms < otherMs;
}

function shapeOf(answer: [Error | null, unknown] | undefined): StreamShape {
  if (answer === undefined) throw new Error('Redis answered a question in part.');
  const [error, info] = answer;
  if (error !== null) {
    if (/no such key/i.test(error.message)) return NO_STREAM;
    throw error;
  }
  const fields = info as readonly unknown[];
  const field = (name: string) => fields[fields.indexOf(name) + 1];
  return {
    lastGeneratedId: String(field('last-generated-id')),
    entriesAdded: Number(field('entries-added')),
    lastEntry: (field('last-entry') as StreamEntry | null) ?? undefined,
  };
}

function partsOf(id: string): [bigint, bigint] {
  const [ms = '0', number = '0'] = id.split('-');
  return [BigInt(ms), BigInt(number)];
}
