import { Fault } from '@academy/kernel';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import type { Planner, PlanQuestion } from '../../src/federation/planning/planner.ts';
import { withinLimit } from '../time-limit.ts';

/** Stands in for the planner's thread: the same planner with the same answers, without the half second that a thread takes to start. */
export function startPlanner({ sdl }: { sdl: string }): Planner {
  const supergraph = Supergraph.build(sdl, { validateSupergraph: false });
  const apiSchema = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph, { generateQueryFragments: false });
  return {
    ready: Promise.resolve(),
    async plan({ source, operationName, overrides }: PlanQuestion) {
      try {
        const named = operationName === undefined ? {} : { operationName };
        const operation = operationFromDocument(apiSchema, parse(source, { noLocation: true }), named);
        const plan = withinLimit(() => planner.buildQueryPlan(operation, { overrideConditions: new Map(overrides) }));
        return JSON.parse(JSON.stringify(plan)) as QueryPlan;
      } catch (thrown) {
        throw new Fault('INTERNAL', 'The planner failed.', { cause: thrown });
      }
    },
    async stop() {},
  };
}
