import { setTimeout as pause } from 'node:timers/promises';
import { median } from '../../gateway/measure/figures.ts';
import { usageOf } from '../../gateway/measure/usage.ts';
import type { Spawned } from '../../gateway/processes/spawned.ts';
import type { Report } from '../driver/tally.ts';
import { measured, watchMemory, whole } from '../figures.ts';
import { WATCHERS_PER_CERTIFICATION } from '../population.ts';
import type { DriverJob, Opened, OpenJob, Settled } from '../processes/watchers.ts';
import type { Audience, Committed, WorldJob } from '../processes/world.ts';
import type { Stage } from '../stage.ts';

/** A server under measurement: ours or the peer, on the same events, documents and clients. */
export type Contender = {
  readonly pid: number;
  readonly ports: readonly number[];
  readonly path: string;
  readonly audience: Audience;
  /** Whether a watch begins with an answer. The peer tells nothing until something happens. */
  readonly beginsWithAnswer: boolean;
  profiled<Answer>(name: string, work: () => Promise<Answer>): Promise<Answer>;
};

/** Who watches what, and how. */
export type People = Pick<OpenJob, 'tokens' | 'watches' | 'documents'>;

/** What a crowd of watchers saw; a part that was left out is undefined. */
export type CrowdFigures = {
  readonly opened: Opened & { readonly idleRssMb: number; readonly rssMb: number; readonly cpuSeconds: number };
  readonly steady: Steady | undefined;
  readonly burstPerSecond: number | undefined;
  readonly cuts: { readonly cuts: number; readonly lost: number; readonly report: Report; readonly missing: number } | undefined;
  /** From the event to the last of all watchers, for each event. */
  readonly hotMs: readonly number[] | undefined;
  /** The most memory in each part, MiB, by its letter. */
  readonly highestRssMb: Readonly<Record<string, number>>;
};
/** Deliveries at an even pace: medians of several stretches, and what all of them lost. */
export type Steady = Pick<Report, 'p50Ms' | 'p99Ms' | 'lost' | 'incomplete' | 'trouble'> & {
  readonly eachP99Ms: readonly number[];
  readonly perSecond: number;
  readonly cpuPercent: number;
  readonly cpuMicros: number;
};

/** Which of the parts to run. */
export type CrowdParts = {
  readonly isSteady: boolean;
  readonly isHot: boolean;
  readonly isCut: boolean;
  /** Steady deliveries that are asked for, where they are not the run's; at most half of what is possible. */
  readonly deliveriesPerSecond?: number;
};

const OPEN_MS = 120_000;
const CONCURRENCY = 100;
const WARM_MS = 3_000;
/** So many stretches make the steady deliveries: one that the machine disturbed does not decide. */
const STRETCHES = 5;
const SETTLE_MS = 20_000;
/** Memory is read when garbage has had time to be collected. */
const REST_MS = 3_000;
const BURSTS = 3;
const HOT_EVENTS = 5;
const HOT_GAP_MS = 500;
const CUT_TIMES = 5;
const CUT_WATCHERS = 1_000;
/** From having come back to the next cut. */
const CUT_EVERY_MS = 1_500;
const CUTS_MS = 60_000;
const CUT_SLICE_MS = 1_000;
/** A stock graphql-ws client stays away for 1.3 to 4 s. */
const AWAY_MS = [500, 1_500] as const;

