import { join } from 'node:path';
import { ISLANDS, type IslandName } from '@academy/platform/topology';
import { GATEWAY_CORE } from '../../gateway/enter.ts';
import { short, table } from '../../gateway/measure/figures.ts';
import { BENCH_TENANT } from '../../gateway/processes/bench-tenant.ts';
import { installPeer } from '../../gateway/processes/peers.ts';
import { freePort, type Spawned, start } from '../../gateway/processes/spawned.ts';
import { GOALS, goalLine, whole } from '../figures.ts';
import { DOCUMENTS, WATCHERS_PER_CERTIFICATION, watchesOf, worldCertification } from '../population.ts';
import type { Stage } from '../stage.ts';
import { type CrowdFigures, crowd, type People, printTrouble } from './crowd.ts';

/** Parts a, b, c and e: a crowd on one gateway, and the same crowd on the peer. */
export type SideBySideParts = {
  readonly isSteady: boolean;
  readonly isHot: boolean;
  readonly withPeer: boolean;
};

/** Prints what a crowd sees of our gateway, over a stand-in for the islands, and of the peer, if it is asked for; with the goals. */
export async function sideBySide(stage: Stage, { isSteady, isHot, withPeer }: SideBySideParts): Promise<void> {
  const { settings } = stage;
  const certifications = Math.max(1, Math.ceil(settings.watchers / WATCHERS_PER_CERTIFICATION));
  const namespace = `bench-live-${process.pid}`;
  const setup = { redisUrl: settings.redisUrl, namespace, certifications };
  const world = await stage.startProcess('world.ts', { WORLD: JSON.stringify(setup) });
  try {
    const ids = Array.from({ length: certifications }, (_, index) => worldCertification(index));
    const people: People = {
      documents: DOCUMENTS.map((query) => ({ query })),
      tokens: await stage.tokensOf(BENCH_TENANT.id, certifications),
      watches: watchesOf(settings.watchers, ids, DOCUMENTS.length),
    };
    console.log(
      `\n${whole(settings.watchers)} watchers, each on a WebSocket of its own: ${whole(certifications)} people, ${whole(certifications)} certifications, ${DOCUMENTS.length} documents\n` +
        'the islands are a stand-in that answers from memory, and publishes as the relay does: what is measured is the gateway',
    );
    const all = { isSteady: isSteady || withPeer, isHot: isHot || withPeer, isCut: withPeer };
    const ours = await runOurs(stage, world, namespace, people, all);
    printOurs(ours);
    if (!withPeer) return;
    const peer = await runPeer(stage, world, people, all);
    if (typeof peer === 'string') console.log(`graphql-yoga is not here: ${peer}`);
    else printBoth(ours, peer);
  } finally {
    await world.stop();
  }
}

type Parts = Parameters<typeof crowd>[4];

async function runOurs(stage: Stage, world: Spawned, namespace: string, people: People, parts: Parts): Promise<CrowdFigures> {
  const url = `http://127.0.0.1:${world.port}`;
  const islandUrls = Object.fromEntries(ISLANDS.map((island) => [island, url])) as Record<IslandName, string>;
  const gateway = await stage.startGateway({ name: 'gateway', islandUrls, namespace });
  try {
    const contender = {
      pid: gateway.process.pid,
      ports: [gateway.port],
      path: `/t/${BENCH_TENANT.slug}/graphql`,
      audience: 'gateway' as const,
      beginsWithAnswer: true,
      profiled: <Answer>(name: string, work: () => Promise<Answer>) => stage.profiled(gateway, name, work),
    };
    return await crowd(stage, world, contender, people, parts);
  } finally {
    await gateway.process.stop();
  }
}

async function runPeer(stage: Stage, world: Spawned, people: People, parts: Parts): Promise<CrowdFigures | string> {
  const peer = installPeer('yoga-live');
  if ('missing' in peer) return peer.missing;
  console.log(`\nthe same crowd on ${peer.version} with graphql-ws, over plain graphql-redis-subscriptions …`);
  const port = await freePort();
  const spawned = await start({
    args: [join(peer.folder, 'server.mjs')],
    core: GATEWAY_CORE,
    cwd: peer.folder,
    env: { PORT: String(port), REDIS_URL: stage.settings.redisUrl },
    logFile: join(stage.workDir, 'yoga-live.log'),
    tells: false,
  });
  try {
    const down = await untilUp(spawned, port);
    if (down !== undefined) return down;
    const contender = {
      pid: spawned.pid,
      ports: [port],
      path: '/graphql',
      audience: 'peer' as const,
      beginsWithAnswer: false,
      profiled: <Answer>(_name: string, work: () => Promise<Answer>) => work(),
    };
    return await crowd(stage, world, contender, people, parts);
  } finally {
    await spawned.stop();
  }
}

