import type { Producer } from '@academy/contracts';
import { Fault, type ServicePrincipal } from '@academy/kernel';
import { startConsumer, startRelay } from '../events/index.ts';
import { newId } from '../ids/index.ts';
import { startJobs } from '../jobs/index.ts';
import { type Service, stopAll } from '../lifecycle/index.ts';
import type { IslandCalls } from '../topology/transport.ts';
import { closedVault } from '../vault/index.ts';
import type { GraphAccess, IslandDefinition, IslandResources, WorkerContext } from './island.ts';

/** A question to another island may take this long. */
const ASK_DEADLINE_MS = 5_000;

/**
 * The island's background work runs afterwards: the outbox relay, one consumer per island whose events it reacts to, and its jobs.
 * Stopping it finishes what is under way.
 */
export function startWorker<Loaders, Services>(
  definition: IslandDefinition<Loaders, Services>,
  resources: IslandResources,
  options: { transport: IslandCalls; consumerName: string },
): Service {
  const logger = resources.logger.child({ island: definition.name, role: 'worker' });
  const { database, relayDatabase, redis, telemetry, clock, signingKeys } = resources;
  const signingKey = signingKeys[0];
  if (signingKey === undefined) throw new Error('At least one signing key is needed to publish events.');
  const services = definition.openServices(resources);
  const context: WorkerContext<Services> = {
    services,
    database,
    storage: resources.storage,
    vault: resources.vault ?? closedVault(),
    clock,
    logger,
    telemetry,
    graph: createGraphAccess(options.transport, `${definition.name}-worker`, definition.scopes),
  };
  const producers = new Set<Producer>(definition.reactions.map((one) => one.contract.producer));
  const running: Service[] = [
    ...[...producers].map((producer) =>
      startConsumer({
        island: definition.name,
        producer,
        reactions: definition.reactions.filter((one) => one.contract.producer === producer),
        context,
        database,
        redis,
        signingKeys,
        consumerName: options.consumerName,
        logger,
        telemetry,
      }),
    ),
    startJobs({
      island: definition.name,
      handlers: definition.jobs,
      recurring: definition.recurring ?? [],
      context,
      database,
      relayDatabase,
      redis,
      concurrency: 8,
      clock,
      logger,
      telemetry,
    }),
    startRelay({
      producer: definition.name,
      database: relayDatabase,
      redis,
      signingKey,
      contracts: definition.emits,
      numbering: definition.numbering ?? [],
      logger,
      telemetry,
    }),
  ];
  return {
    async stop() {
      await stopAll(running);
      await services.close?.();
    },
  };
}

/** Asks islands as a process with these scopes. */
export function createGraphAccess(transport: IslandCalls, service: string, scopes: readonly string[]): GraphAccess {
  return {
    async ask<Data>(
      island: Parameters<GraphAccess['ask']>[0],
      tenantId: string,
      request: Parameters<GraphAccess['ask']>[2],
    ): Promise<Data> {
      const principal: ServicePrincipal = { kind: 'service', tenantId, service, scopes };
      const response = await transport.call(island, request, {
        principal,
        requestId: newId(),
        signal: AbortSignal.timeout(ASK_DEADLINE_MS),
      });
      const refusal = response.errors?.[0];
      if (refusal !== undefined) {
        const code = refusal.extensions?.['code'];
        throw new Fault(
          code === 'UNAVAILABLE' || code === 'TIMEOUT' ? code : 'INTERNAL',
          `${island} refused: ${refusal.message}`,
          { cause: refusal },
        );
      }
      return response.data as Data;
    },
  };
}
