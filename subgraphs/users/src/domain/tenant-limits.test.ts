import { describe, expect, test } from 'vitest';
import { limitsOf, type TenantTier, TIER_LIMITS } from './tenant-limits.ts';

describe('limits of a tenant', () => {
  test('are those of its plan but for what was agreed with it', () => {
    expect(limitsOf('STARTER', { requestsPerMinute: 60 })).toEqual({ ...TIER_LIMITS.STARTER, requestsPerMinute: 60 });
    expect(limitsOf('ENTERPRISE', {})).toEqual(TIER_LIMITS.ENTERPRISE);
  });

  test.each<TenantTier>(['STARTER', 'PROFESSIONAL', 'ENTERPRISE'])(
    'leave one principal of %s room for 20 of the dearest operations, and four others',
    (tier) => {
      const { maxCost, costPerMinute, costPerMinutePerPrincipal } = TIER_LIMITS[tier];
      expect(costPerMinutePerPrincipal).toBeGreaterThanOrEqual(20 * maxCost);
      expect(costPerMinute).toBeGreaterThanOrEqual(5 * costPerMinutePerPrincipal);
    },
  );
});
