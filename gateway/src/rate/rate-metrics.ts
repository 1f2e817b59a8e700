import type { Telemetry } from '@academy/platform/telemetry';
import type { MeterName } from './meter.ts';

/** Who counted: all processes together, this one alone while Redis was away, or nobody, because it was known to be over. */
export type CountedBy = 'shared' | 'local' | 'remembered';

/** What the rate limiter counts. */
export type RateMetrics = {
  allowed(by: 'shared' | 'local'): void;
  refused(by: CountedBy, meter: MeterName): void;
};

/** Counters of this process. */
export function createRateMetrics(telemetry: Telemetry): RateMetrics {
  const allowed = telemetry.counter('academy_gateway_rate_allowed_total', 'Operations within every rate limit, by who counted.', [
    'by',
  ]);
  const refused = telemetry.counter('academy_gateway_rate_refused_total', 'Operations over a rate limit, by who counted.', [
    'by',
    'meter',
  ]);
  const byWhom = { shared: allowed.labels('shared'), local: allowed.labels('local') };
  return {
    allowed: (by) => byWhom[by].inc(),
    refused: (by, meter) => refused.labels(by, meter).inc(),
  };
}
