import type { Principal } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { Telemetry } from '@academy/platform/telemetry';
import { prettyFormatQueryPlan } from '@apollo/query-planner';
import { getOperationAST, parse, validate } from 'graphql';
import type { LookAhead } from '../cache/cache-use.ts';
import type { CacheMode, CacheNote } from '../cache/cache-words.ts';
import { type ClientError, maskErrors } from '../errors.ts';
import type { CheckedOperation, LoadedSchema } from '../operations.ts';
import { type Engine, type EngineOperation, openEngine } from './engine.ts';
import type { Executed } from './execution/compiled-operation.ts';
import type { LaterPart } from './execution/deferral.ts';
import { Unsupported } from './execution/unsupported.ts';
import { IslandDataSource } from './island-data-source.ts';
import type { OpenPlanner } from './planning/planner.ts';
import { startStockExecutor } from './stock-executor.ts';
import type { CallSubgraph, ExecutionContext, FetchOperation, FetchResult, SubgraphFetch } from './subgraph-fetch.ts';

/** What a client gets of an operation that was executed. */
export type Outcome = {
  /** JSON text of `data`: an object, or `null`; undefined when execution did not begin. */
  readonly dataJson?: string;
  readonly errors?: readonly ClientError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** What was deferred, as it comes; undefined when this is all. */
  readonly later?: AsyncGenerator<readonly LaterAnswer[], void, void>;
  /** What caches on the way may be told; without it that they must not keep the answer. */
  readonly cache?: CacheNote;
};

/** The fields of one deferred fragment for one object. */
export type LaterAnswer = Pick<LaterPart, 'label' | 'path' | 'dataJson'> & { readonly errors: readonly ClientError[] };

/** The JSON text of the answer to a client. */
export function outcomeJson({ dataJson, errors, extensions }: Outcome): string {
  const members: string[] = [];
  if (errors !== undefined) members.push(`"errors":${JSON.stringify(errors)}`);
  if (dataJson !== undefined) members.push(`"data":${dataJson}`);
  if (extensions !== undefined) members.push(`"extensions":${JSON.stringify(extensions)}`);
  return `{${members.join(',')}}`;
}

/** Answers what the plan of a subscription asks of its island for one event; `call` asks islands. */
export type AnswerRoot = (fetch: SubgraphFetch, call: CallSubgraph) => Promise<FetchResult>;

/** An operation that is compiled before anybody asks for it. */
export type KnownOperation = { readonly source: string; readonly operationName?: string | undefined };

/** The supergraph, loaded: plans and executes operations that the guard let through. */
export type Federation = {
  /** The schema that clients see, and what tells it from the one before it. */
  schema(): LoadedSchema;
  /** The supergraph that it was made of: what a planner of one's own plans against. */
  supergraphSdl(): string;
  /** Calls back at once and after each change of the schema, until the returned function is called. */
  onSchema(listener: (loaded: LoadedSchema, supergraphSdl: string) => void): () => void;
  /**
   * Executes a query or a mutation. Never rejects for what a subgraph does: what is missing is told by coded errors. Rejects with a Fault
   * when the operation cannot be planned. With `takesParts`, what the client defers comes later; else at once.
   */
  execute(operation: CheckedOperation, context: ExecutionContext, takesParts?: boolean): Promise<Outcome>;
  /** Where answers are kept: begins to look for this operation's, as `ResponseCache` says. */
  lookAhead?(operation: CheckedOperation, principal: Principal, mode: CacheMode): LookAhead | undefined;
  /**
   * Shapes one event by the selection of a subscription. `answerRoot` answers what the plan asks of the island that the subscription is
   * of; everything else is asked of the islands, never answered by a call that began before. Rejects as `execute` and `answerRoot` do.
   */
  executeEvent(operation: CheckedOperation, context: ExecutionContext, answerRoot: AnswerRoot): Promise<Outcome>;
  /** Plans and compiles an operation, so that its first execution does not wait for it. Rejects when it cannot be executed. */
  prepare(operation: CheckedOperation): Promise<void>;
  /** The plan of an operation, for people. */
  planText(operation: CheckedOperation): Promise<string>;
  /** Compiles operations; what is not valid under the schema is logged and left out. Resolves with how many were compiled. */
  warm(operations: Iterable<KnownOperation>): Promise<number>;
  /**
   * Takes another supergraph: operations that were used lately are compiled for it first, then it answers new requests, and the old one
   * finishes those that it has. Rejects, and changes nothing, when the SDL does not fit.
   */
  reload(supergraphSdl: string): Promise<void>;
  stop(): Promise<void>;
};

export type FederationOptions = {
  readonly supergraphSdl: string;
  readonly call: CallSubgraph;
  /** Which fetches do not share a call with others of the same plan; default: they may. */
  readonly staysAlone?: (operation: FetchOperation) => boolean;
  /** As `call`, for what is asked about events: never answered by a call that began before. */
  readonly callAfresh: CallSubgraph;
  /** Labels of `@override` that are on, and what decides about shares of requests. */
  readonly overrides?: { readonly active: readonly string[]; random(): number };
  /** Where plans come from; default: a thread of each supergraph's own. */
  readonly openPlanner?: OpenPlanner;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
};

/** Operations that are compiled for a new supergraph before it is used; the least recently used goes first. */
const MAX_RECENT = 200;
/** An old supergraph's operations have a deadline of 5 s. */
const OLD_ENGINE_MS = 10_000;

