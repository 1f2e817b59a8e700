// Serves any supergraph with our federation engine, without tenants or login: for audits, benchmarks and trying out. Usage:
// npm run router -- --supergraph FILE [--port 4000] [--subgraph NAME=URL …] [--generous] [--deadline-ms 30000] [--log-level warn]
// --generous: limits for operations that are larger than the academy takes. --subgraph: another URL than the supergraph's.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DEFAULT_LIMITS, GENEROUS_LIMITS, startRouter } from '@academy/gateway/router';
import { describeThrown } from '@academy/kernel';
import { stopOnSignal } from '@academy/platform/lifecycle';
import { createLogger } from '@academy/platform/logger';
import { createTelemetry } from '@academy/platform/telemetry';

const USAGE =
  'Usage: npm run router -- --supergraph FILE [--port 4000] [--host 127.0.0.1] [--subgraph NAME=URL …] [--generous] [--deadline-ms 30000]';

try {
  const { values } = parseArgs({
    options: {
      supergraph: { type: 'string' },
      port: { type: 'string', default: '4000' },
      host: { type: 'string', default: '127.0.0.1' },
      subgraph: { type: 'string', multiple: true, default: [] },
      generous: { type: 'boolean', default: false },
      'deadline-ms': { type: 'string', default: '30000' },
      'log-level': { type: 'string', default: 'warn' },
    },
  });
  if (values.supergraph === undefined) throw new Error('Expected --supergraph FILE.');
  const logger = createLogger({ process: 'router', level: values['log-level'] });
  const router = await startRouter({
    supergraphSdl: await readFile(values.supergraph, 'utf8'),
    urls: Object.fromEntries(values.subgraph.map(namedUrl)),
    host: values.host,
    port: wholeNumber('--port', values.port),
    limits: values.generous ? GENEROUS_LIMITS : DEFAULT_LIMITS,
    requestDeadlineMs: wholeNumber('--deadline-ms', values['deadline-ms']),
    logger,
    telemetry: createTelemetry({ process: 'router', withRuntimeMetrics: true }),
  });
  console.log(`GraphQL at ${router.url}, open to everyone; Ctrl-C ends it`);
  stopOnSignal(process, [router], logger);
} catch (thrown) {
  console.error(`The router could not start: ${describeThrown(thrown)}\n${USAGE}`);
  process.exit(1);
}

function namedUrl(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1 || !URL.canParse(text.slice(at + 1))) throw new Error(`Expected --subgraph NAME=URL, got "${text}".`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`Expected ${option} to be a whole number, got "${text}".`);
  return value;
}
