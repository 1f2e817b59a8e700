import type { Telemetry } from '@academy/platform/telemetry';

/** What is measured of the calls of one subgraph. Labels are resolved once: a call only adds. */
export type CallMeasures = {
  ended(outcome: string, seconds: number): void;
  readonly retries: { inc(): void };
  readonly hedges: { inc(): void };
  readonly joined: { inc(): void };
  /** 0: calls pass, 1: one tries, 2: none is made. */
  readonly breaker: { set(state: number): void };
};

/** Measures by subgraph, in the telemetry given. */
export function createCallMetrics(telemetry: Telemetry): (subgraph: string) => CallMeasures {
  const labels = ['subgraph'] as const;
  const calls = telemetry.counter('academy_gateway_subgraph_calls_total', 'Calls of subgraphs by how they ended', [
    ...labels,
    'outcome',
  ]);
  const seconds = telemetry.histogram('academy_gateway_subgraph_call_seconds', 'Calls of subgraphs, retries included', labels);
  const retries = telemetry.counter('academy_gateway_subgraph_retries_total', 'Queries sent to a subgraph again', labels);
  const hedges = telemetry.counter('academy_gateway_subgraph_hedges_total', 'Queries sent twice for being slow', labels);
  const joined = telemetry.counter('academy_gateway_subgraph_joined_total', 'Queries answered by a call under way', labels);
  const breaker = telemetry.gauge('academy_gateway_subgraph_breaker', '0: calls pass, 1: one tries, 2: none is made', labels);
  return (subgraph) => {
    const byOutcome = new Map<string, { inc(): void }>();
    const duration = seconds.labels(subgraph);
    return {
      ended(outcome, took) {
        let counter = byOutcome.get(outcome);
        if (counter === undefined) {
          counter = calls.labels(subgraph, outcome);
          byOutcome.set(outcome, counter);
        }
        counter.inc();
        duration.observe(took);
      },
      retries: retries.labels(subgraph),
      hedges: hedges.labels(subgraph),
      joined: joined.labels(subgraph),
      breaker: breaker.labels(subgraph),
    };
  };
}
