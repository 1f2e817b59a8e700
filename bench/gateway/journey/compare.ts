import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { GATEWAY_CORE, OTHER_CORE } from '../enter.ts';
import { median, short, table } from '../measure/figures.ts';
import { usageOf } from '../measure/usage.ts';
import type { LoadJob, LoadResult } from '../processes/load.ts';
import { type Spawned, start } from '../processes/spawned.ts';
import type { JourneyOperation, JourneyPlace } from './academy.ts';

type Side = 'ours' | 'apollo';
type Measured = { readonly p50Ms: number; readonly p99Ms: number; readonly cpuMs: number };

const SIDES: readonly Side[] = ['ours', 'apollo'];
const WARM_MS = 1_500;

/**
 * Prints, for each operation of a learner's journey, our gateway against the stock one over the same islands in the same process, one request
 * at a time: whatever one request could share with another is out of play. Most of the time is the islands' and PostgreSQL's.
 */
export async function compareJourney(options: { rounds: number; ms: number }): Promise<void> {
  const workDir = await mkdtemp(join(tmpdir(), 'gateway-bench-journey-'));
  const own = (file: string) => resolve(import.meta.dirname, file);
  const academy = await start({
    args: [own('academy.ts')],
    core: GATEWAY_CORE,
    logFile: join(workDir, 'academy.log'),
    tells: true,
  });
  const driver = await start({
    args: [own('../processes/load.ts')],
    core: OTHER_CORE,
    logFile: join(workDir, 'load.log'),
    tells: true,
  });
  try {
    const place = academy.told as JourneyPlace;
    const rows: string[][] = [];
    for (const operation of place.operations) rows.push(await compareOne(place, operation, academy, driver, options));
    const head = ['', 'p50 ms: ours', 'apollo', 'ratio', 'p99 ms: ours', 'apollo', 'CPU ms: ours', 'apollo', 'ratio'];
    console.log(table(head, rows));
  } finally {
    await driver.stop();
    if (academy.exitReason() === undefined) await academy.ask('stop', 30_000);
    await academy.stop();
    await rm(workDir, { recursive: true, force: true });
  }
}

async function compareOne(
  place: JourneyPlace,
  operation: JourneyOperation,
  academy: Spawned,
  driver: Spawned,
  { rounds, ms }: { rounds: number; ms: number },
): Promise<string[]> {
  const answers = await Promise.all(SIDES.map((side) => ask(place, side, operation)));
  if (!isDeepStrictEqual(answers[0], answers[1])) return [`${operation.name}: THE ANSWERS DIFFER`];
  const taken: Record<Side, Measured[]> = { ours: [], apollo: [] };
  for (let round = -1; round < rounds; round += 1) {
    for (const side of SIDES) {
      const measured = await measureOne(jobOf(place, side, operation, round < 0 ? WARM_MS : ms), academy, driver);
      if (round >= 0) taken[side].push(measured);
    }
  }
  const middle = (side: Side, figure: keyof Measured) => median(taken[side].map((one) => one[figure]));
  const ratio = (figure: keyof Measured) => `×${short(middle('apollo', figure) / middle('ours', figure))}`;
  const both = (figure: keyof Measured) => [short(middle('ours', figure)), short(middle('apollo', figure))];
  return [operation.name, ...both('p50Ms'), ratio('p50Ms'), ...both('p99Ms'), ...both('cpuMs'), ratio('cpuMs')];
}

async function measureOne(job: LoadJob, academy: Spawned, driver: Spawned): Promise<Measured> {
  const before = usageOf(academy.pid).cpuSeconds;
  const result = await driver.ask<LoadResult>(job, job.ms + 30_000);
  if (result.refused + result.broken > 0) throw new Error(`${result.refused} requests were refused, ${result.broken} broke.`);
  const cpuMs = ((usageOf(academy.pid).cpuSeconds - before) * 1_000) / result.requests;
  return { p50Ms: result.p50Ms, p99Ms: result.p99Ms, cpuMs };
}

function jobOf(place: JourneyPlace, side: Side, { body, token }: JourneyOperation, ms: number): LoadJob {
  return {
    ...addressOf(place, side),
    headers: { 'x-tenant-id': place.tenant },
    bodies: [body],
    tokens: [token],
    connections: 1,
    ms,
    from: 0,
  };
}

function addressOf(place: JourneyPlace, side: Side): { port: number; path: string } {
  return side === 'ours' ? { port: place.port, path: '/graphql' } : { port: place.stockPort, path: '/' };
}

async function ask(place: JourneyPlace, side: Side, { name, body, token }: JourneyOperation): Promise<unknown> {
  const { port, path } = addressOf(place, side);
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-tenant-id': place.tenant,
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    },
    body,
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (errors !== undefined) throw new Error(`${side} answered "${name}" with errors: ${text.slice(0, 500)}`);
  return data;
}
