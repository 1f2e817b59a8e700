import type { OpenArena } from '../arena.ts';
import { TENANT_HEADER } from '../contenders.ts';
import type { Running } from '../enter.ts';
import type { LoadJob, LoadResult } from '../processes/load.ts';
import type { SubgraphStats } from '../processes/subgraphs.ts';
import { usageOf } from './usage.ts';

/** What one contender did in one stretch of load. */
export type Figures = LoadResult & {
  readonly rps: number;
  readonly cpuMsPerRequest: number;
  /** Of one core. */
  readonly cpuPercent: number;
  readonly rssMb: number;
  readonly callsPerRequest: number;
  /** Of the core that load and subgraphs share: near 100 means that they, not the gateway, were the limit. */
  readonly otherCpuPercent: number;
};

/** What is sent, how, and for how long. */
export type Load = Omit<LoadJob, 'port' | 'path' | 'headers'>;

/** Load on one contender; the rest of the arena is idle meanwhile. */
export async function measure(open: OpenArena, running: Running, load: Load): Promise<Figures> {
  const { driver, subgraphs } = open;
  const job: LoadJob = { ...load, port: running.port, path: running.contender.path, headers: TENANT_HEADER };
  const statsOf = () => subgraphs.ask<SubgraphStats>('stats', 10_000);
  const othersOf = () => usageOf(driver.pid).cpuSeconds + usageOf(subgraphs.pid).cpuSeconds;
  const [calls, used, others] = [await statsOf(), usageOf(running.process.pid), othersOf()];
  const result = await driver.ask<LoadResult>(job, load.ms + 30_000);
  const [callsAfter, usedAfter, othersAfter] = [await statsOf(), usageOf(running.process.pid), othersOf()];
  const cpuSeconds = usedAfter.cpuSeconds - used.cpuSeconds;
  return {
    ...result,
    rps: result.requests / result.seconds,
    cpuMsPerRequest: (cpuSeconds * 1_000) / result.requests,
    cpuPercent: (cpuSeconds / result.seconds) * 100,
    rssMb: usedAfter.rssMb,
    callsPerRequest: (callsAfter.calls - calls.calls) / result.requests,
    otherCpuPercent: ((othersAfter - others) / result.seconds) * 100,
  };
}