async function untilUp(spawned: Spawned, port: number): Promise<string | undefined> {
  for (let look = 0; look < 200; look += 1) {
    const ended = spawned.exitReason();
    if (ended !== undefined) return ended;
    try {
      const response = await fetch(`http://127.0.0.1:${port}/graphql?query={hello}`, { signal: AbortSignal.timeout(2_000) });
      await response.arrayBuffer();
      return undefined;
    } catch {
      await new Promise((wait) => setTimeout(wait, 100));
    }
  }
  return 'it did not answer within 20 s';
}

function printOurs({ opened, steady, burstPerSecond, hotMs, cuts, highestRssMb }: CrowdFigures): void {
  const { open, tookMs, p50Ms, p99Ms, rssMb, idleRssMb, cpuSeconds, trouble } = opened;
  console.log(
    `a. opened ${whole(open)} in ${short(tookMs / 1_000)} s (each p50 ${short(p50Ms)} ms, p99 ${short(p99Ms)} ms; ${short((cpuSeconds * 1_000) / open)} ms CPU each)\n` +
      `   memory ${whole(idleRssMb)} MiB idle, ${whole(rssMb)} MiB with everybody: ${whole(((rssMb - idleRssMb) * 1_048_576) / open)} bytes a subscription\n` +
      `   at most in each part: ${Object.entries(highestRssMb)
        .map(([part, mb]) => `${part} ${whole(mb)} MiB`)
        .join(', ')}`,
  );
  printTrouble(trouble);
  console.log(`   ${goalLine(GOALS.rss, rssMb)}`);
  if (steady !== undefined) {
    console.log(
      `b. ${whole(steady.perSecond)} deliveries/s: p50 ${short(steady.p50Ms)} ms, p99 ${short(steady.p99Ms)} ms from the event (stretches: ${steady.eachP99Ms.map(whole).join(', ')}); ${short(steady.cpuPercent)} % of a core, ${short(steady.cpuMicros)} µs CPU a delivery`,
    );
    console.log(`   as fast as it goes, one event of every certification: ${whole(burstPerSecond ?? Number.NaN)} deliveries/s`);
    printTrouble(steady.trouble);
    console.log(`   ${goalLine(GOALS.p99, steady.p99Ms)}`);
    console.log(`   ${goalLine(GOALS.lost, steady.lost)}`);
  }
  if (hotMs !== undefined) {
    console.log(`c. one event to everybody, the last has it after ${hotMs.map((ms) => whole(ms)).join(', ')} ms`);
    console.log(`   ${goalLine(GOALS.hot, Math.max(...hotMs))}`);
  }
  if (cuts !== undefined) {
    console.log(
      `e. ${whole(cuts.cuts)} cut connections, five for each of those clients, while events go on: ${whole(cuts.lost)} lost, ${whole(cuts.report.duplicates)} twice, ${whole(cuts.report.resets)} resets`,
    );
    printTrouble(cuts.report.trouble);
    console.log(`   ${goalLine(GOALS.lost, cuts.lost)}`);
    console.log(`   ${goalLine(GOALS.duplicates, cuts.report.duplicates)}`);
  }
}

function printBoth(ours: CrowdFigures, peer: CrowdFigures): void {
  const row = (name: string, of: (figures: CrowdFigures) => number, digits: (value: number) => string = short) => {
    const [mine, other] = [of(ours), of(peer)];
    return [name, digits(mine), digits(other), Number.isFinite(mine / other) ? short(mine / other) : '-'];
  };
  const bytes = ({ opened }: CrowdFigures) => ((opened.rssMb - opened.idleRssMb) * 1_048_576) / opened.open;
  console.log(
    table(
      ['', 'ours', 'yoga', 'ours / yoga'],
      [
        row('opened', ({ opened }) => opened.open, whole),
        row('memory with everybody, MiB', ({ opened }) => opened.rssMb, whole),
        row('bytes a subscription', bytes, whole),
        row('steady deliveries/s', ({ steady }) => steady?.perSecond ?? Number.NaN),
        row('p50 ms', ({ steady }) => steady?.p50Ms ?? Number.NaN),
        row('p99 ms', ({ steady }) => steady?.p99Ms ?? Number.NaN),
        row('CPU µs a delivery', ({ steady }) => steady?.cpuMicros ?? Number.NaN),
        row('deliveries/s, as fast as it goes', ({ burstPerSecond }) => burstPerSecond ?? Number.NaN),
        row('one event to everybody, worst ms', ({ hotMs }) => Math.max(...(hotMs ?? [])), whole),
        row('cut connections', ({ cuts }) => cuts?.cuts ?? Number.NaN, whole),
        row('events lost over them', ({ cuts }) => cuts?.lost ?? Number.NaN, whole),
        row('events twice', ({ cuts }) => cuts?.report.duplicates ?? Number.NaN, whole),
      ],
    ),
  );
  if (peer.steady !== undefined) printTrouble(peer.steady.trouble);
}
