import { describeThrown, Fault } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import { createDependencyGuard, createRetryBudget, type DependencyGuard, type RetryBudget } from '@academy/platform/resilience';
import type { Telemetry } from '@academy/platform/telemetry';
import { CallFailure, readAnswer, type SubgraphTransport } from '@academy/platform/topology';
import type { GraphQLFormattedError } from 'graphql';
import { attempt } from './call-attempts.ts';
import { Flight, type FlightEvents } from './call-flight.ts';
import { type CallMeasures, createCallMetrics } from './call-metrics.ts';
import type { CallOutcome, SendCall } from './call-outcome.ts';
import { type CallPolicies, defaultCallPolicies } from './call-policies.ts';
import { type ErrorRule, lost, restrictError, resultOf } from './call-result.ts';
import { createSharedFlights, identityOf } from './call-sharing.ts';
import {
  type CallSubgraph,
  type ExecutionContext,
  type FetchResult,
  type SubgraphFetch,
  variablesJson,
} from './subgraph-fetch.ts';

/** The one way to a subgraph. Each result is the caller's own, to be changed as she likes. */
export type SubgraphCaller = CallSubgraph & {
  /** The same, never answered by a call that began before: where the answer must not be older than the asking, e.g. after an event. */
  readonly afresh: CallSubgraph;
  /** Ends what is under way with UNAVAILABLE, and refuses what comes. The transport stays open. */
  stop(): void;
};

export type SubgraphCallerOptions = {
  readonly transport: SubgraphTransport;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
  /** What differs from `defaultCallPolicies`. */
  readonly policies?: Partial<CallPolicies>;
  /** What clients may see of subgraphs' errors. Default: codes on the islands' allow-list. */
  readonly errorRule?: ErrorRule;
  /** From 0 to 1; default Math.random. */
  readonly random?: () => number;
};

/** What is known of one subgraph. */
type Line = {
  readonly subgraph: string;
  readonly guard: DependencyGuard<CallOutcome>;
  readonly budget: RetryBudget;
  readonly measures: CallMeasures;
};

/**
 * A caller with deadlines, bounded retries of queries, a breaker and a bulkhead per subgraph, and identical queries of one principal made
 * one. Its `CallSubgraph` never rejects and always resolves by the context's deadline.
 */
export function createSubgraphCaller(options: SubgraphCallerOptions): SubgraphCaller {
  const { transport, logger, errorRule = restrictError, random = Math.random } = options;
  const policies: CallPolicies = { ...defaultCallPolicies, ...options.policies };
  const measuresOf = createCallMetrics(options.telemetry);
  const lines = new Map<string, Line>();
  const shared = createSharedFlights();
  const underWay = new Set<Flight>();
  let isStopped = false;

  function lineOf(subgraph: string): Line {
    let line = lines.get(subgraph);
    if (line === undefined) {
      line = openLine(subgraph, policies, measuresOf(subgraph), logger);
      lines.set(subgraph, line);
    }
    return line;
  }

  function call(fetch: SubgraphFetch, context: ExecutionContext, mayJoin: boolean): Promise<FetchResult> {
    const nowMs = performance.now();
    if (isStopped) return Promise.resolve(lost(fetch, new CallFailure('unreachable', undefined)));
    if (context.signal.aborted || context.dueAtMs <= nowMs)
      return Promise.resolve(lost(fetch, new CallFailure('aborted', undefined)));
    const { operation } = fetch;
    const line = lineOf(operation.subgraph);
    const variables = variablesJson(fetch);
    const isShareable = policies.isDeduplicating && operation.kind !== 'subscription';
    const identity = isShareable ? identityOf(context) : '';
    if (!isShareable || operation.kind === 'mutation') {
      const flight = takeOff(line, fetch, context, variables, () => isShareable && shared.closeAll(identity));
      return flight.join(fetch, context);
    }
    // Only the document may hold line breaks, so that no two calls have one text.
    const text = `${operation.subgraph}\n${operation.text}\n${variables}`;
    const known = mayJoin ? shared.find(identity, text) : undefined;
    if (known?.isFor(context.dueAtMs, nowMs) === true) {
      line.measures.joined.inc();
      return known.join(fetch, context);
    }
    const flight = takeOff(line, fetch, context, variables, () => shared.remove(identity, text, flight));
    shared.add(identity, text, flight);
    return flight.join(fetch, context);
  }

  /** A flight whose call is under way. It lands in a later microtask, when its first passenger has joined. */
  function takeOff(line: Line, fetch: SubgraphFetch, context: ExecutionContext, variables: string, onLanded: () => void): Flight {
    const flight = new Flight(eventsOf(line));
    flight.dueAtMs = context.dueAtMs;
    underWay.add(flight);
    const startedAtMs = performance.now();
    void fly(line, fetch, context, variables, flight).then((outcome) => {
      underWay.delete(flight);
      onLanded();
      line.measures.ended(flight.abandoned ?? labelOf(outcome), (performance.now() - startedAtMs) / 1_000);
      if (outcome.kind === 'failed' && flight.abandoned === undefined) note(line, context, outcome.failure, outcome.label);
      flight.land(outcome);
    });
    return flight;
  }

  async function fly(
    { subgraph, guard, budget, measures }: Line,
    fetch: SubgraphFetch,
    context: ExecutionContext,
    variables: string,
    flight: Flight,
  ): Promise<CallOutcome> {
    const { text: query, name: operationName, kind, jsonPrefix } = fetch.operation;
    const request = { query, operationName, kind, jsonPrefix, variablesJson: variables };
    const onRestricted = (error: GraphQLFormattedError) => noteRestricted(subgraph, context, error);
    const send: SendCall = async (signal) => {
      const sentAtMs = performance.now();
      try {
        const { principal, requestId, headers } = context;
        const answer = await transport.send(subgraph, request, {
          principal,
          requestId,
          headers,
          signal,
          dueAtMs: flight.dueAtMs,
        });
        return { kind: 'answered', answer, result: resultOf(fetch, readAnswer(answer), errorRule, onRestricted) };
      } catch (thrown) {
        return failedBy(thrown, flight.abandoned === 'late' && performance.now() - sentAtMs >= policies.slowMs);
      }
    };
    budget.deposit();
    const { signal } = flight;
    const outcome = await guard.run(
      () =>
        attempt(send, {
          policies,
          budget,
          isRepeatable: kind === 'query',
          dueAtMs: () => flight.dueAtMs,
          signal,
          random,
          onRetry: () => measures.retries.inc(),
          onHedge: () => measures.hedges.inc(),
        }),
      signal,
    );
    return typeof outcome === 'object' ? outcome : HELD[outcome];
  }

  function eventsOf(line: Line): FlightEvents {
    return {
      resultOf(fetch, outcome, isFirst) {
        if (outcome.kind === 'failed') return lost(fetch, outcome.failure);
        if (isFirst) return outcome.result;
        const { answer } = outcome;
        const json = 'json' in answer ? answer.json : JSON.stringify(answer.response);
        return resultOf(fetch, readAnswer({ json }), errorRule, () => {});
      },
      onLeave: (context, why) => note(line, context, new CallFailure('aborted', undefined), why),
    };
  }

  function note({ subgraph }: Line, { requestId }: ExecutionContext, failure: Fault, label: string): void {
    const { code } = failure;
    logger.warn(
      { requestId, subgraph, code, outcome: label, err: describeThrown(failure.cause ?? failure) },
      'a call of a subgraph failed',
    );
  }

  function noteRestricted(subgraph: string, { requestId }: ExecutionContext, error: GraphQLFormattedError): void {
    const code = error.extensions?.['code'];
    logger.error({ requestId, subgraph, code, err: error.message }, 'a subgraph answered with an error that is not for clients');
  }

  return Object.assign((fetch: SubgraphFetch, context: ExecutionContext) => call(fetch, context, true), {
    afresh: (fetch: SubgraphFetch, context: ExecutionContext) => call(fetch, context, false),
    stop() {
      isStopped = true;
      const outcome = failedBy(new CallFailure('unreachable', new Error('The gateway stops.')), false);
      for (const flight of underWay) flight.divert(outcome);
    },
  });
}

