import { createLogger } from '@academy/platform/logger';
import { createTelemetry } from '@academy/platform/telemetry';
import { describe, expect, test } from 'vitest';
import { horizonte, raices } from '../../test/people.ts';
import { trustProxies } from '../http/client-address.ts';
import type { TenantRecord } from '../tenant.ts';
import { createRateLimiter, type RateDecision } from './rate-limiter.ts';
import type { RateLimitsConfig } from './rate-limits-config.ts';

type Limits = TenantRecord['settings']['limits'];

function withLimits(tenant: TenantRecord, limits: Partial<Limits>): TenantRecord {
  return { ...tenant, settings: { ...tenant.settings, limits: { ...tenant.settings.limits, ...limits } } };
}

/** A limiter that counts by itself. */
function openLimiter(config: Partial<RateLimitsConfig> = {}) {
  let now = 0;
  const limiter = createRateLimiter({
    config: { globalCostPerMinute: 1_000_000, scale: 1, answerWithinMs: 50, processes: 1, ...config },
    trustedProxies: trustProxies([]),
    redis: undefined,
    secret: 'only for this test',
    logger: createLogger({ process: 'test', level: 'silent' }),
    telemetry: createTelemetry({ process: 'gateway' }),
    nowMs: () => now,
  });
  const spend = (tenant: TenantRecord, payer: string, cost = 1): RateDecision => {
    const decision = limiter.recall({ tenant, payer }) ?? limiter.spend({ tenant, payer }, cost);
    if (decision instanceof Promise) throw new Error('It counts by itself, and so at once.');
    return decision;
  };
  const wait = (ms: number): void => {
    now += ms;
  };
  return { ...limiter, spend, wait };
}

describe('a limit is told', () => {
  test('as that with the least of itself left, beside the names of all', () => {
    const { spend } = openLimiter();
    const tenant = withLimits(raices, { requestsPerMinute: 10, costPerMinute: 1_000, costPerMinutePerPrincipal: 100 });
    expect(spend(tenant, 'u:alice', 60).headers).toEqual({
      'ratelimit-limit': '100',
      'ratelimit-remaining': '40',
      'ratelimit-reset': '65',
      'ratelimit-policy':
        '"tenant-requests";q=10;w=60, "tenant-cost";q=1000;w=60;qu="cost", "principal-cost";q=100;w=60;qu="cost"',
      ratelimit: '"principal-cost";r=40;t=65',
    });
    for (const payer of ['u:1', 'u:2', 'u:3', 'u:4', 'u:5', 'u:6', 'u:7']) spend(tenant, payer);
    expect(spend(tenant, 'u:8').headers).toMatchObject({ ratelimit: '"tenant-requests";r=1;t=65' });
  });

  test('with the seconds until the oldest spending counts no more, which count down', () => {
    const { spend, wait } = openLimiter();
    expect(spend(raices, 'u:alice').headers['ratelimit-reset']).toBe('65');
    wait(20_000);
    expect(spend(raices, 'u:alice').headers['ratelimit-reset']).toBe('45');
    wait(44_500);
    expect(spend(raices, 'u:alice').headers['ratelimit-reset']).toBe('1');
    wait(1_000);
    expect(spend(raices, 'u:alice').headers['ratelimit-reset']).toBe('20');
  });

  test('never of the installation, which speaks of other tenants, unless it refuses', () => {
    const { spend } = openLimiter({ globalCostPerMinute: 100 });
    expect(spend(raices, 'u:alice', 99).headers).toMatchObject({ ratelimit: expect.stringMatching(/^"(tenant|principal)-/) });
    const { refusal, headers } = spend(horizonte, 'u:diego', 2);
    expect(refusal).toEqual({
      message: 'More is asked of this service than it answers in a minute; try again in 65 s.',
      retryAfterSeconds: 65,
    });
    expect(headers['ratelimit-remaining']).toBe('1');
  });
});

describe('what is refused', () => {
  test('one principal does not take the tenant’s, and one tenant not another’s', () => {
    const { spend } = openLimiter();
    const tenant = withLimits(raices, { costPerMinute: 100, costPerMinutePerPrincipal: 40 });
    const allowed = (of: TenantRecord, payer: string) => spend(of, payer, 20).refusal === undefined;
    expect([1, 2, 3].map(() => allowed(tenant, 'u:alice'))).toEqual([true, true, false]);
    expect([1, 2].map(() => allowed(tenant, 'u:berta'))).toEqual([true, true]);
    expect([1, 2].map(() => allowed(tenant, 'u:carla'))).toEqual([true, false]);
    expect(allowed(horizonte, 'u:alice')).toBe(true);
  });

  test('is remembered only while nothing at all is left, and no longer than until something is', () => {
    const { spend, recall, wait } = openLimiter();
    const tenant = withLimits(raices, { costPerMinutePerPrincipal: 10 });
    const alice = { tenant, payer: 'u:alice' };
    spend(tenant, 'u:alice', 9);
    expect(spend(tenant, 'u:alice', 5).refusal?.retryAfterSeconds).toBe(65);
    expect(recall(alice)).toBeUndefined();
    spend(tenant, 'u:alice', 1);
    expect(spend(tenant, 'u:alice', 1).refusal?.retryAfterSeconds).toBe(65);
    wait(10_000);
    expect(recall(alice)).toMatchObject({
      refusal: { message: 'The operations of one caller may cost 10 a minute; try again in 55 s.', retryAfterSeconds: 55 },
      headers: { ratelimit: '"principal-cost";r=0;t=55' },
    });
    expect(recall({ tenant, payer: 'u:berta' })).toBeUndefined();
    expect(recall({ ...alice, tenant: withLimits(raices, { costPerMinutePerPrincipal: 20 }) })).toBeUndefined();
    wait(55_000);
    expect(recall(alice)).toBeUndefined();
    expect(spend(tenant, 'u:alice', 10).refusal).toBeUndefined();
  });

  test('a limit that was lowered below what is spent refuses, and tells that nothing is left', () => {
    const { spend } = openLimiter();
    spend(raices, 'u:alice', 500);
    expect(spend(withLimits(raices, { costPerMinutePerPrincipal: 100 }), 'u:alice')).toMatchObject({
      refusal: { retryAfterSeconds: 65 },
      headers: { 'ratelimit-limit': '100', 'ratelimit-remaining': '0' },
    });
  });
});

test('limits are multiplied where load is tried out, and divided among the processes of a machine that count by themselves', () => {
  const tenant = withLimits(raices, { requestsPerMinute: 4 });
  const most = (config: Partial<RateLimitsConfig>) => {
    const { spend } = openLimiter(config);
    let count = 0;
    while (spend(tenant, 'u:alice').refusal === undefined) count += 1;
    return count;
  };
  expect([most({}), most({ scale: 10 }), most({ processes: 2 }), most({ processes: 8 })]).toEqual([4, 40, 2, 1]);
});

test('no operation may cost more than any limit of a minute allows', () => {
  const { mostOf } = openLimiter({ globalCostPerMinute: 900 });
  expect(mostOf(raices)).toBe(900);
  expect(mostOf(withLimits(raices, { costPerMinute: 800 }))).toBe(800);
  expect(mostOf(withLimits(raices, { costPerMinutePerPrincipal: 700 }))).toBe(700);
});
