import type { Worker } from 'node:cluster';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { joinWorkerMetrics } from './worker-metrics.ts';

export { gatherWorkerMetrics } from './worker-metrics.ts';

/** The measures of one process. Names follow Prometheus: `academy_` first, the unit last. */
export type Telemetry = {
  /** The text that `/metrics` answers with, and its content type. */
  render(): Promise<{ contentType: string; text: string }>;
  counter(name: string, help: string, labels?: readonly string[]): Counter;
  gauge(name: string, help: string, labels?: readonly string[]): Gauge;
  /** `buckets` are upper bounds in seconds; default: 5 ms to 10 s. */
  histogram(name: string, help: string, labels?: readonly string[], buckets?: readonly number[]): Histogram;
};

const DEFAULT_BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * A registry of its own; asking twice for one name gives the same measure. `worker`: the process is one of several behind one port, and
 * `render` answers for all of them.
 */
export function createTelemetry(options: {
  process: string;
  withRuntimeMetrics?: boolean;
  worker?: Worker | undefined;
}): Telemetry {
  const registry = new Registry();
  registry.setDefaultLabels({ process: options.process });
  if (options.withRuntimeMetrics === true) collectDefaultMetrics({ register: registry });
  const known = new Map<string, Counter | Gauge | Histogram>();
  function once<Metric extends Counter | Gauge | Histogram>(name: string, create: () => Metric): Metric {
    const existing = known.get(name);
    if (existing !== undefined) return existing as Metric;
    const metric = create();
    known.set(name, metric);
    return metric;
  }
  const renderText = options.worker === undefined ? () => registry.metrics() : joinWorkerMetrics(options.worker, registry);
  return {
    async render() {
      return { contentType: registry.contentType, text: await renderText() };
    },
    counter: (name, help, labels = []) =>
      once(name, () => new Counter({ name, help, labelNames: [...labels], registers: [registry] })),
    gauge: (name, help, labels = []) =>
      once(name, () => new Gauge({ name, help, labelNames: [...labels], registers: [registry] })),
    histogram: (name, help, labels = [], buckets = DEFAULT_BUCKETS_SECONDS) =>
      once(name, () => new Histogram({ name, help, labelNames: [...labels], buckets: [...buckets], registers: [registry] })),
  };
}
