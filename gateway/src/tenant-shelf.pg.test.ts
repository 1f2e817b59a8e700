import { newId } from '@academy/platform/ids';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { afterAll, expect, inject, test } from 'vitest';
import { createMovingClock } from '../test/moving-clock.ts';
import { tenants } from '../test/people.ts';
import { createDirectoryShelf } from './tenant-shelf.ts';

const logger = createLogger({ process: 'test', level: 'silent' });
const clock = createMovingClock();
const redis = openRedis({ url: inject('redisUrl'), namespace: `test-${newId()}`, logger, name: 'test' });
afterAll(() => redis.close());
const open = (signingKeys = [TEST_SIGNING_KEY], door = redis) =>
  createDirectoryShelf({ redis: door, signingKeys, clock, logger });
const copy = { readAtMs: clock.now().getTime(), tenants };

test('what one gateway keeps another reads, for a minute', async () => {
  await open().keep(copy);
  expect(await open().read()).toEqual(copy);
  expect(await redis.commands.pttl(redis.key('sys:tenant-directory'))).toBeGreaterThan(50_000);
});

test('a copy that is not signed by us, or was changed, is none', async () => {
  await open([{ id: 'test', secret: 'another secret of thirty-two characters' }]).keep(copy);
  expect(await open().read()).toBeUndefined();
  await open().keep(copy);
  const key = redis.key('sys:tenant-directory');
  const value = (await redis.commands.get(key)) ?? '';
  await redis.commands.set(key, value.replace('"maxCost":2000', '"maxCost":9000'));
  expect(await open().read()).toBeUndefined();
});

test('a copy of another version, of other fields, is none', async () => {
  const [first] = tenants;
  await open().keep({ ...copy, tenants: [{ ...first, status: 'GONE' } as never] });
  expect(await open().read()).toBeUndefined();
});

test('without Redis there is none, and keeping one fails nobody', async () => {
  const away = openRedis({ url: 'redis://127.0.0.1:1', namespace: 'x', logger, name: 'test' });
  await open([TEST_SIGNING_KEY], away).keep(copy);
  expect(await open([TEST_SIGNING_KEY], away).read()).toBeUndefined();
  expect(open([TEST_SIGNING_KEY], away).isHearing()).toBe(false);
  await away.close();
});
