import { setTimeout as pause } from 'node:timers/promises';
import { short } from '../../gateway/measure/figures.ts';
import { usageOf } from '../../gateway/measure/usage.ts';
import type { Report } from '../driver/tally.ts';
import { GOALS, goalLine, whole } from '../figures.ts';
import { DOCUMENTS } from '../population.ts';
import type { DriverJob, Opened, Settled } from '../processes/watchers.ts';
import type { Committed, WorldJob } from '../processes/world.ts';
import type { Stage } from '../stage.ts';
import { printTrouble } from './crowd.ts';
import { startRealAcademy } from './real-academy.ts';

/** What whoever watched on the killed one meets first. */
const REFUSED = 'no connection: ECONNREFUSED';
const OPEN_MS = 150_000;
const SETTLE_MS = 30_000;
const CONCURRENCY = 100;
/** Each certification is moved about once in this time, so that everybody who came back is told something soon. */
const ROUND_MS = 5_000;
const BEFORE_KILL_MS = 2_000;
const MOVING_MS = BEFORE_KILL_MS + ROUND_MS + 1_000;
/** Somebody whose connection broke tries again after this long. */
const AWAY_MS = [0, 1_000] as const;

/** Part d: two gateways before the real academy, with watchers on both; one is killed while certifications move. */
export async function failover(stage: Stage): Promise<void> {
  const { driver, settings } = stage;
  const { watchers } = settings;
  const academy = await startRealAcademy(stage, { calls: 'http', watchers });
  const { islandUrls, namespace, mover } = academy;
  const gateways = [
    await stage.startGateway({ name: 'first', islandUrls, namespace }),
    await stage.startGateway({ name: 'second', islandUrls, namespace }),
  ] as const;
  const tell = <Answer>(job: DriverJob, ms: number) => driver.ask<Answer>(job, ms + SETTLE_MS);
  try {
    const people = await academy.peopleOf(
      watchers,
      DOCUMENTS.map((query) => ({ query })),
    );
    const opened = await tell<Opened>(
      {
        ...people,
        kind: 'open',
        ports: gateways.map(({ port }) => port),
        path: academy.path,
        concurrency: CONCURRENCY,
        awaitsAnswer: true,
        awayMs: AWAY_MS,
        deadlineMs: OPEN_MS,
      },
      OPEN_MS,
    );
    console.log(
      `\nd. two gateways before the real academy (PostgreSQL, real transitions and relay): opened ${whole(opened.open)} in ${short(opened.tookMs / 1_000)} s`,
    );
    printTrouble(opened.trouble);
    const perSecond = Math.max(10, (people.watches.length / 10 / ROUND_MS) * 1_000);
    const job: WorldJob = { kind: 'pace', perSecond, ms: MOVING_MS, to: 'gateway' };
    const moving = mover.ask<Committed>(job, MOVING_MS + SETTLE_MS);
    await pause(BEFORE_KILL_MS);
    process.kill(gateways[0].process.pid, 'SIGKILL');
    const processes = { gateway: gateways[1].process, islands: academy.process, clients: driver, transitions: mover };
    const before = Object.values(processes).map(({ pid }) => usageOf(pid).cpuSeconds);
    const { events, seqs } = await stage.profiled(gateways[1], 'failover', () => moving);
    const used = Object.entries(processes).map(([name, { pid }], index) => {
      const seconds = usageOf(pid).cpuSeconds - (before[index] ?? 0);
      return `${name} ${whole((seconds * 100_000) / (MOVING_MS - BEFORE_KILL_MS))} %`;
    });
    const settled = await tell<Settled>({ kind: 'settle', seqs, deadlineMs: SETTLE_MS }, SETTLE_MS);
    const report = await tell<Report>({ kind: 'report', deliveries: 0, deadlineMs: 0 }, 0);
    const last = settled.away > 0 ? Number.POSITIVE_INFINITY : settled.resumedMaxMs;
    console.log(
      `   one killed while ${whole((events * 1_000) / MOVING_MS)} certifications/s moved: ${whole(settled.moved)} went to the other; their next event after p50 ${whole(settled.resumedP50Ms)} ms, p99 ${whole(settled.resumedP99Ms)} ms, the last ${whole(last)} ms ` +
        `(they stay away for up to a second; a certification moves every ${ROUND_MS / 1_000} s)\n` +
        `   of a core, after the kill: ${used.join(', ')}\n` +
        `   ${whole(report.deliveries)} deliveries: ${whole(report.lost + settled.missing)} lost, ${whole(report.duplicates)} twice, ${whole(report.resets)} resets`,
    );
    printTrouble(Object.fromEntries(Object.entries(report.trouble).filter(([what]) => what !== REFUSED)));
    console.log(`   ${goalLine(GOALS.resumed, last)}`);
    console.log(`   ${goalLine(GOALS.lost, report.lost + settled.missing)}`);
    console.log(`   ${goalLine(GOALS.duplicates, report.duplicates)}`);
  } finally {
    await tell({ kind: 'close' }, 0).catch(() => undefined);
    await Promise.all(gateways.map((gateway) => gateway.process.stop()));
    await academy.stop();
  }
}
