// The query planner in a thread of its own: whatever an operation makes it do, requests go on. Plans one operation at a time.
import { parentPort, workerData } from 'node:worker_threads';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { GraphQLError, parse } from 'graphql';
import type { PlanAnswer, PlanMessage, PlanQuestion, PlanWorkerData } from './planner.ts';

const { sdl } = workerData as PlanWorkerData;
const supergraph = Supergraph.build(sdl, { validateSupergraph: false });
const apiSchema = supergraph.apiSchema();
const planner = new QueryPlanner(supergraph, { generateQueryFragments: false });
let deferringPlanner: QueryPlanner | undefined;

parentPort?.on('message', (question: PlanQuestion) => say(answer(question)));
say({ isReady: true });

function say(message: PlanMessage): void {
  parentPort?.postMessage(message);
}

function answer({ source, operationName, overrides, isDeferring }: PlanQuestion): PlanAnswer {
  try {
    const named = operationName === undefined ? {} : { operationName };
    const operation = operationFromDocument(apiSchema, parse(source, { noLocation: true }), named);
    const plan = (isDeferring ? plannerOfDeferred() : planner).buildQueryPlan(operation, {
      overrideConditions: new Map(overrides),
    });
    return { isPlanned: true, planJson: JSON.stringify(plan) };
  } catch (thrown) {
    const isOfPlanner = thrown instanceof GraphQLError;
    return { isPlanned: false, isOfPlanner, message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

/** Made when it is first needed: it holds a query graph of its own. */
function plannerOfDeferred(): QueryPlanner {
  deferringPlanner ??= new QueryPlanner(supergraph, {
    generateQueryFragments: false,
    incrementalDelivery: { enableDefer: true },
  });
  return deferringPlanner;
}
