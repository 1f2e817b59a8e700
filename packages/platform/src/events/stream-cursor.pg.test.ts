import { seedId } from '@academy/kernel';
import { expect, inject, test } from 'vitest';
import { newId } from '../ids/index.ts';
import { createLogger } from '../logger/index.ts';
import { openRedis } from '../redis/index.ts';
import { toEntry } from './stream.ts';
import { openStreamCursor } from './stream-cursor.ts';

const KEY = { id: 'test', secret: 'a secret of thirty-two characters, for tests' };

test('a loss that was found by a reading that failed is told by the next one', async () => {
  const logger = createLogger({ process: 'test', level: 'silent' });
  const redis = openRedis({ url: inject('redisUrl'), namespace: `test-${newId()}`, logger, name: 'test' });
  const stream = redis.key('sys:numbers');
  const append = (entryId: string) => {
    const event = { id: newId(), type: 'numbered', subject: 'numbers', occurredAt: '2026-03-02T12:00:00.000Z', data: null };
    return redis.commands.xadd(stream, entryId, ...toEntry({ ...event, tenantId: seedId('cursor-test') }, KEY));
  };
  const cursor = openStreamCursor({ redis, stream, from: 'beginning', signingKeys: [KEY], onForged: () => {} });
  await append('2000-0');
  expect(await cursor.read(() => {})).toEqual({ hasLost: false });
  await redis.commands.del(stream);
  await append('1000-0');
  const breaksOff = () => {
    throw new Error('cut in the middle');
  };
  await expect(cursor.read(breaksOff)).rejects.toThrow('cut in the middle');
  expect(await cursor.read(() => {})).toEqual({ hasLost: true });
  expect(await cursor.read(() => {})).toEqual({ hasLost: false });
  await redis.close();
});
