import { readFile } from 'node:fs/promises';
import { DEFAULT_LIMITS, type Router, startRouter as startAnyRouter } from '@academy/gateway/router';
import { createLogger } from '@academy/platform/logger';
import { createTelemetry } from '@academy/platform/telemetry';

/** Our gateway answers for this supergraph afterwards, on a free port. */
export async function startRouter(supergraphFile: string): Promise<Router> {
  return startAnyRouter({
    supergraphSdl: await readFile(supergraphFile, 'utf8'),
    urls: {},
    host: '127.0.0.1',
    port: 0,
    limits: DEFAULT_LIMITS,
    requestDeadlineMs: 10_000,
    logger: createLogger({ process: 'router', level: 'warn' }),
    telemetry: createTelemetry({ process: 'router' }),
  });
}
