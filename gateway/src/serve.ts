import { systemClock } from '@academy/kernel';
import type { Service } from '@academy/platform/lifecycle';
import type { Logger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import type { Telemetry } from '@academy/platform/telemetry';
import { openTlsIdentity } from '@academy/platform/tls';
import { createHttpTransport } from '@academy/platform/topology';
import type { GatewayProcessConfig } from './environment.ts';
import { createGateway } from './gateway.ts';
import { openLive } from './live/open-live.ts';
import { readSchemaFiles, watchSchemaFiles } from './schema-files.ts';

/** A gateway that listens. */
export type Served = {
  /** What to stop, in this order, when it is to end. */
  readonly services: readonly Service[];
  /** Reads again what may change under a running gateway. Never rejects. */
  reload(): Promise<void>;
};

/** Opens a gateway before islands over HTTP, and listens. */
export async function serve(options: { config: GatewayProcessConfig; logger: Logger; telemetry: Telemetry }): Promise<Served> {
  const { config, logger, telemetry } = options;
  const { signingKeys } = config;
  const redis = openRedis({ ...config.redis, logger, name: 'gateway' });
  const identity = config.tls === undefined ? undefined : await openTlsIdentity({ files: config.tls, logger });
  const transport = createHttpTransport({ identity, urls: config.islandUrls, signingKeys, clock: systemClock });
  const schema = await readSchemaFiles(config.schemaDirectory);
  const gateway = await createGateway({
    config: config.gateway,
    transport,
    ...schema,
    redis,
    signingKeys,
    logger,
    telemetry,
    clock: systemClock,
    openLive,
  });
  await gateway.listen();
  const watch = watchSchemaFiles({
    directory: config.schemaDirectory,
    lookEveryMs: config.schemaLookMs,
    current: schema,
    onChange: gateway.reload,
    logger,
  });
  const services = [
    watch,
    { stop: gateway.close },
    { stop: transport.close },
    { stop: redis.close },
    ...(identity === undefined ? [] : [identity]),
  ];
  return { services, reload: gateway.reloadDocuments };
}
