import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '@academy/kernel';
import { stopOnSignal } from '@academy/platform/lifecycle';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { createTelemetry } from '@academy/platform/telemetry';
import { createHttpTransport } from '@academy/platform/topology';
import { readGatewayConfig } from './config.ts';
import { createGateway } from './gateway.ts';
import { openLive } from './live/open-live.ts';

process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

const config = readGatewayConfig(process.env);
const logger = createLogger({ process: 'gateway', level: config.logLevel });
const telemetry = createTelemetry({ process: 'gateway', withRuntimeMetrics: true });
const redis = openRedis({ ...config.redis, logger, name: 'gateway' });
const transport = createHttpTransport({ urls: config.islandUrls, signingKeys: config.signingKeys, clock: systemClock });
const gateway = await createGateway({
  config: config.gateway,
  transport,
  supergraphSdl: await readFile(join(config.schemaDirectory, 'supergraph.graphql'), 'utf8'),
  apiSdl: await readFile(join(config.schemaDirectory, 'api.graphql'), 'utf8'),
  redis,
  signingKeys: config.signingKeys,
  logger,
  telemetry,
  clock: systemClock,
  openLive,
});
await gateway.listen();
stopOnSignal(process, [{ stop: gateway.close }, { stop: transport.close }, { stop: redis.close }], logger);
