import { Worker } from 'node:worker_threads';
import { Fault } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { QueryPlan } from '@apollo/query-planner';

export type PlanWorkerData = { readonly sdl: string };

/** An operation to be planned, as the thread is asked. */
export type PlanQuestion = {
  readonly source: string;
  readonly operationName: string | undefined;
  /** Which labels of `@override(label:)` hold. */
  readonly overrides: readonly (readonly [label: string, holds: boolean])[];
  /** What is deferred is planned apart; else `@defer` means nothing. Every one must then have a label. */
  readonly isDeferring: boolean;
};

export type PlanAnswer =
  | { readonly isPlanned: true; readonly planJson: string }
  | { readonly isPlanned: false; readonly isOfPlanner: boolean; readonly message: string };

/** What the thread says: first that it has read the supergraph, then an answer to each question. */
export type PlanMessage = { readonly isReady: true } | PlanAnswer;

/** Plans operations of one supergraph. */
export type Planner = {
  /** Resolves when the first operation can be planned at once; rejects when the supergraph cannot be read. */
  readonly ready: Promise<void>;
  /**
   * The plan of a valid operation. Rejects with Fault QUERY_TOO_COMPLEX when it cannot be made in time, UNAVAILABLE when too many wait for
   * theirs, INTERNAL when the planner fails.
   */
  plan(question: PlanQuestion): Promise<QueryPlan>;
  /** Nothing is planned any more; what waits is rejected. */
  stop(): Promise<void>;
};

/** Opens a planner of one supergraph; its engine stops it. */
export type OpenPlanner = (options: { readonly sdl: string; readonly logger: Logger }) => Planner;

type Waiting = {
  readonly question: PlanQuestion;
  resolve(plan: QueryPlan): void;
  reject(fault: Fault): void;
};

/** Plans take milliseconds; one that takes this long would never be worth its cost. */
const PLANNING_DEADLINE_MS = 2_000;
/** A plan may have to wait until the thread has read the supergraph. */
const START_DEADLINE_MS = 30_000;
/** Ten times what our supergraph and its plans need; a search without end stops there when it does not stop in time. */
const MAX_MEMORY_MB = 512;
/** At 5 ms a plan, what waits is planned within the deadline of a request. */
const MAX_WAITING = 1_000;

/** A planner in a thread of its own. One that does not come back within the deadline is ended, and another takes its place. */
export function startPlanner(options: { sdl: string; logger: Logger; deadlineMs?: number }): Planner {
  const { sdl, logger, deadlineMs = PLANNING_DEADLINE_MS } = options;
  const waiting: Waiting[] = [];
  let current: Waiting | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let isReading = true;
  const firstReady = Promise.withResolvers<void>();
  // Whoever starts a planner need not wait for it.
  firstReady.promise.catch(() => {});
  let worker = startWorker();

  function startWorker(): Worker {
    const made = new Worker(new URL('./plan-worker.ts', import.meta.url), {
      workerData: { sdl } satisfies PlanWorkerData,
      resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
    });
    isReading = true;
    made.unref();
    made.on('message', (message: PlanMessage) => {
      if (!('isReady' in message)) return finish(message);
      isReading = false;
      firstReady.resolve();
      if (current !== undefined) limitTime();
    });
    made.on('error', (thrown) => {
      const isTooLarge = 'code' in (thrown as object) && (thrown as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
      const fault = isTooLarge
        ? new Fault('QUERY_TOO_COMPLEX', 'This operation takes too much to be planned; ask for less at once.', { cause: thrown })
        : new Fault('INTERNAL', 'The planner failed.', { cause: thrown });
      firstReady.reject(fault);
      // What could not be read once cannot be read by another thread either.
      if (isReading) end(fault);
      else replace(fault);
    });
    return made;
  }
  function finish(answer: PlanAnswer): void {
    const done = current;
    current = undefined;
    clearTimeout(timer);
    if (answer.isPlanned) done?.resolve(JSON.parse(answer.planJson) as QueryPlan);
    else done?.reject(faultOf(answer));
    next();
  }
  function replace(fault: Fault): void {
    if (isStopped) return;
    const lost = current;
    current = undefined;
    clearTimeout(timer);
    worker.removeAllListeners();
    void worker.terminate();
    worker = startWorker();
    lost?.reject(fault);
    next();
  }
  function end(fault: Fault): void {
    isStopped = true;
    clearTimeout(timer);
    for (const one of [...(current === undefined ? [] : [current]), ...waiting.splice(0)]) one.reject(fault);
    current = undefined;
  }
  function next(): void {
    if (current !== undefined || isStopped) return;
    current = waiting.shift();
    if (current === undefined) return;
    worker.postMessage(current.question);
    limitTime();
  }
  function limitTime(): void {
    clearTimeout(timer);
    const onLate = () => {
      logger.warn({ operationName: current?.question.operationName }, 'an operation could not be planned in time');
      replace(new Fault('QUERY_TOO_COMPLEX', 'This operation takes too long to be planned; ask for less at once.'));
    };
    timer = setTimeout(onLate, isReading ? START_DEADLINE_MS : deadlineMs);
  }

  return {
    ready: firstReady.promise,
    plan(question) {
      if (isStopped || waiting.length >= MAX_WAITING) {
        return Promise.reject(new Fault('UNAVAILABLE', 'Too many new operations at once; try again shortly.'));
      }
      const { promise, resolve, reject } = Promise.withResolvers<QueryPlan>();
      waiting.push({ question, resolve, reject });
      next();
      return promise;
    },
    async stop() {
      end(new Fault('UNAVAILABLE', 'This process ends; try again.'));
      worker.removeAllListeners();
      await worker.terminate();
    },
  };
}

function faultOf(answer: Extract<PlanAnswer, { isPlanned: false }>): Fault {
  const cause = new Error(answer.message);
  return answer.isOfPlanner
    ? new Fault('QUERY_TOO_COMPLEX', 'This operation cannot be planned; ask for less at once.', { cause })
    : new Fault('INTERNAL', 'The planner failed.', { cause });
}
