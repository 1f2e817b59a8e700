// The watching clients: thousands of WebSockets in one process, raw, since a stock client for each would cost more than what is measured. Told
// over IPC what to do; answers each request once. Usage: forked by the benchmark.
import { setTimeout as pause } from 'node:timers/promises';
import { quantile, type Report, Tally } from '../driver/tally.ts';
import { Watcher } from '../driver/watcher.ts';

/** A document, and what every answer to it must have in it. */
export type WatchDocument = { readonly query: string; readonly mustHave?: string };

/** Who watches what with which document; `token` and `document` are places in the job's lists. */
export type Watch = { readonly certification: string; readonly token: number; readonly document: number };

export type OpenJob = {
  readonly kind: 'open';
  readonly ports: readonly number[];
  readonly path: string;
  readonly tokens: readonly string[];
  readonly documents: readonly WatchDocument[];
  readonly watches: readonly Watch[];
  /** Connections that are being opened at once. */
  readonly concurrency: number;
  /** Whether a watch is open with its first answer, or as soon as it has been asked for. */
  readonly awaitsAnswer: boolean;
  /** The time between a cut and the next try is between these. */
  readonly awayMs: readonly [number, number];
  readonly deadlineMs: number;
};

export type RewatchJob = Pick<OpenJob, 'concurrency' | 'awaitsAnswer' | 'deadlineMs'> & {
  readonly kind: 'rewatch';
  readonly certification: string;
};
export type CutJob = {
  readonly kind: 'cut';
  readonly watchers: number;
  readonly times: number;
  /** From having come back to the next cut. */
  readonly everyMs: number;
  readonly deadlineMs: number;
};

/** One request to the driver. */
export type DriverJob =
  | OpenJob
  /** Everybody watches this one instead. */
  | RewatchJob
  /** Resolves when so many deliveries were counted since the last report, or at the deadline, with the report. */
  | { readonly kind: 'report'; readonly deliveries: number; readonly deadlineMs: number }
  /** The first `watchers` lose their connection so many times each. */
  | CutJob
  /** Resolves when everybody is at these numbers or beyond, or at the deadline. */
  | { readonly kind: 'settle'; readonly seqs: Readonly<Record<string, number>>; readonly deadlineMs: number }
  | { readonly kind: 'close' };

export type Opened = {
  readonly open: number;
  readonly tookMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly trouble: Report['trouble'];
};
export type Settled = {
  /** Events that somebody has not had. */
  readonly missing: number;
  /** Watchers who were cut off at least once. */
  readonly moved: number;
  /** Of them, those who were told nothing since. */
  readonly away: number;
  readonly resumedP50Ms: number;
  readonly resumedP99Ms: number;
  readonly resumedMaxMs: number;
};

/** Source addresses in turn, once the ports of one do not suffice; Linux takes every address of 127/8. */
const PER_ADDRESS = 20_000;
const LOOK_MS = 5;

let tally = new Tally();
let watchers: Watcher[] = [];

async function open(job: OpenJob): Promise<Opened> {
  tally = new Tally();
  const [least, most] = job.awayMs;
  watchers = job.watches.map(({ certification, token, document }, index) => {
    const { query, mustHave } = job.documents[document] ?? { query: '' };
    return new Watcher({
      ports: job.ports,
      first: index % job.ports.length,
      path: job.path,
      token: job.tokens[token] ?? '',
      query,
      mustHave,
      certification,
      localAddress: job.watches.length > PER_ADDRESS ? `127.0.0.${2 + Math.floor(index / PER_ADDRESS)}` : undefined,
      awayMs: () => least + Math.random() * (most - least),
      tally,
    });
  });
  return inLanes(job.concurrency, job.deadlineMs, async (watcher) => {
    watcher.open();
    await (job.awaitsAnswer ? watcher.opened : watcher.subscribed);
  });
}

async function rewatch({ certification, concurrency, awaitsAnswer, deadlineMs }: RewatchJob): Promise<Opened> {
  return inLanes(concurrency, deadlineMs, async (watcher) => {
    watcher.rewatch(certification);
    if (awaitsAnswer) await watcher.opened;
  });
}

/** So many at once do the work, until all have or the deadline passes. */
async function inLanes(concurrency: number, deadlineMs: number, work: (watcher: Watcher) => Promise<void>): Promise<Opened> {
  const took: number[] = [];
  const began = performance.now();
  let next = 0;
  const lane = async () => {
    for (let one = watchers[next++]; one !== undefined; one = watchers[next++]) {
      const startedAt = performance.now();
      await work(one);
      took.push(performance.now() - startedAt);
    }
  };
  await within(deadlineMs, Promise.all(Array.from({ length: concurrency }, lane)));
  const tookMs = performance.now() - began;
  took.sort((a, b) => a - b);
  const { trouble } = tally.report();
  return { open: took.length, tookMs, p50Ms: quantile(took, 0.5), p99Ms: quantile(took, 0.99), trouble };
}

async function report(deliveries: number, deadlineMs: number): Promise<Report> {
  const until = performance.now() + deadlineMs;
  while (tally.deliveries < deliveries && performance.now() < until) await pause(LOOK_MS);
  return tally.report();
}

async function cut({ watchers: count, times, everyMs, deadlineMs }: CutJob): Promise<{ cuts: number }> {
  const cutting = watchers.slice(0, count);
  let cuts = 0;
  const all = cutting.map(async (watcher, index) => {
    // Spread over the interval, so that they do not all come back at once.
    await pause((everyMs * index) / cutting.length);
    for (let time = 0; time < times; time += 1) {
      cuts += 1;
      await watcher.cut();
      await pause(everyMs);
    }
  });
  await within(deadlineMs, Promise.all(all));
  return { cuts };
}

async function settle(seqs: Readonly<Record<string, number>>, deadlineMs: number): Promise<Settled> {
  const missingOf = (watcher: Watcher) => Math.max(0, (seqs[watcher.certification] ?? 0) - watcher.lastSeq);
  const until = performance.now() + deadlineMs;
  while (watchers.some((watcher) => missingOf(watcher) > 0) && performance.now() < until) await pause(10 * LOOK_MS);
  const resumed = watchers.flatMap(({ resumedMs }) => resumedMs).sort((a, b) => a - b);
  const away = watchers.filter(({ isAway }) => isAway).length;
  return {
    missing: watchers.reduce((sum, watcher) => sum + missingOf(watcher), 0),
    moved: away + watchers.filter(({ isAway, resumedMs }) => !isAway && resumedMs.length > 0).length,
    away,
    resumedP50Ms: quantile(resumed, 0.5),
    resumedP99Ms: quantile(resumed, 0.99),
    resumedMaxMs: resumed.at(-1) ?? Number.NaN,
  };
}

function perform(job: DriverJob): Promise<object> {
  switch (job.kind) {
    case 'open':
      return open(job);
    case 'rewatch':
      return rewatch(job);
    case 'report':
      return report(job.deliveries, job.deadlineMs);
    case 'cut':
      return cut(job);
    case 'settle':
      return settle(job.seqs, job.deadlineMs);
    case 'close':
      for (const watcher of watchers) watcher.close();
      watchers = [];
      return Promise.resolve({});
  }
}

async function within(ms: number, all: Promise<unknown>): Promise<void> {
  const stop = new AbortController();
  await Promise.race([all, pause(ms, undefined, { signal: stop.signal }).catch(() => undefined)]);
  stop.abort();
}

process.on('message', (job) => void perform(job as DriverJob).then((answer) => process.send?.(answer)));
process.on('disconnect', () => process.exit(0));
process.send?.({ port: 0 });
