import { type Principal, SECOND_MS } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { RedisDoor } from '@academy/platform/redis';
import type { Telemetry } from '@academy/platform/telemetry';
import type { Peer, TrustedProxies } from '../http/client-address.ts';
import type { TenantRecord } from '../tenant.ts';
import { createLocalMeters } from './local-meters.ts';
import { type Meter, type Spending, UNLIMITED, type Verdict } from './meter.ts';
import { payerOf } from './payer.ts';
import { policyOf, rateHeadersOf } from './rate-headers.ts';
import type { RateLimitsConfig } from './rate-limits-config.ts';
import { type CountedBy, createRateMetrics } from './rate-metrics.ts';
import { createRememberedRefusals } from './remembered-refusals.ts';
import { createSharedMeters } from './shared-meters.ts';
import { type Standing, tightestOf } from './standing.ts';

/** Who is counted: whom an operation is for, in which tenant. */
export type Payer = { readonly tenant: TenantRecord; readonly payer: string };

/** Whether an operation was within the limits, and what its answer tells about them. */
export type RateDecision = {
  readonly headers: Readonly<Record<string, string>>;
  /** undefined: it was allowed. */
  readonly refusal: { readonly message: string; readonly retryAfterSeconds: number } | undefined;
};

/** Counts operations against the limits of the installation, the tenant and the principal: against all of them, or none when one refuses. */
export type RateLimiter = {
  /** Under what the caller is counted. */
  payerOf(principal: Principal, peer: Peer | undefined): string;
  /** The refusal of a payer who is known to have nothing left, whatever is asked; undefined when it has to be counted. */
  recall(payer: Payer): RateDecision | undefined;
  /** Counts one operation of this estimated cost; a cost below 1 counts as 1. Never rejects. */
  spend(payer: Payer, cost: number): RateDecision | Promise<RateDecision>;
  /** The most that one operation in this tenant may cost: more would never be allowed. */
  mostOf(tenant: TenantRecord): number;
  stop(): void;
};

type TenantMeters = { readonly tenant: Meter; readonly maxCostOfPrincipal: number; policy?: string };

/** A limiter that counts in Redis, and by itself while Redis does not answer in time. */
export function createRateLimiter(options: {
  config: RateLimitsConfig;
  trustedProxies: TrustedProxies;
  /** undefined: this process counts for itself. */
  redis: RedisDoor | undefined;
  /** Under which addresses of callers are hidden; the same in every process. */
  secret: string;
  logger: Logger;
  telemetry: Telemetry;
  /** Monotonic; default performance.now. */
  nowMs?: () => number;
}): RateLimiter {
  const { config, redis, logger, nowMs = () => performance.now() } = options;
  const { answerWithinMs, processes } = config;
  const shared = redis === undefined ? undefined : createSharedMeters({ redis, answerWithinMs, logger });
  const local = createLocalMeters(nowMs);
  const refusals = createRememberedRefusals(nowMs);
  const metrics = createRateMetrics(options.telemetry);
  const scaled = (limit: number) => Math.min(UNLIMITED, Math.floor(limit * config.scale));
  const installation: Meter = {
    name: 'installation',
    key: 'installation',
    maxRequests: UNLIMITED,
    maxCost: scaled(config.globalCostPerMinute),
  };
  const byTenant = new WeakMap<TenantRecord, TenantMeters>();

  function metersOfTenant(tenant: TenantRecord): TenantMeters {
    let meters = byTenant.get(tenant);
    if (meters === undefined) {
      const { requestsPerMinute, costPerMinute, costPerMinutePerPrincipal } = tenant.settings.limits;
      const own: Meter = {
        name: 'tenant',
        key: tenant.id,
        maxRequests: scaled(requestsPerMinute),
        maxCost: scaled(costPerMinute),
      };
      meters = { tenant: own, maxCostOfPrincipal: scaled(costPerMinutePerPrincipal) };
      byTenant.set(tenant, meters);
    }
    return meters;
  }
  function metersOf({ tenant: record, payer }: Payer): Spending['meters'] {
    const { tenant, maxCostOfPrincipal } = metersOfTenant(record);
    const key = `${tenant.key}:${payer}`;
    return [installation, tenant, { name: 'principal', key, maxRequests: UNLIMITED, maxCost: maxCostOfPrincipal }];
  }
  /** Counts by this process alone, which allows its part of every limit. */
  function spendAlone(payer: Payer, spending: Spending): RateDecision {
    const part = (limit: number) => (limit >= UNLIMITED ? limit : Math.max(1, Math.floor(limit / processes)));
    const partOf = (meter: Meter): Meter => ({
      ...meter,
      maxRequests: part(meter.maxRequests),
      maxCost: part(meter.maxCost),
    });
    const [first, second, third] = spending.meters;
    const own: Spending = processes === 1 ? spending : { ...spending, meters: [partOf(first), partOf(second), partOf(third)] };
    return decide(payer, own, local.spend(own), 'local');
  }
  function headersOf(tenant: TenantRecord, meters: Spending['meters'], standing: Standing | undefined) {
    if (standing === undefined) return {};
    const known = metersOfTenant(tenant);
    const [, ...told] = meters;
    known.policy ??= policyOf(told);
    return rateHeadersOf(standing, known.policy);
  }
  function refuse(
    payer: Payer,
    spending: Pick<Spending, 'meters'>,
    by: CountedBy,
    standing: Standing,
    waitMs: number,
  ): RateDecision {
    metrics.refused(by, standing.meter.name);
    const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / SECOND_MS));
    return {
      headers: headersOf(payer.tenant, spending.meters, standing),
      refusal: { message: `${tellLimit(standing)}; try again in ${retryAfterSeconds} s.`, retryAfterSeconds },
    };
  }
  function decide(payer: Payer, spending: Spending, verdict: Verdict, by: 'shared' | 'local'): RateDecision {
    const standing = tightestOf(spending, verdict);
    if (verdict.isAllowed || standing === undefined) {
      metrics.allowed(by);
      return { headers: headersOf(payer.tenant, spending.meters, standing), refusal: undefined };
    }
    refusals.keep(standing);
    return refuse(payer, spending, by, standing, verdict.retryAfterMs);
  }

  return {
    payerOf: (principal, peer) =>
      payerOf(principal, principal.kind === 'anonymous' ? options.trustedProxies.addressOf(peer) : '', options.secret),
    recall(payer) {
      const meters = metersOf(payer);
      const standing = refusals.find(meters);
      return standing === undefined ? undefined : refuse(payer, { meters }, 'remembered', standing, standing.resetMs);
    },
    spend(payer, cost) {
      const spending: Spending = { meters: metersOf(payer), cost: Math.max(1, Math.ceil(cost)) };
      const counted = shared?.spend(spending);
      if (counted === undefined) return spendAlone(payer, spending);
      return counted.then((verdict) =>
        verdict === undefined ? spendAlone(payer, spending) : decide(payer, spending, verdict, 'shared'),
      );
    },
    mostOf(tenant) {
      const { tenant: own, maxCostOfPrincipal } = metersOfTenant(tenant);
      return Math.min(installation.maxCost, own.maxCost, maxCostOfPrincipal);
    },
    stop: () => shared?.stop(),
  };
}

function tellLimit({ meter, unit, limit }: Standing): string {
  if (meter.name === 'installation') return 'More is asked of this service than it answers in a minute';
  if (unit === 'requests') return `The people of a tenant may send ${limit} requests a minute together`;
  return meter.name === 'tenant'
    ? `The operations of a tenant may cost ${limit} a minute together`
    : `The operations of one caller may cost ${limit} a minute`;
}
