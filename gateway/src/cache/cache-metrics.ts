import type { Telemetry } from '@academy/platform/telemetry';
import type { CacheKind } from './cache-words.ts';

type Read = 'hit' | 'miss' | 'bypass' | 'unavailable' | 'joined';
type Refusal = 'unsettled' | 'too_long' | 'over_budget';

/** What the cache counts. */
export type CacheMetrics = {
  /** `bypass`: kept answers were not to be used; `joined`: the same answer was being made already. */
  reads(kind: CacheKind, result: Read, count: number): void;
  stores(kind: CacheKind, result: 'stored' | 'dropped' | Refusal, count: number): void;
  /** Counts an answer that is not kept, and yields nothing. */
  refused(kind: CacheKind, why: Refusal): readonly [];
  /** `failed`: marks that Redis did not take. */
  marks(cause: 'event' | 'mutation' | 'failed', count: number): void;
};

/** Counters of this process. */
export function createCacheMetrics(telemetry: Telemetry): CacheMetrics {
  const reads = telemetry.counter('academy_gateway_cache_reads_total', 'Kept answers that were looked for.', ['kind', 'result']);
  const stores = telemetry.counter('academy_gateway_cache_stores_total', 'Answers that could have been kept.', [
    'kind',
    'result',
  ]);
  const marks = telemetry.counter('academy_gateway_cache_marks_total', 'Marks changed: what depends on them is over.', ['cause']);
  const metrics: CacheMetrics = {
    reads: (kind, result, count) => (count > 0 ? reads.inc({ kind, result }, count) : undefined),
    stores: (kind, result, count) => (count > 0 ? stores.inc({ kind, result }, count) : undefined),
    refused(kind, why) {
      metrics.stores(kind, why, 1);
      return [];
    },
    marks: (cause, count) => (count > 0 ? marks.inc({ cause }, count) : undefined),
  };
  return metrics;
}
