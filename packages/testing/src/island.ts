import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DomainEvent, EventContract } from '@academy/contracts';
import type { Principal } from '@academy/kernel';
import type { Database, Tx } from '@academy/platform/db';
import { handleEvent } from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { createFileStorage } from '@academy/platform/storage';
import {
  createGraphAccess,
  type IslandDefinition,
  type IslandResources,
  openIsland,
  type WorkerContext,
} from '@academy/platform/subgraph';
import { createTelemetry } from '@academy/platform/telemetry';
import type { IslandCalls, IslandRequest, IslandResponse } from '@academy/platform/topology';
import type { Vault } from '@academy/platform/vault';
import { inject } from 'vitest';
import { createTestClock, type TestClock } from './clock.ts';
import { openTestDatabase } from './databases.ts';
import { openTestVault } from './vault.ts';

/** A key for tests: signs nothing outside of them. */
export const TEST_SIGNING_KEY = { id: 'test', secret: 'a secret of thirty-two characters, for tests' };

export type GraphAnswer = {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly { message: string; code: unknown; path: unknown }[];
};

/** One island on a database of its own, with time standing still and nothing running in the background. */
export type TestIsland<Services> = {
  readonly database: Database;
  readonly clock: TestClock;
  readonly resources: IslandResources;
  readonly context: WorkerContext<Services>;
  readonly urls: { owner: string; app: string; relay: string };
  /** What the island answers to this principal, as the gateway would get it. */
  ask(principal: Principal, query: string, variables?: Record<string, unknown>): Promise<GraphAnswer>;
  /** An event of another island arrives: its reactions run, each once per event. Returns the event, to be delivered again. */
  deliver<Data>(
    contract: EventContract<Data>,
    event: { tenantId: string; subject: string; data: Data; id?: string; occurredAt?: Date },
  ): Promise<DomainEvent<Data>>;
  /** Hands out all work that is due now, until none is. Returns how often a handler ran. Throws what a handler throws. */
  runDueJobs(): Promise<number>;
  /** Events that the island emitted for a tenant, oldest first; of one contract when given. */
  emitted<Data>(tenantId: string, contract?: EventContract<Data>): Promise<DomainEvent<Data>[]>;
  inTenant<T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/**
 * Opens an island for tests. `seed` fills its template once per run. `graph` answers what the island's worker asks of other islands;
 * without it every such question fails the test.
 */
export async function openTestIsland<Loaders, Services>(
  definition: IslandDefinition<Loaders, Services>,
  options: {
    seed?: { name: string; fill: (database: Database, vault: Vault) => Promise<void> };
    graph?: (island: string, request: IslandRequest, principal: Principal) => Promise<IslandResponse>;
  } = {},
): Promise<TestIsland<Services>> {
  const runId = inject('runId');
  const base = await openTestDatabase({
    adminUrl: inject('adminDatabaseUrl'),
    runId,
    island: definition.name,
    migrations: definition.migrations,
    ...(options.seed === undefined ? {} : { seed: options.seed }),
  });
  const folder = await mkdtemp(join(tmpdir(), 'academy-test-'));
  const logger = createLogger({ process: `test-${definition.name}`, level: 'silent' });
  const clock = createTestClock();
  const redis = openRedis({ url: inject('redisUrl'), namespace: `test-${newId()}`, logger, name: 'test' });
  const resources: IslandResources = {
    database: base.database,
    relayDatabase: base.relayDatabase,
    redis,
    signingKeys: [TEST_SIGNING_KEY],
    storage: createFileStorage(folder),
    vault: openTestVault(),
    clock,
    logger,
    telemetry: createTelemetry({ process: 'test' }),
  };
  const island = await openIsland(definition, resources);
  const transport: IslandCalls = {
    async call(name, request, call) {
      if (options.graph === undefined)
        throw new Error(`The worker asked ${name}, which this test does not answer: ${request.query}`);
      return options.graph(name, request, call.principal);
    },
    async close() {},
  };
  const services = definition.openServices(resources);
  const context: WorkerContext<Services> = {
    services,
    database: base.database,
    storage: resources.storage,
    vault: resources.vault ?? openTestVault(),
    clock,
    logger,
    telemetry: resources.telemetry,
    graph: createGraphAccess(transport, `${definition.name}-worker`, definition.scopes),
  };
  async function close(): Promise<void> {
    await island.close();
    await services.close?.();
    await redis.close();
    await base.drop();
    await rm(folder, { recursive: true, force: true });
  }
  return {
    database: base.database,
    clock,
    resources,
    context,
    urls: { owner: base.owner, app: base.app, relay: base.relay },
    async ask(principal, query, variables = {}) {
      const response = await island.execute(
        { query, variables },
        { principal, requestId: 'test', signal: AbortSignal.timeout(10_000) },
      );
      return {
        data: response.data ?? null,
        errors: (response.errors ?? []).map((error) => ({
          message: error.message,
          code: error.extensions?.['code'],
          path: error.path,
        })),
      };
    },
    async deliver(contract, event) {
      const whole = {
        id: event.id ?? newId(),
        type: contract.type,
        tenantId: event.tenantId,
        subject: event.subject,
        occurredAt: (event.occurredAt ?? clock.now()).toISOString(),
        data: event.data,
      };
      await handleEvent(base.database, definition.reactions, whole, context);
      return whole;
    },
    async runDueJobs() {
      for (let ran = 0; ; ran += 1) {
        const [row] = await base.relayDatabase.pool<
          { tenant_id: string; job: string; key: string; payload: unknown; handouts: number }[]
        >`
          update due_work set handouts = handouts + 1
          where (tenant_id, job, key) in (select tenant_id, job, key from due_work where due_at <= ${clock.now().toISOString()} order by due_at limit 1)
          returning tenant_id, job, key, payload, handouts`;
        if (row === undefined) return ran;
        if (ran > 1_000) throw new Error(`The job ${row.job} (${row.key}) is due again and again.`);
        const handler = definition.jobs.find((one) => one.contract.name === row.job);
        if (handler === undefined) throw new Error(`No handler for the job ${row.job}.`);
        const payload = handler.contract.payload.parse(row.payload);
        await handler.run(
          { tenantId: row.tenant_id, key: row.key, payload, handout: row.handouts, signal: AbortSignal.timeout(20_000) },
          context,
        );
      }
    },
    async emitted<Data>(tenantId: string, contract?: EventContract<Data>) {
      const rows = await base.relayDatabase.pool<
        { id: string; type: string; tenant_id: string; subject: string; data: Data; occurred_at: string }[]
      >`
        select id, type, tenant_id, subject, data, occurred_at from outbox where tenant_id = ${tenantId} order by position`;
      return rows
        .filter((row) => contract === undefined || row.type === contract.type)
        .map((row) => ({
          id: row.id,
          type: row.type,
          tenantId: row.tenant_id,
          subject: row.subject,
          data: row.data,
          occurredAt: new Date(row.occurred_at).toISOString(),
        }));
    },
    inTenant: (tenantId, work) => base.database.inTenant(tenantId, 'write', work),
    close,
    [Symbol.asyncDispose]: close,
  };
}
