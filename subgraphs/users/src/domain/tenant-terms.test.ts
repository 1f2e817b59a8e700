import { describe, expect, test } from 'vitest';
import { featuresOf } from './tenant-features.ts';
import { TIER_LIMITS } from './tenant-limits.ts';
import type { TenantSettings } from './tenant-settings.ts';
import { changeTerms, type TermsChange } from './tenant-terms.ts';

const before: TenantSettings = {
  tier: 'STARTER',
  allowedOrigins: [],
  limits: { maxSubscriptions: 10 },
  policies: {
    solarpunkPolicy: 'GATE',
    minimumSustainability: 70,
    minimumSocialJustice: 80,
    evaluation: 'AUTOMATIC_FROM_ASSESSMENT',
    certificationStart: 'ON_COMPLETION',
  },
};

function changed(change: TermsChange, from = before): TenantSettings {
  const result = changeTerms(from, change);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
const refused = (change: TermsChange, from = before) => {
  const result = changeTerms(from, change);
  return result.ok ? undefined : result.error.field;
};

describe('the terms of a tenant', () => {
  test('stay as they are where nothing is said', () => {
    expect(changed({})).toEqual({ ...before, features: {}, isTrustedOnly: false });
    expect(changed({ tier: null, limits: null, features: null, isTrustedOnly: null })).toEqual(changed({}));
  });

  test('take a plan, limits within it, and give a limit back to the plan', () => {
    const limits = { requestsPerMinute: 60, maxSubscriptions: null };
    expect(changed({ tier: 'PROFESSIONAL', limits })).toMatchObject({ tier: 'PROFESSIONAL', limits: { requestsPerMinute: 60 } });
    expect(changed({ limits }).limits).toEqual({ requestsPerMinute: 60 });
  });

  test.each(Object.keys(TIER_LIMITS.STARTER) as (keyof typeof TIER_LIMITS.STARTER)[])(
    'go beyond the plan in %s only by an agreement',
    (limit) => {
      const beyond = { limits: { costPerMinute: 2_000_000, costPerMinutePerPrincipal: 1_000_000, [limit]: 1_500_000 } };
      const only = limit.startsWith('costPerMinute')
        ? { limits: { [limit]: TIER_LIMITS.STARTER[limit] + 1 } }
        : { limits: { [limit]: 11_000 } };
      expect(refused(only)).toBe(`limits.${limit}`);
      expect(refused({ ...beyond, agreement: 'Contrato 2026-14' })).toBe(limit === 'maxCost' ? 'limits.maxCost' : undefined);
    },
  );

  test('keep what was agreed beyond the plan when something else changes, and ask again when it changes', () => {
    const agreed = changed({ limits: { requestsPerMinute: 9_000 }, agreement: 'Contrato 2026-14' });
    expect(changed({ isTrustedOnly: true }, agreed).limits).toMatchObject({ requestsPerMinute: 9_000 });
    expect(refused({ limits: { requestsPerMinute: 9_001 } }, agreed)).toBe('limits.requestsPerMinute');
  });

  test.each([
    ['limits.requestsPerMinute', { requestsPerMinute: 0 }],
    ['limits.maxSubscriptions', { maxSubscriptions: -1 }],
    ['limits.maxCost', { maxCost: 1.5 }],
    ['limits.maxCost', { maxCost: 5_000, costPerMinutePerPrincipal: 4_999 }],
    ['limits.costPerMinutePerPrincipal', { costPerMinute: 10_000, costPerMinutePerPrincipal: 10_001 }],
  ])('are refused for %s of %j', (field, limits) => {
    expect(refused({ limits })).toBe(field);
  });

  test('may forbid subscriptions', () => {
    expect(changed({ limits: { maxSubscriptions: 0 } }).limits).toEqual({ maxSubscriptions: 0 });
  });

  test('switch features one by one; the rest is as by default', () => {
    const first = changed({ features: [{ feature: 'AUTOMATIC_DOCUMENTS', isOn: true }] });
    const second = changed({ features: [{ feature: 'WEBHOOKS', isOn: false }] }, first);
    expect([featuresOf(before.features), featuresOf(first.features), featuresOf(second.features)]).toEqual([
      ['CUSTOM_DOMAIN', 'WEBHOOKS'],
      ['AUTOMATIC_DOCUMENTS', 'CUSTOM_DOMAIN', 'WEBHOOKS'],
      ['AUTOMATIC_DOCUMENTS', 'CUSTOM_DOMAIN'],
    ]);
  });
});