function openLine(subgraph: string, policies: CallPolicies, measures: CallMeasures, logger: Logger): Line {
  const guard = createDependencyGuard<CallOutcome>({
    ...policies,
    isFailure: (outcome, isTrying) =>
      outcome.kind === 'failed' && (outcome.isItsFault || (isTrying && outcome.label === 'aborted')),
    onState(state) {
      measures.breaker.set(['passing', 'trying', 'broken'].indexOf(state));
      if (state === 'broken')
        logger.error({ subgraph, tryAfterMs: policies.tryAfterMs }, 'a subgraph does not answer: its breaker opened');
      if (state === 'passing') logger.info({ subgraph }, 'a subgraph answers again: its breaker closed');
    },
  });
  measures.breaker.set(0);
  return { subgraph, guard, budget: createRetryBudget({ share: policies.retryShare, reserve: policies.retryReserve }), measures };
}

function failedBy(thrown: unknown, isLate: boolean): CallOutcome {
  if (!(thrown instanceof CallFailure)) {
    const failure =
      thrown instanceof Fault ? thrown : new Fault('INTERNAL', 'A subgraph could not be called.', { cause: thrown });
    return { kind: 'failed', failure, label: 'fault', isItsFault: false, isWorthAnother: false };
  }
  const { reason, status = 0 } = thrown;
  const isWorthAnother = reason === 'unreachable' || reason === 'busy';
  // Who answers 4xx is well; so is who has too much to say.
  const isAnswering = reason === 'threw' || reason === 'too-large' || (reason === 'refused' && status >= 400 && status < 500);
  const isItsFault = reason === 'aborted' ? isLate : !isAnswering;
  return { kind: 'failed', failure: thrown, label: reason, isItsFault, isWorthAnother };
}

function labelOf(outcome: CallOutcome): string {
  if (outcome.kind === 'failed') return outcome.label;
  return outcome.result.errors === undefined ? 'ok' : 'errors';
}

const HELD = {
  broken: held('broken', 'unreachable', 'The breaker of the subgraph is open.'),
  full: held('full', 'unreachable', 'Too many calls of the subgraph wait already.'),
  gone: held('aborted', 'aborted', 'The caller left before it was her turn.'),
} as const;

function held(label: string, reason: 'unreachable' | 'aborted', why: string): CallOutcome {
  return { kind: 'failed', failure: new CallFailure(reason, new Error(why)), label, isItsFault: false, isWorthAnother: false };
}
