import { seedId } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createGrantShelf } from './grant-shelf.ts';

const logger = createLogger({ process: 'test', level: 'silent' });
const redis = openRedis({ url: inject('redisUrl'), namespace: `test-${newId()}`, logger, name: 'shelf' });
beforeAll(() => redis.commands.ping());
afterAll(() => redis.close());

const shelf = createGrantShelf({ redis, signingKeys: [TEST_SIGNING_KEY], keptMs: 30_000, logger });
const tenantId = seedId('tenant');
const claim = { tenantId, publicId: 'AAAAAAAAAAA', digest: 'a'.repeat(64) };
const grant = { id: seedId('key'), publicId: claim.publicId, scopes: ['x'], expiresAt: '2026-03-02T12:00:00.000Z', version: 1 };
const place = redis.key(`t:${tenantId}:api-key:${claim.publicId}`);

test('a grant lies under its tenant, for a while, until the key changes', async () => {
  shelf.put(claim, { grant, asOfMs: 1 });
  await expect.poll(() => shelf.find(claim)).toEqual({ grant, asOfMs: 1 });
  expect(await redis.commands.pttl(place)).toBeGreaterThan(0);
  expect(await shelf.find({ ...claim, digest: 'b'.repeat(64) })).toBeUndefined();
  shelf.clear(tenantId, claim.publicId);
  await expect.poll(() => redis.commands.exists(place)).toBe(0);
});

test('what was not put there by us, or lay elsewhere, is no grant', async () => {
  shelf.put(claim, { grant, asOfMs: 1 });
  await expect.poll(() => redis.commands.hget(place, claim.digest)).not.toBeNull();
  const value = (await redis.commands.hget(place, claim.digest)) ?? '';
  const other = { ...claim, tenantId: seedId('another tenant') };
  await redis.commands.hset(redis.key(`t:${other.tenantId}:api-key:${claim.publicId}`), claim.digest, value);
  expect(await shelf.find(other)).toBeUndefined();
  for (const forged of [value.replace('"x"', '"y"'), '[1,"","k","m"]\n{}', 'rubbish', '']) {
    await redis.commands.hset(place, claim.digest, forged);
    expect(await shelf.find(claim)).toBeUndefined();
  }
});