/** A crowd opens its watches on a contender, and is told what happens in the world. */
export async function crowd(
  { driver, settings }: Stage,
  world: Spawned,
  contender: Contender,
  people: People,
  parts: CrowdParts,
): Promise<CrowdFigures> {
  const { pid, audience: to, profiled } = contender;
  const count = people.watches.length;
  let eventsPerSecond = (parts.deliveriesPerSecond ?? settings.deliveriesPerSecond) / WATCHERS_PER_CERTIFICATION;
  const tell = (job: DriverJob, ms: number) => driver.ask<never>(job, ms + 30_000);
  const happen = (job: WorldJob, ms: number) => world.ask<Committed>(job, ms + 30_000);
  const report = (deliveries: number, deadlineMs: number): Promise<Report> =>
    tell({ kind: 'report', deliveries, deadlineMs }, deadlineMs);
  const settle = (seqs: Committed['seqs'], deadlineMs = SETTLE_MS): Promise<Settled> =>
    tell({ kind: 'settle', seqs, deadlineMs }, deadlineMs);

  async function open(): Promise<CrowdFigures['opened']> {
    const idleRssMb = usageOf(pid).rssMb;
    const job: DriverJob = {
      ...people,
      kind: 'open',
      ports: contender.ports,
      path: contender.path,
      concurrency: CONCURRENCY,
      awaitsAnswer: contender.beginsWithAnswer,
      awayMs: AWAY_MS,
      deadlineMs: OPEN_MS,
    };
    const { answer, cpuSeconds } = await measured(pid, () => profiled('open', () => tell(job, OPEN_MS) as Promise<Opened>));
    if (!contender.beginsWithAnswer) {
      await pause(REST_MS);
      await settle((await happen({ kind: 'burst', to }, SETTLE_MS)).seqs);
    }
    await pause(REST_MS);
    return { ...answer, idleRssMb, rssMb: usageOf(pid).rssMb, cpuSeconds };
  }

  async function steady(): Promise<Steady> {
    const warm = await happen({ kind: 'pace', perSecond: eventsPerSecond, ms: WARM_MS, to }, WARM_MS);
    await settle(warm.seqs);
    const ms = settings.stretchMs / STRETCHES;
    const rounds: (Report & { readonly seconds: number; readonly cpuSeconds: number })[] = [];
    await profiled('steady', async () => {
      for (let round = 0; round < STRETCHES; round += 1) {
        await report(0, 0);
        const stretch = () => happen({ kind: 'pace', perSecond: eventsPerSecond, ms, to }, ms);
        const { answer, seconds, cpuSeconds } = await measured(pid, stretch);
        await settle(answer.seqs);
        rounds.push({ ...(await report(0, 0)), seconds, cpuSeconds });
      }
    });
    const sum = (of: (round: (typeof rounds)[number]) => number) => rounds.reduce((all, round) => all + of(round), 0);
    const [deliveries, seconds, cpuSeconds] = [
      sum((one) => one.deliveries),
      sum((one) => one.seconds),
      sum((one) => one.cpuSeconds),
    ];
    return {
      p50Ms: median(rounds.map(({ p50Ms }) => p50Ms)),
      p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
      eachP99Ms: rounds.map(({ p99Ms }) => p99Ms),
      lost: sum(({ lost }) => lost),
      incomplete: sum(({ incomplete }) => incomplete),
      trouble: Object.assign({}, ...rounds.map(({ trouble }) => trouble)),
      perSecond: deliveries / seconds,
      cpuPercent: (cpuSeconds / seconds) * 100,
      cpuMicros: (cpuSeconds * 1e6) / deliveries,
    };
  }

  async function bursts(): Promise<number> {
    const rates: number[] = [];
    for (let time = 0; time < BURSTS; time += 1) {
      await report(0, 0);
      const began = Date.now();
      await happen({ kind: 'burst', to }, SETTLE_MS);
      const { deliveries, lastAtMs } = await report(count, SETTLE_MS);
      rates.push((deliveries * 1_000) / (lastAtMs - began));
    }
    return median(rates);
  }

  async function cuts(): Promise<NonNullable<CrowdFigures['cuts']>> {
    await report(0, 0);
    const job: DriverJob = {
      ...{ kind: 'cut', watchers: CUT_WATCHERS, times: CUT_TIMES },
      ...{ everyMs: CUT_EVERY_MS, deadlineMs: CUTS_MS },
    };
    let isOver = false;
    const cutting = (tell(job, CUTS_MS) as Promise<{ cuts: number }>).finally(() => {
      isOver = true;
    });
    let committed: Committed;
    do committed = await happen({ kind: 'pace', perSecond: eventsPerSecond, ms: CUT_SLICE_MS, to }, CUT_SLICE_MS);
    while (!isOver);
    const cut = await cutting;
    const { missing } = await settle(committed.seqs);
    const figures = await report(0, 0);
    return { cuts: cut.cuts, lost: figures.lost + missing, report: figures, missing };
  }

  async function hot(): Promise<number[]> {
    const certification = people.watches[0]?.certification ?? '';
    const awaitsAnswer = contender.beginsWithAnswer;
    const job: DriverJob = { kind: 'rewatch', certification, concurrency: CONCURRENCY, awaitsAnswer, deadlineMs: OPEN_MS };
    const { open: ready, trouble } = (await tell(job, OPEN_MS)) as Opened;
    if (ready < count) console.log(`   only ${whole(ready)} of ${whole(count)} could watch the same one`);
    printTrouble(trouble);
    await pause(REST_MS);
    // The first one finds code that never ran; it is not counted.
    await happen({ kind: 'one', certification, to }, SETTLE_MS);
    await report(count, SETTLE_MS);
    const took: number[] = [];
    await profiled('hot', async () => {
      for (let event = 0; event < HOT_EVENTS; event += 1) {
        await happen({ kind: 'one', certification, to }, SETTLE_MS);
        const { deliveries, maxMs } = await report(count, SETTLE_MS);
        took.push(deliveries === count ? maxMs : Number.POSITIVE_INFINITY);
        await pause(HOT_GAP_MS);
      }
    });
    return took;
  }

  const memory = watchMemory(pid);
  try {
    const highestRssMb: Record<string, number> = {};
    const inPart = async <Answer>(part: string, isWanted: boolean, work: () => Promise<Answer>) => {
      if (!isWanted) return undefined;
      memory.highest();
      const answer = await work();
      highestRssMb[part] = memory.highest();
      return answer;
    };
    const opened = await open();
    highestRssMb['a'] = memory.highest();
    const burstPerSecond = await inPart('b', parts.isSteady, bursts);
    if (parts.deliveriesPerSecond !== undefined && burstPerSecond !== undefined) {
      eventsPerSecond = Math.min(eventsPerSecond, burstPerSecond / 2 / WATCHERS_PER_CERTIFICATION);
    }
    return {
      opened,
      burstPerSecond,
      steady: await inPart('b', parts.isSteady, steady),
      cuts: await inPart('e', parts.isCut, cuts),
      hotMs: await inPart('c', parts.isHot, hot),
      highestRssMb,
    };
  } finally {
    memory.stop();
    await tell({ kind: 'close' }, SETTLE_MS).catch(() => undefined);
  }
}

/** Prints what went wrong besides, the first few kinds of it. */
export function printTrouble(trouble: Readonly<Record<string, number>>): void {
  for (const [what, times] of Object.entries(trouble).slice(0, 5)) console.log(`   trouble, ${whole(times)} times: ${what}`);
}
