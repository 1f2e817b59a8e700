/** Plans of tenants. */
export type TenantTier = 'STARTER' | 'PROFESSIONAL' | 'ENTERPRISE';

/** Upper bounds of a tenant's requests; the gateway holds to them. */
export type TenantLimits = {
  /** All principals together. */
  requestsPerMinute: number;
  /** Estimated cost of operations, all principals together. */
  costPerMinute: number;
  /** Estimated cost of one principal's operations, so that nobody uses up the tenant's. */
  costPerMinutePerPrincipal: number;
  /** Estimated cost of one operation. */
  maxCost: number;
  maxSubscriptions: number;
};

/**
 * What a plan allows where nothing else was agreed. A page of the console costs 50 to 500: one person may open several a second, and a tenant
 * of the smallest plan has room for a hundred people who are busy at the same time.
 */
export const TIER_LIMITS: Readonly<Record<TenantTier, TenantLimits>> = {
  STARTER: {
    requestsPerMinute: 6_000,
    costPerMinute: 600_000,
    costPerMinutePerPrincipal: 120_000,
    maxCost: 5_000,
    maxSubscriptions: 10_000,
  },
  PROFESSIONAL: {
    requestsPerMinute: 30_000,
    costPerMinute: 3_000_000,
    costPerMinutePerPrincipal: 300_000,
    maxCost: 5_000,
    maxSubscriptions: 10_000,
  },
  ENTERPRISE: {
    requestsPerMinute: 150_000,
    costPerMinute: 15_000_000,
    costPerMinutePerPrincipal: 600_000,
    maxCost: 5_000,
    maxSubscriptions: 10_000,
  },
};

/** The limits in force: what was agreed with the tenant, and what its plan says where nothing was. */
export function limitsOf(tier: TenantTier, agreed: Partial<TenantLimits>): TenantLimits {
  return { ...TIER_LIMITS[tier], ...agreed };
}
