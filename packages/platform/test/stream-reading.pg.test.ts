import type { DomainEvent } from '@academy/contracts';
import { type EventTail, eventStreamKey, openStreamCursor, tailEvents, toEntry } from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import { createLogger } from '@academy/platform/logger';
import { openRedis, type RedisDoor } from '@academy/platform/redis';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { tenantIdOf } from '@academy/testing/people';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';

const logger = createLogger({ process: 'test', level: 'silent' });
const signingKeys = [TEST_SIGNING_KEY];
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

/** Appends events with these numbers, in one go. */
async function append(numbers: readonly number[], key = TEST_SIGNING_KEY): Promise<void> {
  const pipeline = redis.commands.pipeline();
  for (const number of numbers) {
    const event: DomainEvent = {
      id: newId(),
      type: 'mx.madfam.users.test.counted.v1',
      tenantId: tenantIdOf('raices'),
      subject: 'one',
      occurredAt: '2026-03-02T12:00:00.000Z',
      data: number,
    };
    pipeline.xadd(stream, '*', ...toEntry(event, key));
  }
  await pipeline.exec();
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('a cursor', () => {
  function open(from: 'beginning' | 'newest') {
    const forged: string[] = [];
    const cursor = openStreamCursor({ redis, stream, from, signingKeys, onForged: (id) => void forged.push(id) });
    const read = async () => {
      const numbers: unknown[] = [];
      const { hasLost } = await cursor.read((event) => void numbers.push(event.data));
      return { numbers, hasLost };
    };
    return { read, forged };
  }

  test('hands over what came since the last time, in order, over many pages', async () => {
    const { read } = open('beginning');
    expect(await read()).toEqual({ numbers: [], hasLost: false });
    await append(upTo(1_234));
    expect(await read()).toEqual({ numbers: upTo(1_234), hasLost: false });
    await append([1_235]);
    expect(await read()).toEqual({ numbers: [1_235], hasLost: false });
    expect(await read()).toEqual({ numbers: [], hasLost: false });
  });

  test('that begins at the newest entry leaves out what was there before', async () => {
    await append([1, 2]);
    const { read } = open('newest');
    expect(await read()).toEqual({ numbers: [], hasLost: false });
    await append([3]);
    expect(await read()).toEqual({ numbers: [3], hasLost: false });
  });

  test('tells once that entries were trimmed before it came to them', async () => {
    const { read } = open('newest');
    await append([1]);
    await read();
    await append(upTo(10));
    await redis.commands.xtrim(stream, 'MAXLEN', 2);
    expect(await read()).toEqual({ numbers: [9, 10], hasLost: true });
    await append([11]);
    expect(await read()).toEqual({ numbers: [11], hasLost: false });
  });

  test('bears the trimming of entries that it has read', async () => {
    const { read } = open('beginning');
    await append(upTo(10));
    await read();
    await redis.commands.xtrim(stream, 'MAXLEN', 1);
    await append([11]);
    expect(await read()).toEqual({ numbers: [11], hasLost: false });
  });

  test('tells that the stream was emptied, and goes on with the new one', async () => {
    const { read } = open('beginning');
    await append([1, 2]);
    await read();
    await redis.commands.del(stream);
    expect(await read()).toEqual({ numbers: [], hasLost: true });
    expect(await read()).toEqual({ numbers: [], hasLost: false });
    await append([3]);
    expect(await read()).toEqual({ numbers: [3], hasLost: false });
  });

  test('tells that the stream was emptied and filled again, with more than it had, between two looks', async () => {
    const { read } = open('beginning');
    await append([1, 2]);
    await read();
    await redis.commands.del(stream);
    await append(upTo(5));
    expect(await read()).toEqual({ numbers: upTo(5), hasLost: true });
  });

  test('reads a new stream from its beginning though the clock of Redis went back', async () => {
    const { read } = open('beginning');
    await append([1]);
    await read();
    await redis.commands.del(stream);
    const entry = toEntry(
      {
        id: newId(),
        type: 'mx.madfam.users.test.counted.v1',
        tenantId: tenantIdOf('raices'),
        subject: 'one',
        occurredAt: '',
        data: 2,
      },
      TEST_SIGNING_KEY,
    );
    await redis.commands.xadd(stream, '1-1', ...entry);
    expect(await read()).toEqual({ numbers: [2], hasLost: true });
  });

  test('passes over an entry that we did not sign, and tells of it', async () => {
    const { read, forged } = open('beginning');
    await append([1]);
    await append([666], { ...TEST_SIGNING_KEY, secret: 'another secret of thirty-two characters' });
    await redis.commands.xadd(stream, '*', 'event', 'no event');
    await append([2]);
    expect(await read()).toEqual({ numbers: [1, 2], hasLost: false });
    expect(forged).toHaveLength(2);
  });
});

describe('a tail', () => {
  const open: EventTail[] = [];
  afterEach(async () => {
    for (const tail of open.splice(0)) await tail.stop();
  });

  function openTail(
    onEvent: (event: DomainEvent) => void,
    more: { from?: 'beginning' | 'newest'; onLost?: () => void } = {},
  ): EventTail {
    const tail = tailEvents({ producer: 'users', redis, signingKeys, onEvent, logger, ...more });
    open.push(tail);
    return tail;
  }

  test('has handed over everything that was there when it says that it caught up, then each event as it comes', async () => {
    await append(upTo(700));
    const numbers: unknown[] = [];
    await openTail(({ data }) => void numbers.push(data)).caughtUp;
    expect(numbers).toEqual(upTo(700));
    await append([701]);
    await expect.poll(() => numbers.at(-1), { timeout: 1_500 }).toBe(701);
  });

  test('goes on behind an event that could not be taken in', async () => {
    const numbers: unknown[] = [];
    await append([1, 2, 3]);
    await openTail(({ data }) => {
      if (data === 2) throw new Error('not this one');
      numbers.push(data);
    }).caughtUp;
    expect(numbers).toEqual([1, 3]);
  });

  test('reads a stream that was emptied and filled again', async () => {
    const numbers: unknown[] = [];
    await append([1, 2]);
    await openTail(({ data }) => void numbers.push(data)).caughtUp;
    await redis.commands.del(stream);
    await append([1, 2, 3]);
    await expect.poll(() => numbers, { timeout: 5_000 }).toEqual([1, 2, 1, 2, 3]);
  });

  test('from the newest on leaves out what was there, and tells when something may have been lost', async () => {
    const numbers: unknown[] = [];
    const losses: string[] = [];
    await append([1, 2]);
    await openTail(({ data }) => void numbers.push(data), { from: 'newest', onLost: () => void losses.push('lost') }).caughtUp;
    await append([3]);
    await expect.poll(() => numbers, { timeout: 5_000 }).toEqual([3]);
    expect(losses).toEqual([]);
    await redis.commands.del(stream);
    await append([1, 4]);
    await expect.poll(() => numbers, { timeout: 5_000 }).toEqual([3, 1, 4]);
    expect(losses).toEqual(['lost']);
  });

  test('hands over nothing once it was stopped', async () => {
    const numbers: unknown[] = [];
    const tail = openTail(({ data }) => void numbers.push(data));
    await tail.caughtUp;
    await tail.stop();
    await append([1]);
    await tail.stop();
    expect(numbers).toEqual([]);
  });
});
