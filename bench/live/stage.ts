import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { IslandName } from '@academy/platform/topology';
import { OTHER_CORE } from '../gateway/enter.ts';
import { type Spawned, start } from '../gateway/processes/spawned.ts';
import { type RunningGateway, startGateway } from './our-gateway.ts';
import { openIssuer } from './population.ts';
import { profiled } from './profile.ts';

/** What the options of a run come to. */
export type Settings = {
  readonly watchers: number;
  /** Of one stretch of steady deliveries. */
  readonly stretchMs: number;
  /** Deliveries a second that are asked for. */
  readonly deliveriesPerSecond: number;
  readonly redisUrl: string;
  readonly adminDatabaseUrl: string;
  /** Folder of CPU profiles; undefined: nothing is profiled. */
  readonly profileFolder: string | undefined;
};

/** What every part needs around it: watching clients, tokens, a folder, gateways. */
export type Stage = {
  readonly settings: Settings;
  readonly workDir: string;
  readonly driver: Spawned;
  readonly identityDirectory: string;
  tokensOf(tenantId: string, people: number): Promise<string[]>;
  startGateway(of: {
    name: string;
    islandUrls: Readonly<Record<IslandName, string>>;
    namespace: string;
  }): Promise<RunningGateway>;
  /** Starts a program of `bench/live/processes` beside the gateway's core; `core` says otherwise. */
  startProcess(file: string, env: Readonly<Record<string, string>>, core?: number): Promise<Spawned>;
  /** The work, with the gateway's CPU profile in a file of this name if profiles are asked for. */
  profiled<Answer>(gateway: RunningGateway, name: string, work: () => Promise<Answer>): Promise<Answer>;
  close(): Promise<void>;
};

/** Opens the stage; `close` removes it. */
export async function openStage(settings: Settings): Promise<Stage> {
  const workDir = await mkdtemp(join(tmpdir(), 'live-bench-'));
  const identityDirectory = join(workDir, 'identity');
  const issuer = await openIssuer(identityDirectory);
  const keys = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(issuer.jwks));
  });
  await new Promise<void>((listening) => keys.listen(0, '127.0.0.1', listening));
  const address = keys.address();
  const jwksUrl = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/jwks`;
  const startProcess = (file: string, env: Readonly<Record<string, string>>, core = OTHER_CORE) =>
    start({
      args: [resolve(import.meta.dirname, 'processes', file)],
      core,
      env,
      logFile: join(workDir, `${file}-${crypto.randomUUID()}.log`),
      tells: true,
    });
  const driver = await startProcess('watchers.ts', {});
  return {
    settings,
    workDir,
    driver,
    identityDirectory,
    tokensOf: issuer.tokensOf,
    startProcess,
    startGateway: ({ name, islandUrls, namespace }) =>
      startGateway({
        islandUrls,
        namespace,
        jwksUrl,
        redisUrl: settings.redisUrl,
        logFile: join(workDir, `${name}.log`),
        isInspected: settings.profileFolder !== undefined,
      }),
    profiled: ({ inspectorPort }, name, work) =>
      inspectorPort === undefined || settings.profileFolder === undefined
        ? work()
        : profiled(inspectorPort, join(settings.profileFolder, `${name}.cpuprofile`), work),
    async close() {
      await driver.stop();
      keys.close();
      await rm(workDir, { recursive: true, force: true });
    },
  };
}