/** Loads a supergraph. Rejects when it does not fit the gateway. */
export async function loadFederation(options: FederationOptions): Promise<Federation> {
  const { call, callAfresh, logger, telemetry } = options;
  const executions = telemetry.counter('academy_gateway_executions_total', 'Operations by executor.', ['executor']);
  const { overrides, staysAlone, openPlanner } = options;
  const how = {
    ...(overrides === undefined ? {} : { overrides }),
    ...(staysAlone === undefined ? {} : { staysAlone }),
    ...(openPlanner === undefined ? {} : { openPlanner }),
  };
  const open = (supergraphSdl: string) => openEngine({ supergraphSdl, call, logger, ...how });
  const sourceOf = (subgraph: string) => new IslandDataSource(subgraph, call);
  const stock = await startStockExecutor({ supergraphSdl: options.supergraphSdl, sourceOf, logger });
  let engine = open(options.supergraphSdl);
  await engine.ready;
  const retiring = new Set<NodeJS.Timeout>();
  const recent = new Map<string, KnownOperation>();
  const listeners = new Set<(loaded: LoadedSchema, supergraphSdl: string) => void>();
  const tell = (listener: (loaded: LoadedSchema, supergraphSdl: string) => void) =>
    listener({ schema: engine.schema, id: engine.id }, engine.supergraphSdl);

  function remember({ source, operationName }: CheckedOperation): void {
    const key = `${operationName ?? ''} ${source}`;
    recent.delete(key);
    recent.set(key, { source, operationName });
    const [oldest] = recent.keys();
    if (recent.size > MAX_RECENT && oldest !== undefined) recent.delete(oldest);
  }
  async function executeNow(operation: CheckedOperation, context: ExecutionContext, takesParts: boolean): Promise<Executed> {
    try {
      const executed = await engine.execute(operation, context, takesParts);
      executions.inc({ executor: 'compiled' });
      return executed;
    } catch (thrown) {
      if (!(thrown instanceof Unsupported)) throw thrown;
      executions.inc({ executor: 'stock' });
      return stock.execute(operation, context);
    }
  }
  function retire(old: Engine): void {
    const timer = setTimeout(() => {
      retiring.delete(timer);
      void old.stop();
    }, OLD_ENGINE_MS);
    timer.unref();
    retiring.add(timer);
  }

  return {
    schema: () => ({ schema: engine.schema, id: engine.id }),
    supergraphSdl: () => engine.supergraphSdl,
    onSchema(listener) {
      listeners.add(listener);
      tell(listener);
      return () => listeners.delete(listener);
    },
    async execute(operation, context, takesParts = false) {
      remember(operation);
      const { dataJson, errors, later } = await executeNow(operation, context, takesParts);
      return {
        dataJson,
        ...(errors.length === 0 ? {} : { errors: maskErrors(errors, context.requestId, logger) }),
        ...(later === undefined ? {} : { later: maskLater(later, context.requestId, logger) }),
      };
    },
    async executeEvent(operation, context, answerRoot) {
      remember(operation);
      const { dataJson, errors } = await engine.executeEvent(operation, context, (fetch, of) =>
        fetch.operation.kind === 'subscription' ? answerRoot(fetch, callAfresh) : callAfresh(fetch, of),
      );
      executions.inc({ executor: 'compiled' });
      return { dataJson, ...(errors.length === 0 ? {} : { errors: maskErrors(errors, context.requestId, logger) }) };
    },
    prepare: (operation) => engine.prepare(operation),
    planText: async (operation) => prettyFormatQueryPlan(await engine.plan(operation)),
    warm: (operations) => warmEngine(engine, operations, logger),
    async reload(supergraphSdl) {
      const next = open(supergraphSdl);
      try {
        await next.ready;
        stock.update(supergraphSdl);
        await warmEngine(next, recent.values(), logger);
      } catch (thrown) {
        await next.stop();
        throw thrown;
      }
      retire(engine);
      engine = next;
      logger.info({ schema: engine.id }, 'another supergraph was loaded');
      for (const listener of listeners) tell(listener);
    },
    async stop() {
      for (const timer of retiring) clearTimeout(timer);
      await Promise.all([engine.stop(), stock.stop()]);
    },
  };
}

async function* maskLater(
  later: AsyncGenerator<readonly LaterPart[], void, void>,
  requestId: string,
  logger: Logger,
): AsyncGenerator<readonly LaterAnswer[], void, void> {
  for await (const parts of later) {
    yield parts.map(({ errors, ...part }) => ({ ...part, errors: maskErrors(errors, requestId, logger) }));
  }
}

async function warmEngine(engine: Engine, operations: Iterable<KnownOperation>, logger: Logger): Promise<number> {
  let warmed = 0;
  for (const known of operations) {
    try {
      const operation = readOperation(engine, known);
      await engine.prepare(operation);
      warmed += 1;
    } catch (thrown) {
      logger.warn({ err: thrown, operationName: known.operationName }, 'a known operation could not be compiled');
    }
  }
  return warmed;
}

function readOperation({ schema }: Engine, { source, operationName }: KnownOperation): EngineOperation {
  const document = parse(source);
  const [mistake] = validate(schema, document, undefined, { maxErrors: 1 });
  const operation = getOperationAST(document, operationName);
  if (mistake !== undefined) throw mistake;
  if (operation === null || operation === undefined) throw new Error(`There is no operation ${operationName ?? ''}.`);
  return { source, document, operation, operationName: operation.name?.value, variables: {} };
}
