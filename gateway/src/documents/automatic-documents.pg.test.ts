import { systemClock } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { createMovingClock } from '../../test/moving-clock.ts';
import { createAutomaticDocuments } from './automatic-documents.ts';
import { sha256Hex } from './document-hash.ts';

const logger = createLogger({ process: 'test', level: 'silent' });
const redis = openRedis({ url: inject('redisUrl'), namespace: `test-${newId()}`, logger, name: 'apq-test' });
afterAll(() => redis.close());

const raices = { tenantId: 'raices', isAnonymous: false };
const ME = '{ me { id } }';

/** Another process each time: nothing but Redis is shared. */
const open = (more: { maxDocuments?: number; clock?: typeof systemClock } = {}) =>
  createAutomaticDocuments({ redis, clock: systemClock, logger, ...more });

async function registered(source: string, shelf = raices, documents = open()): Promise<string> {
  documents.register(shelf, sha256Hex(source), source);
  await documents.settled();
  return sha256Hex(source);
}

describe('a document that a client registered', () => {
  test('is found by every process of the tenant', async () => {
    const hash = await registered(ME);
    expect(await open().find(raices, hash)).toBe(ME);
  });

  test('is not found in another tenant, nor by those who are nobody', async () => {
    const hash = await registered(ME);
    expect(await open().find({ ...raices, tenantId: 'horizonte' }, hash)).toBeUndefined();
    expect(await open().find({ ...raices, isAnonymous: true }, hash)).toBeUndefined();
  });

  test('goes after a day in which nobody asked Redis for it', async () => {
    const hash = await registered('{ __typename }');
    const left = await redis.commands.ttl(redis.key(`t:raices:apq:members:${hash}` as `t:${string}`));
    expect(left).toBeGreaterThan(86_000);
    expect(left).toBeLessThanOrEqual(86_400);
  });

  test('is not believed when Redis holds another text under its hash', async () => {
    const hash = sha256Hex('{ forged }');
    await redis.commands.set(redis.key(`t:raices:apq:members:${hash}`), '{ me { email } }');
    expect(await open().find(raices, hash)).toBeUndefined();
  });
});

test('of too many documents the least recently used goes, and its text with it', async () => {
  const clock = createMovingClock();
  const shelf = { tenantId: newId(), isAnonymous: false };
  const texts = ['{ a }', '{ b }', '{ c }'];
  for (const text of texts) {
    await registered(text, shelf, open({ maxDocuments: 2, clock }));
    clock.advance(1_000);
  }
  const found = await Promise.all(texts.map((text) => open().find(shelf, sha256Hex(text))));
  expect(found).toEqual([undefined, '{ b }', '{ c }']);
  expect(await redis.commands.keys(redis.key(`t:${shelf.tenantId}:apq:members:*`))).toHaveLength(2);
});

test('a document that is larger than 20 kB is not kept', async () => {
  const large = `{ me { id } } #${'x'.repeat(20_000)}`;
  expect(await open().find(raices, await registered(large))).toBeUndefined();
});

test('without Redis nothing is found and nothing fails', async () => {
  const gone = openRedis({ url: 'redis://127.0.0.1:1', namespace: 'gone', logger, name: 'apq-test' });
  const documents = createAutomaticDocuments({ redis: gone, clock: systemClock, logger });
  expect(await documents.find(raices, sha256Hex(ME))).toBeUndefined();
  documents.register(raices, sha256Hex(ME), ME);
  await documents.settled();
  expect(await documents.find(raices, sha256Hex(ME))).toBeUndefined();
  await gone.close();
});
