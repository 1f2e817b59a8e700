// The gateway as it is deployed, but for one more subgraph: ANNEX_URL. Started by journeys alone, in place of gateway/src/main.ts.
import { readGatewayConfig } from '@academy/gateway/environment';
import { serve } from '@academy/gateway/serve';
import { stopOnSignal } from '@academy/platform/lifecycle';
import { createLogger } from '@academy/platform/logger';
import { createTelemetry } from '@academy/platform/telemetry';

const { ANNEX_URL, ...environment } = process.env;
if (ANNEX_URL === undefined) throw new Error('Expected ANNEX_URL, where the annex listens.');
const config = readGatewayConfig(environment);
const logger = createLogger({ process: 'gateway', level: config.logLevel });
const islandUrls = { ...config.islandUrls, annex: ANNEX_URL };
const telemetry = createTelemetry({ process: 'gateway', withRuntimeMetrics: true });
const { services } = await serve({ config: { ...config, islandUrls }, logger, telemetry });
stopOnSignal(process, services, logger);
