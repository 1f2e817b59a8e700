// Our gateway as production runs it, over the benchmark's supergraph. Usage: node ours.ts http|in-process|in-process-jit, with BENCH_ARENA in the
// environment; tells its port over IPC. Everything is on: tenants, tokens, signed calls, limits, one log line for each request.
import { readFileSync } from 'node:fs';
import { createGateway } from '@academy/gateway';
import { defaults } from '@academy/gateway/config';
import { systemClock } from '@academy/kernel';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { createTelemetry } from '@academy/platform/telemetry';
import { createHttpTransport, createInProcessTransport, type IslandTransport } from '@academy/platform/topology';
import type { Arena } from '../contenders.ts';
import { growthSubgraphs } from '../graph/growth.ts';
import { benchSubgraphs } from '../graph/subgraphs.ts';
import { ISSUER, RAISED_LIMITS, RAISED_RATE_LIMITS, TENANT_DIRECTORY } from './bench-tenant.ts';
import { localSubgraphs } from './local-subgraphs.ts';

const arena = JSON.parse(process.env['BENCH_ARENA'] ?? '') as Arena;
const signingKeys = [{ id: 'bench', secret: 'a secret of the benchmark, thirty-two or more' }];
const logger = createLogger({ process: 'gateway', level: 'info' });
const telemetry = createTelemetry({ process: 'gateway', withRuntimeMetrics: true });
const redis = openRedis({ url: arena.redisUrl, namespace: `bench-${process.pid}`, logger, name: 'gateway' });

const subgraphs =
  process.argv[2] === 'http'
    ? createHttpTransport({
        urls: Object.fromEntries(arena.subgraphNames.map((name) => [name, `${arena.subgraphsUrl}/${name}`])),
        path: '',
        signingKeys,
        clock: systemClock,
      })
    : createInProcessTransport(
        localSubgraphs(
          arena.graph === 'growth' ? growthSubgraphs() : benchSubgraphs(),
          process.argv[2] === 'in-process-jit' ? 'jit' : 'lean',
          logger,
        ),
      );
/** The tenants are those of the benchmark; everything else goes to its subgraphs. */
const transport: IslandTransport = {
  send: (subgraph, request, context) => subgraphs.send(subgraph, request, context),
  call: (island, request, context) =>
    island === 'users' ? Promise.resolve(TENANT_DIRECTORY) : subgraphs.call(island, request, context),
  close: () => subgraphs.close(),
};

const gateway = await createGateway({
  config: {
    ...defaults,
    identity: { kind: 'development', ...ISSUER, directory: arena.identityDirectory },
    limits: RAISED_LIMITS,
    rateLimits: { ...defaults.rateLimits, scale: RAISED_RATE_LIMITS },
    requestDeadlineMs: 20_000,
    isExplorerOn: false,
  },
  transport,
  supergraphSdl: readFileSync(arena.supergraphFile, 'utf8'),
  apiSdl: '',
  redis,
  signingKeys,
  logger,
  telemetry,
  clock: systemClock,
});
const { port } = await gateway.listen();
process.on('disconnect', () => process.exit(0));
process.send?.({ port });
