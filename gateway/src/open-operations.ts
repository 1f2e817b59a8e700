import { type Clock, describeThrown } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { RedisDoor } from '@academy/platform/redis';
import { OperationTypeNode } from 'graphql';
import type { GatewayConfig } from './config.ts';
import { createAutomaticDocuments } from './documents/automatic-documents.ts';
import { NO_DOCUMENTS_FILE, openPersistedDocuments } from './documents/persisted-documents-file.ts';
import type { Federation } from './federation/federation.ts';
import { createOperationCheck, type LoadedSchema, type OperationCheck } from './operations.ts';

/** The documents that were registered beforehand, as long as a gateway runs. */
export type RegisteredDocuments = {
  /** Reads them again and prepares them. Never rejects. */
  reload(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * The check of a gateway's operations, with its registered documents read and prepared; they are prepared again whenever they or the schema
 * change. Rejects when they cannot be read.
 */
export async function openOperations(options: {
  config: Pick<GatewayConfig, 'limits' | 'isIntrospectionOn' | 'operations'>;
  redis: RedisDoor;
  clock: Clock;
  logger: Logger;
  federation: Federation;
  schema: () => LoadedSchema;
}): Promise<{ operations: OperationCheck; registered: RegisteredDocuments }> {
  const { config, redis, clock, logger, federation, schema } = options;
  const { persistedDocuments, schemaVariant } = config.operations;
  const file =
    persistedDocuments === undefined ? NO_DOCUMENTS_FILE : await openPersistedDocuments({ ...persistedDocuments, logger });
  const automatic = createAutomaticDocuments({ redis, clock, logger });
  const operations = createOperationCheck({
    limits: config.limits,
    isIntrospectionOn: config.isIntrospectionOn,
    isSchemaAskedAlone: schemaVariant !== 'full',
    schema,
    supergraphSdl: federation.supergraphSdl,
    documents: { persisted: file.current, hasPersisted: persistedDocuments !== undefined, automatic },
  });

  let preparing = Promise.resolve();
  let isStopped = false;
  /** One after the other, so that the last one sees what is so now. */
  function prepare(): Promise<void> {
    preparing = preparing.then(prepareAll).catch((thrown: unknown) => {
      logger.error(
        { err: describeThrown(thrown) },
        'registered documents could not be prepared; each will be when it is asked for',
      );
    });
    return preparing;
  }
  async function prepareAll(): Promise<void> {
    for await (const prepared of operations.prepareRegistered()) {
      if (isStopped) return;
      if (prepared.ok) {
        // A subscription is planned by its own planner, when it is opened.
        await federation.warm(prepared.value.operations.filter(({ kind }) => kind !== OperationTypeNode.SUBSCRIPTION));
        continue;
      }
      const { source, code, mistakes } = prepared.error;
      const reason = mistakes.map(({ message }) => message).join(' ');
      logger.warn({ document: source.slice(0, 100), code, reason }, 'a registered document is not valid, and will be refused');
    }
  }
  const forgetFile = file.onChange(() => void prepare());
  const forgetSchema = federation.onSchema(() => void prepare());
  await preparing;

  return {
    operations,
    registered: {
      async reload() {
        await file.reload();
        await preparing;
      },
      async stop() {
        isStopped = true;
        forgetFile();
        forgetSchema();
        file.stop();
        await preparing;
        await automatic.settled();
      },
    },
  };
}
