import { Fault } from '@academy/kernel';
import type { GraphQLSchema } from 'graphql';
import { RequestDatabase } from '../db/index.ts';
import { type IslandContext, type OperationPipeline, openApolloPipeline, openLeanPipeline } from '../graphql/index.ts';
import type { AbortNotice } from '../resilience/abort.ts';
import type { IslandRequest, IslandResponse } from '../topology/transport.ts';
import { closedVault } from '../vault/index.ts';
import { buildGuardedSchema } from './guarded-schema.ts';
import type { IslandDefinition, IslandResources, OperationContext, RunningIsland } from './island.ts';

/** One call may ask for this many entities: the gateway's cost limit lies at the same height. */
export const MAX_REPRESENTATIONS = 5_000;

/**
 * Transactions that are open for operations of which it is not known yet whether they may run: fewer than a pool has connections, so that a slow
 * memory of nonces does not keep everybody else from the database.
 */
const MAX_AHEAD = 4;

/**
 * The island answers operations afterwards, under its access table: through Apollo Server's pipeline when the definition has plugins for it,
 * through the lean one otherwise; `openPipeline` puts another in their place. Throws as `buildGuardedSchema` does.
 */
export async function openIsland<Loaders, Services>(
  definition: IslandDefinition<Loaders, Services>,
  resources: IslandResources,
  openPipeline?: (schema: GraphQLSchema) => OperationPipeline<IslandContext<Loaders>>,
): Promise<RunningIsland> {
  const { name, plugins = [] } = definition;
  const { database, clock, storage, telemetry, vault = closedVault() } = resources;
  const logger = resources.logger.child({ island: name });
  const schema = buildGuardedSchema(definition);
  const durations = telemetry.histogram('academy_island_operation_seconds', 'Duration of one operation in one island', [
    'island',
    'outcome',
  ]);
  const documents = telemetry.counter('academy_island_documents_total', 'Documents parsed and validated: not remembered', [
    'island',
  ]);
  const pipeline = await pipelineFor(schema);
  const endings = new Set<Promise<void>>();
  let ahead = 0;

  return {
    name,
    begin(request, call) {
      const db = openDatabaseOf(call);
      const { isQuery } = pipeline.prepare(request);
      const isAhead = isQuery && ahead < MAX_AHEAD && longestList(request) <= MAX_REPRESENTATIONS;
      if (isAhead) {
        ahead += 1;
        db.begin();
      }
      const leaveQueue = () => {
        if (isAhead) ahead -= 1;
      };
      return {
        execute() {
          leaveQueue();
          return run(request, call, db);
        },
        drop() {
          leaveQueue();
          finish(db);
        },
      };
    },
    execute: (request, call) => run(request, call, openDatabaseOf(call)),
    async isReady() {
      try {
        await database.pool`select 1`;
        return true;
      } catch {
        return false;
      }
    },
    async close() {
      await Promise.all(endings);
      await pipeline.stop();
    },
  };

  async function pipelineFor(guarded: GraphQLSchema): Promise<OperationPipeline<IslandContext<Loaders>>> {
    if (openPipeline !== undefined) return openPipeline(guarded);
    if (plugins.length > 0) return openApolloPipeline(guarded, { logger, plugins });
    return openLeanPipeline(guarded, { logger, onMiss: () => documents.inc({ island: name }) });
  }

  async function run(request: IslandRequest, call: OperationContext, db: RequestDatabase): Promise<IslandResponse> {
    const asked = longestList(request);
    if (asked > MAX_REPRESENTATIONS) {
      finish(db);
      throw new Fault('BAD_REQUEST', `A list of at most ${MAX_REPRESENTATIONS} was expected, got ${asked}.`);
    }
    if (call.signal.aborted) {
      finish(db);
      return late();
    }
    const stopTimer = durations.startTimer({ island: name });
    const answer = pipeline.run(request, contextOf(call, db)).finally(() => finish(db));
    const response = await beforeAbort(answer, call.signal);
    stopTimer({ outcome: response.errors === undefined ? 'ok' : 'errors' });
    return response;
  }

  function openDatabaseOf({ principal, signal }: OperationContext): RequestDatabase {
    return new RequestDatabase(database, principal.tenantId, signal);
  }

  function contextOf({ principal, requestId }: OperationContext, db: RequestDatabase): IslandContext<Loaders> {
    const { tenantId } = principal;
    return {
      principal,
      tenantId,
      db,
      loaders: definition.createLoaders({ db, principal, tenantId, vault }),
      clock,
      storage,
      vault,
      requestId,
      logger: logger.child({ requestId, tenantId }),
    };
  }

  /** The answer does not wait for the end of a transaction that only read. */
  function finish(db: RequestDatabase): void {
    const ending = db.close().finally(() => endings.delete(ending));
    endings.add(ending);
  }
}

/** The answer, or TIMEOUT once nobody waits for it any more; what is under way then ends by itself. */
async function beforeAbort(answer: Promise<IslandResponse>, signal: AbortNotice): Promise<IslandResponse> {
  const { promise: aborted, resolve } = Promise.withResolvers<IslandResponse>();
  const onAbort = () => resolve(late());
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([answer, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function late(): IslandResponse {
  const message = 'A part of the system took too long; try again shortly.';
  return { data: null, errors: [{ message, extensions: { code: 'TIMEOUT' } }] };
}

function longestList(request: IslandRequest): number {
  return Math.max(0, ...Object.values(request.variables ?? {}).map((value) => (Array.isArray(value) ? value.length : 0)));
}
