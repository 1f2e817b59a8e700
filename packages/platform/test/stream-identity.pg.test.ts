import type { DomainEvent } from '@academy/contracts';
import { eventStreamKey, openStreamCursor, toEntry } from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import { createLogger } from '@academy/platform/logger';
import { openRedis, type RedisDoor } from '@academy/platform/redis';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { tenantIdOf } from '@academy/testing/people';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';

const logger = createLogger({ process: 'test', level: 'silent' });
let redis: RedisDoor;
let stream: string;

beforeEach(() => {
  redis = openRedis({ url: inject('redisUrl'), namespace: `test-${newId()}`, logger, name: 'test' });
  stream = eventStreamKey(redis, 'users');
});
afterEach(async () => {
  await redis.commands.del(stream);
  await redis.close();
});

const events = new Map<number, DomainEvent>();
/** The same event for the same number, as the relay publishes one again. */
function eventOf(number: number): DomainEvent {
  const known = events.get(number) ?? {
    id: newId(),
    type: 'mx.madfam.users.test.counted.v1',
    tenantId: tenantIdOf('raices'),
    subject: 'one',
    occurredAt: '2026-03-02T12:00:00.000Z',
    data: number,
  };
  events.set(number, known);
  return known;
}

/** Appends events under ids of the test's choice, as a clock of Redis would have given them. */
async function append(entries: Readonly<Record<string, number>>): Promise<void> {
  for (const [id, number] of Object.entries(entries)) {
    await redis.commands.xadd(stream, id, ...toEntry(eventOf(number), TEST_SIGNING_KEY));
  }
}

function open(from: 'beginning' | 'newest' = 'beginning') {
  const cursor = openStreamCursor({ redis, stream, from, signingKeys: [TEST_SIGNING_KEY], onForged: () => {} });
  return async () => {
    const numbers: unknown[] = [];
    const { hasLost } = await cursor.read((event) => void numbers.push(event.data));
    return { numbers, hasLost };
  };
}

describe('a cursor finds that the stream is another one', () => {
  test.each(['beginning', 'newest'] as const)(
    'when it was filled again within the same millisecond, read from the %s',
    async (from) => {
      await append({ '1000-0': 1, '1000-1': 2 });
      const read = open(from);
      await read();
      await redis.commands.del(stream);
      await append({ '1000-0': 3, '1000-1': 4, '1000-2': 5, '1000-3': 6, '1000-4': 7 });
      expect(await read()).toEqual({ numbers: [3, 4, 5, 6, 7], hasLost: true });
      expect(await read()).toEqual({ numbers: [], hasLost: false });
    },
  );

  test('when the same events were published again under the same ids, after others that it has not seen', async () => {
    await append({ '1000-1': 1 });
    const read = open();
    await read();
    await redis.commands.del(stream);
    await append({ '1000-0': 9, '1000-1': 1, '1000-2': 2 });
    await redis.commands.xtrim(stream, 'MAXLEN', 2);
    expect(await read()).toEqual({ numbers: [1, 2], hasLost: true });
  });

  test('when as many entries as it had read came before its place, and what it had read is trimmed', async () => {
    await append({ '900-0': 1, '1000-0': 2 });
    const read = open();
    await read();
    await redis.commands.del(stream);
    await append({ '950-0': 3, '960-0': 4, '1100-0': 5 });
    await redis.commands.xtrim(stream, 'MAXLEN', 1);
    expect(await read()).toEqual({ numbers: [5], hasLost: true });
  });
});

describe('a stream that came back without its last entries, as from a log that was cut or a replica that was behind', () => {
  /** The stream has 1 and 2 for good; the cursor has read 3 and 4 as well when Redis comes back without them. */
  async function cut(): Promise<ReturnType<typeof open>> {
    await append({ '1000-0': 1, '1000-1': 2 });
    const kept = await redis.commands.dumpBuffer(stream);
    const read = open();
    await append({ '1000-2': 3, '1000-3': 4 });
    expect(await read()).toEqual({ numbers: [1, 2, 3, 4], hasLost: false });
    await redis.commands.restore(stream, 0, kept, 'REPLACE');
    return read;
  }

  test('is told as a loss, once', async () => {
    const read = await cut();
    expect(await read()).toEqual({ numbers: [1, 2], hasLost: true });
    expect(await read()).toEqual({ numbers: [], hasLost: false });
    await append({ '2000-0': 5 });
    expect(await read()).toEqual({ numbers: [5], hasLost: false });
  });

  test('is told when others took the places of the last, under the same ids', async () => {
    const read = await cut();
    await append({ '1000-2': 5, '1000-3': 6, '1000-4': 7 });
    expect(await read()).toEqual({ numbers: [1, 2, 5, 6, 7], hasLost: true });
  });

  test('is told when more came since', async () => {
    const read = await cut();
    await append({ '2000-0': 5, '2000-1': 6, '2000-2': 7 });
    expect(await read()).toEqual({ numbers: [1, 2, 5, 6, 7], hasLost: true });
  });

  test('is no loss to who had not read them', async () => {
    await append({ '1000-0': 1, '1000-1': 2 });
    const kept = await redis.commands.dumpBuffer(stream);
    const read = open();
    await read();
    await append({ '1000-2': 3 });
    await redis.commands.restore(stream, 0, kept, 'REPLACE');
    await append({ '2000-0': 3 });
    expect(await read()).toEqual({ numbers: [3], hasLost: false });
  });
});

describe('a stream without entries', () => {
  test('is no loss when it comes to be', async () => {
    const read = open('newest');
    expect(await read()).toEqual({ numbers: [], hasLost: false });
    await append({ '1000-0': 1 });
    expect(await read()).toEqual({ numbers: [1], hasLost: false });
  });

  test('is told as a loss once when its entries were trimmed, and read on', async () => {
    await append({ '1000-0': 1, '1000-1': 2 });
    const read = open('newest');
    await read();
    await redis.commands.xtrim(stream, 'MAXLEN', 0);
    expect(await read()).toEqual({ numbers: [], hasLost: true });
    expect(await read()).toEqual({ numbers: [], hasLost: false });
    await append({ '1000-2': 3 });
    expect(await read()).toEqual({ numbers: [3], hasLost: false });
  });

  test('is another one when it was removed and filled again', async () => {
    await append({ '1000-0': 1, '1000-1': 2 });
    await redis.commands.xtrim(stream, 'MAXLEN', 0);
    const read = open('newest');
    await read();
    await redis.commands.del(stream);
    await append({ '1000-2': 3 });
    expect(await read()).toEqual({ numbers: [3], hasLost: true });
  });
});
