import type { EventContract } from '@academy/contracts';
import type { Clock, Principal } from '@academy/kernel';
import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import type { AccessTable, SigningKey } from '../access/index.ts';
import type { Database, RequestDatabase } from '../db/index.ts';
import type { Numbering, Reaction } from '../events/index.ts';
import type { IslandContext } from '../graphql/index.ts';
import type { JobHandler, RecurringJob } from '../jobs/index.ts';
import type { Logger } from '../logger/index.ts';
import type { RedisDoor } from '../redis/index.ts';
import type { AbortNotice } from '../resilience/abort.ts';
import type { StoredObjects } from '../storage/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import type { IslandName, IslandRequest, IslandResponse } from '../topology/transport.ts';
import type { Vault } from '../vault/index.ts';

/** An island as one value: all that main, worker, the embedded process and tests need to know of it. */
export type IslandDefinition<Loaders, Services> = {
  readonly name: IslandName;
  readonly typeDefs: DocumentNode;
  /** By type and field, as the code generator types them. */
  readonly resolvers: Readonly<Record<string, unknown>>;
  readonly access: AccessTable;
  /** Folder of the island's SQL migrations. */
  readonly migrations: string;
  /** Hooks into Apollo Server's pipeline. An island that has any serves all its operations through it, at about twice the CPU of the lean one. */
  readonly plugins?: readonly ApolloServerPlugin<IslandContext<Loaders>>[];
  /** One set per operation: batches and caches reads, and never outlives the operation. */
  createLoaders(access: { db: RequestDatabase; principal: Principal; tenantId: string; vault: Vault }): Loaders;
  /** Every event that the island emits. */
  readonly emits: readonly EventContract<unknown>[];
  /** Those of them that bear a number of their tenant's log. */
  readonly numbering?: readonly Numbering[];
  /** What its worker reacts to, and the jobs that it runs. */
  readonly reactions: readonly Reaction<WorkerContext<Services>>[];
  readonly jobs: readonly JobHandler<WorkerContext<Services>>[];
  /** Those of them that come back every day. */
  readonly recurring?: readonly RecurringJob[];
  /** What its worker may ask of other islands. */
  readonly scopes: readonly string[];
  /** Whether it seals personal data or secrets: its processes do not start without a key-encryption key. */
  readonly isSealing?: boolean;
  /** What only this island's worker has, e.g. its authority. Opened when the worker starts, closed after it stopped. */
  openServices(resources: IslandResources): Services & { close?(): Promise<void> };
};

/** What a process gives to an island. */
export type IslandResources = {
  /** Connected as the runtime role. */
  readonly database: Database;
  /** Connected as the relay role; only the worker uses it. */
  readonly relayDatabase: Database;
  readonly redis: RedisDoor;
  /** Newest first. */
  readonly signingKeys: readonly SigningKey[];
  readonly storage: StoredObjects;
  /** Undefined where no key-encryption key is: whatever is asked of the vault then throws. */
  readonly vault?: Vault | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
};

/** What reactions and jobs get. */
export type WorkerContext<Services> = {
  readonly services: Services;
  readonly database: Database;
  readonly storage: StoredObjects;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
  readonly graph: GraphAccess;
};

/** Asks another island a question as this process, under the scopes that the island declares. */
export type GraphAccess = {
  /** Answers `data`; rejects with a Fault when there is any error in the response. Deadline 5 s. */
  ask<Data>(island: IslandName, tenantId: string, request: IslandRequest): Promise<Data>;
};

/** Who asks, under which request, and for how long. */
export type OperationContext = { readonly principal: Principal; readonly requestId: string; readonly signal: AbortNotice };

/**
 * An operation whose document was parsed and validated, and, when it only reads, whose transaction was opened: nothing was read or done for it. One of the two
 * must be called, once.
 */
export type BegunOperation = {
  /** As `RunningIsland.execute`. */
  execute(): Promise<IslandResponse>;
  /** It is not to be executed. */
  drop(): void;
};

/** An island that runs in this process. */
export type RunningIsland = {
  readonly name: IslandName;
  /** Begins an operation ahead of its execution, as `BegunOperation` says; never throws for what is wrong with it. */
  begin(request: IslandRequest, context: OperationContext): BegunOperation;
  /** Answers TIMEOUT when `signal` aborts first; no further read is begun then. Rejects with Fault BAD_REQUEST for too many representations. */
  execute(request: IslandRequest, context: OperationContext): Promise<IslandResponse>;
  isReady(): Promise<boolean>;
  close(): Promise<void>;
};
