import cluster from 'node:cluster';
import { stopOnSignal } from '@academy/platform/lifecycle';
import { createLogger } from '@academy/platform/logger';
import { createTelemetry, gatherWorkerMetrics } from '@academy/platform/telemetry';
import { readGatewayConfig } from './environment.ts';
import { runWorkers } from './worker-pool.ts';

process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

const config = readGatewayConfig(process.env);
const logger = createLogger({ process: 'gateway', level: config.logLevel });

if (config.workers > 1 && cluster.isPrimary) {
  gatherWorkerMetrics(cluster);
  const workers = runWorkers({ cluster, count: config.workers, onFailure: () => process.exit(1), logger });
  process.on('SIGHUP', () => {
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGHUP');
  });
  stopOnSignal(process, [workers], logger);
} else {
  const { worker } = cluster;
  const telemetry = createTelemetry({ process: 'gateway', withRuntimeMetrics: true, worker });
  // Not needed by the process that only starts others.
  const { serve } = await import('./serve.ts');
  const { services, reload } = await serve({
    config,
    logger: worker === undefined ? logger : logger.child({ worker: worker.id }),
    telemetry,
  });
  process.on('SIGHUP', () => void reload());
  stopOnSignal(process, services, logger);
}
