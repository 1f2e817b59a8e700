import type { UserPrincipal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { createLogger } from '@academy/platform/logger';
import { openRedis, type RedisDoor } from '@academy/platform/redis';
import type { IslandCalls } from '@academy/platform/topology';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { createKnownRevocations } from '../src/identity/known-revocations.ts';
import { createRevocationShelf } from '../src/identity/revocation-shelf.ts';
import { createRevocationSource } from '../src/identity/revocation-source.ts';
import { createRevocations } from '../src/revocations.ts';
import { createMovingClock } from './moving-clock.ts';
import { alice, carla, diego, horizonte, raices } from './people.ts';

const logger = createLogger({ process: 'test', level: 'silent' });
const clock = createMovingClock();
const nowSeconds = clock.now().getTime() / 1_000;
const KEY = `t:${raices.id}:revocations` as const;

let redis: RedisDoor;
beforeEach(async () => {
  redis = openRedis({ url: inject('redisUrl'), namespace: `test-${newId()}`, logger, name: 'test' });
  await redis.commands.ping();
});
afterEach(() => redis.close());

const sessionOf = ({ userId, tenantId }: typeof alice): UserPrincipal => ({
  ...{ kind: 'user', tenantId, userId, persona: 'learner' },
  ...{ sessionId: 'lost-phone', expiresAtSeconds: nowSeconds + 600 },
});

/** The users island: it keeps that alice ended a session, and answers one row a page. */
function openUsers() {
  const state = { isDown: false, asked: [] as string[] };
  const node = (sessionId: string) => ({
    ...{ userId: alice.userId, sessionId, persona: null },
    ...{ revokedBefore: clock.now().toISOString(), mattersUntil: new Date(clock.now().getTime() + 86_400_000).toISOString() },
  });
  const rows = [node('another'), node('lost-phone')];
  const transport: IslandCalls = {
    async call(_island, { variables }, { principal }) {
      state.asked.push(principal.tenantId);
      if (state.isDown) throw new Error('connect ECONNREFUSED');
      const from = Number(variables?.['after'] ?? 0);
      const edges = principal.tenantId === raices.id ? rows.slice(from, from + 1).map((each) => ({ node: each })) : [];
      const hasNextPage = principal.tenantId === raices.id && from + 1 < rows.length;
      return { data: { accessRevocations: { edges, pageInfo: { hasNextPage, endCursor: String(from + 1) } } } };
    },
    async close() {},
  };
  return { transport, state };
}

/** A process of the gateway that has just started. */
function openProcess(transport: IslandCalls, hasCaughtUp = true) {
  const revocations = createRevocations(clock);
  const known = createKnownRevocations({
    shelf: createRevocationShelf({ redis, signingKeys: [TEST_SIGNING_KEY], clock, logger }),
    source: createRevocationSource(transport),
    revocations,
    hasCaughtUp: () => hasCaughtUp,
    clock,
    logger,
  });
  return { revocations, known };
}

const onShelf = () => redis.commands.get(redis.key(KEY));

test('a process that starts knows what PostgreSQL keeps before anybody of the tenant is let in, and asks once', async () => {
  const { transport, state } = openUsers();
  const { known, revocations } = openProcess(transport);
  await Promise.all([known.ensure(raices.id), known.ensure(raices.id)]);
  expect(revocations.isRevoked(sessionOf(alice), nowSeconds)).toBe(true);
  expect(revocations.isRevoked(sessionOf(carla), nowSeconds)).toBe(false);
  expect(known.ensure(raices.id)).toBeUndefined();
  await known.ensure(horizonte.id);
  expect(revocations.isRevoked(sessionOf(diego), nowSeconds)).toBe(false);
  expect(state.asked).toEqual([raices.id, raices.id, horizonte.id]);
});

test('the next process reads the list in Redis, if it knows the events since; an emptied Redis is filled anew from PostgreSQL', async () => {
  const { transport, state } = openUsers();
  await openProcess(transport).known.ensure(raices.id);
  await expect.poll(onShelf).not.toBeNull();
  state.isDown = true;
  const second = openProcess(transport);
  await second.known.ensure(raices.id);
  expect(second.revocations.isRevoked(sessionOf(alice), nowSeconds)).toBe(true);
  await expect(openProcess(transport, false).known.ensure(raices.id)).rejects.toMatchObject({ code: 'UNAVAILABLE' });

  await redis.commands.del(redis.key(KEY));
  state.isDown = false;
  await second.known.renew();
  await expect.poll(onShelf).not.toBeNull();
  expect(second.revocations.isRevoked(sessionOf(alice), nowSeconds)).toBe(true);
});

test('a list that nobody of us sealed, or that was moved from another tenant, counts for nothing', async () => {
  const { transport, state } = openUsers();
  await openProcess(transport).known.ensure(horizonte.id);
  const other = redis.key(`t:${horizonte.id}:revocations`);
  await expect.poll(() => redis.commands.get(other)).not.toBeNull();
  for (const forged of [(await redis.commands.get(other)) ?? '', '[0,"","test","x"]\n[]', 'rubbish']) {
    await redis.commands.set(redis.key(KEY), forged);
    state.asked.length = 0;
    const { known, revocations } = openProcess(transport);
    await known.ensure(raices.id);
    expect(revocations.isRevoked(sessionOf(alice), nowSeconds)).toBe(true);
    expect(state.asked).toEqual([raices.id, raices.id]);
    await expect.poll(onShelf).not.toBe(forged);
  }
});

test('who cannot find out lets nobody in, and finds out as soon as it can', async () => {
  const { transport, state } = openUsers();
  state.isDown = true;
  const { known, revocations } = openProcess(transport);
  await expect(known.ensure(raices.id)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await redis.close();
  state.isDown = false;
  await known.ensure(raices.id);
  expect(revocations.isRevoked(sessionOf(alice), nowSeconds)).toBe(true);
});
