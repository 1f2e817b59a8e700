import { newId } from '@academy/platform/ids';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { describe, expect, inject, test } from 'vitest';
import { openRedisWay } from '../../test/redis-way.ts';
import { type Meter, UNLIMITED, type Verdict } from './meter.ts';
import { createSharedMeters } from './shared-meters.ts';

const logger = createLogger({ process: 'test', level: 'silent' });
const meter = (name: Meter['name'], limits: Partial<Meter> = {}): Meter => ({
  name,
  key: name,
  maxRequests: UNLIMITED,
  maxCost: UNLIMITED,
  ...limits,
});

/** The meters of one process. */
async function openMeters(options: { namespace?: string; url?: string } = {}) {
  const { namespace = `test-${newId()}`, url = inject('redisUrl') } = options;
  const redis = openRedis({ url, namespace, logger, name: 'rate-test' });
  await redis.commands.ping();
  const meters = createSharedMeters({ redis, answerWithinMs: 500, logger });
  return {
    ...meters,
    redis,
    namespace,
    async [Symbol.asyncDispose]() {
      meters.stop();
      await redis.close();
    },
  };
}

const count = (verdicts: readonly (Verdict | undefined)[]) => verdicts.filter((verdict) => verdict?.isAllowed === true).length;

describe('shared meters', () => {
  test('allow exactly what the limit says, however many ask at once of however many processes', async () => {
    await using first = await openMeters();
    await using second = await openMeters(first);
    const spending = {
      meters: [meter('installation'), meter('tenant', { maxRequests: 77 }), meter('principal')],
      cost: 3,
    } as const;
    const verdicts = await Promise.all(
      Array.from({ length: 600 }, (_, index) => (index % 2 === 0 ? first : second).spend(spending)),
    );
    expect(verdicts.filter((verdict) => verdict === undefined)).toEqual([]);
    expect(count(verdicts)).toBe(77);
    const [allowed] = verdicts.filter((verdict) => verdict?.readings[1].requests === 77);
    expect(allowed?.readings).toMatchObject([{ cost: 231 }, { cost: 231 }, { cost: 231 }]);
  });

  test('count on all meters or on none: whom one refuses has spent nothing on the others', async () => {
    await using meters = await openMeters();
    const [installation, tenant] = [meter('installation'), meter('tenant', { maxCost: 100 })];
    const alice = meter('principal', { key: 'alice', maxCost: 40 });
    const berta = meter('principal', { key: 'berta', maxCost: 40 });
    const of = (principal: Meter, cost: number) => ({ meters: [installation, tenant, principal], cost }) as const;
    const verdicts = await Promise.all(
      [of(alice, 30), of(alice, 11), of(alice, 10), of(berta, 40), of(berta, 1)].map((one) => meters.spend(one)),
    );
    expect(verdicts.map((verdict) => verdict?.isAllowed)).toEqual([true, false, true, true, false]);
    expect(verdicts.at(-1)?.readings.map(({ requests, cost }) => [requests, cost])).toEqual([
      [3, 80],
      [3, 80],
      [1, 40],
    ]);
  });

  test('refuse what costs more than a limit, also when nothing was spent', async () => {
    await using meters = await openMeters();
    const own = [meter('installation'), meter('tenant'), meter('principal', { maxCost: 10 })] as const;
    expect(await meters.spend({ meters: own, cost: 11 })).toMatchObject({
      isAllowed: false,
      retryAfterMs: 65_000,
      readings: [{ cost: 0 }, { cost: 0 }, { cost: 0 }],
    });
  });

  test('tell how long to wait, and until the oldest spending counts no more; then it is gone from Redis', async () => {
    await using meters = await openMeters();
    const own = [meter('installation'), meter('tenant'), meter('principal', { maxCost: 10 })] as const;
    const allowed = await meters.spend({ meters: own, cost: 10 });
    const refused = await meters.spend({ meters: own, cost: 1 });
    expect(allowed).toMatchObject({ isAllowed: true, retryAfterMs: 0 });
    expect(refused?.isAllowed).toBe(false);
    expect(refused?.retryAfterMs).toBe(refused?.readings[2].resetMs);
    expect(refused?.retryAfterMs).toBeGreaterThan(30_000);
    expect(refused?.retryAfterMs).toBeLessThanOrEqual(65_000);
    const keys = await meters.redis.commands.keys(`${meters.namespace}:*`);
    expect(keys.sort()).toEqual(['installation', 'principal', 'tenant'].map((key) => `${meters.namespace}:rl:${key}`));
    for (const key of keys) expect(await meters.redis.commands.pttl(key)).toBeLessThanOrEqual(65_000);
  });

  test.each(['stalled', 'cut'] as const)(
    'give up while the way to Redis is %s, and count again when it is open',
    async (state) => {
      await using way = await openRedisWay();
      await using meters = await openMeters(way);
      const spending = { meters: [meter('installation'), meter('tenant'), meter('principal')], cost: 1 } as const;
      way.state = state;
      expect(await Promise.all([meters.spend(spending), meters.spend(spending)])).toEqual([undefined, undefined]);
      // Whoever comes now waits for nothing.
      expect(meters.spend(spending)).toBeUndefined();
      way.state = 'open';
      await expect.poll(() => meters.spend(spending), { timeout: 10_000 }).toMatchObject({ isAllowed: true });
    },
  );

  test('count on after Redis has forgotten the script', async () => {
    await using meters = await openMeters();
    const spending = { meters: [meter('installation'), meter('tenant'), meter('principal')], cost: 1 } as const;
    await meters.spend(spending);
    await meters.redis.commands.script('FLUSH');
    expect(await meters.spend(spending)).toMatchObject({ isAllowed: true, readings: [{ requests: 2 }, {}, {}] });
  });
});
