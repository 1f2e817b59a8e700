import { fail, ok, type Result } from '@academy/kernel';
import type { InvalidInput } from './refusal.ts';
import type { TenantFeature } from './tenant-features.ts';
import { limitsOf, type TenantLimits, type TenantTier, TIER_LIMITS } from './tenant-limits.ts';
import type { TenantSettings } from './tenant-settings.ts';

/** What the platform agrees on with a tenant. What is missing stays as it is; a limit that is null is as the plan says again. */
export type TermsChange = {
  readonly tier?: TenantTier | null | undefined;
  readonly limits?: { readonly [Limit in keyof TenantLimits]?: number | null | undefined } | null | undefined;
  /** What was agreed, for the audit log; without it no limit goes beyond the plan's. */
  readonly agreement?: string | null | undefined;
  readonly features?: readonly { readonly feature: TenantFeature; readonly isOn: boolean }[] | null | undefined;
  readonly isTrustedOnly?: boolean | null | undefined;
};

const LIMITS = Object.keys(TIER_LIMITS.STARTER) as (keyof TenantLimits)[];

/** The least of each limit: a tenant that may do nothing is suspended instead, so that people are told. */
const LEAST: Readonly<Record<keyof TenantLimits, number>> = {
  requestsPerMinute: 1,
  costPerMinute: 1,
  costPerMinutePerPrincipal: 1,
  maxCost: 1,
  maxSubscriptions: 0,
};

/**
 * The settings under the changed terms. Refuses a limit that is no whole number or is below its least; one beyond the plan's without an agreement; and
 * limits that contradict each other: an operation that no principal could pay, a principal who may spend more than her tenant.
 */
export function changeTerms(settings: TenantSettings, change: TermsChange): Result<TenantSettings, InvalidInput> {
  const tier = change.tier ?? settings.tier;
  const agreed = agreedLimits(settings.limits, change.limits ?? {});
  const inForce = limitsOf(tier, agreed);
  for (const limit of LIMITS) {
    const value = inForce[limit];
    if (!Number.isInteger(value) || value < LEAST[limit]) {
      return refuse(limit, `A whole number of at least ${LEAST[limit]} was expected, got ${value}.`);
    }
    if (value > TIER_LIMITS[tier][limit] && value !== settings.limits[limit] && change.agreement == null) {
      return refuse(
        limit,
        `At most ${TIER_LIMITS[tier][limit]}, as the plan ${tier} says, was expected, got ${value}; for more, name the agreement.`,
      );
    }
  }
  if (inForce.maxCost > inForce.costPerMinutePerPrincipal) {
    return refuse(
      'maxCost',
      `At most costPerMinutePerPrincipal, ${inForce.costPerMinutePerPrincipal}, was expected, got ${inForce.maxCost}.`,
    );
  }
  if (inForce.costPerMinutePerPrincipal > inForce.costPerMinute) {
    const { costPerMinute, costPerMinutePerPrincipal } = inForce;
    return refuse(
      'costPerMinutePerPrincipal',
      `At most costPerMinute, ${costPerMinute}, was expected, got ${costPerMinutePerPrincipal}.`,
    );
  }
  const features = {
    ...settings.features,
    ...Object.fromEntries((change.features ?? []).map(({ feature, isOn }) => [feature, isOn])),
  };
  const isTrustedOnly = change.isTrustedOnly ?? settings.isTrustedOnly ?? false;
  return ok({ ...settings, tier, limits: agreed, features, isTrustedOnly });
}

function agreedLimits(before: Partial<TenantLimits>, change: NonNullable<TermsChange['limits']>): Partial<TenantLimits> {
  const agreed = { ...before };
  for (const limit of LIMITS) {
    const value = change[limit];
    if (value === null) delete agreed[limit];
    else if (value !== undefined) agreed[limit] = value;
  }
  return agreed;
}

function refuse(limit: keyof TenantLimits, message: string): Result<never, InvalidInput> {
  return fail({ kind: 'InvalidInput', field: `limits.${limit}`, message });
}
