import { join } from 'node:path';
import { describeThrown } from '@academy/kernel';
import { type Database, openDatabase } from '@academy/platform/db';
import type { TenantSlug } from '@academy/testing/people';
import { startAsking } from './asking.ts';
import { checkHistory, type Violation } from './check-history.ts';
import { type Figures, figuresOf } from './figures.ts';
import { openHistory } from './history.ts';
import { startLearner } from './learner.ts';
import { chooseFaults, type FaultName, strikeAll } from './nemesis.ts';
import { startNotifier } from './notifier.ts';
import { pause } from './pause.ts';
import { createRandom } from './random.ts';
import type { System } from './system.ts';
import { openTruth } from './truth.ts';
import { openWatchers } from './watchers.ts';
import type { WatchingClient } from './watching-client.ts';
import { type OpenCase, openWritersCase, startWriter } from './writers.ts';

export type RunOutcome = {
  readonly run: number;
  readonly seed: number;
  readonly faults: readonly FaultName[];
  readonly seconds: number;
  readonly violations: readonly Violation[];
  readonly figures: Figures;
  /** The history, as JSON lines. */
  readonly file: string;
};

type Entry = { readonly feed: string; readonly number: number };

const TENANTS: readonly TenantSlug[] = ['raices', 'solaris'];
const CASES_PER_TENANT = 3;
const CHANGE_EVERY_MS = 500;
const NOTIFY_EVERY_MS = 900;
/** Before the first fault, and after the last, changes come without any. */
const QUIET_MS = 1_500;
/** Without a fault every client is told its first event within this time, even on a machine that is busy with other things. */
const BEGIN_WITHIN_MS = 30_000;
/** After the last change a client has this long to be told all. */
const CATCH_UP_MS = 30_000;

/** One run: writers change cases, clients watch them, faults strike and heal, clients catch up; what each saw is compared with the log. */
export async function playRun(
  system: System,
  given: { run: number; seed: number; among: readonly FaultName[]; folder: string; onTrouble: (what: string) => void },
): Promise<RunOutcome> {
  const { run, seed, onTrouble } = given;
  const startedAt = Date.now();
  const random = createRandom(seed);
  const faults = chooseFaults(run, given.among, random);
  const history = await openHistory(join(given.folder, `run-${run + 1}.jsonl`));
  history.add({ op: 'run', run, seed, faults });
  const certification = openWriters(system, 'certification');
  const users = openWriters(system, 'users');
  const truth = await openTruth(system, TENANTS);
  const cases: OpenCase[] = await openCases(certification, run);
  const notified = cases
    .filter((_, index) => index % CASES_PER_TENANT === 0)
    .map(({ tenant, learner, id }) => ({ tenant, person: learner, certificationId: id }));
  const watchers = openWatchers(system, history, random);
  let stopAsking = () => {};
  try {
    for (const [index, one] of cases.entries()) await watchers.watchCase(one, index);
    for (const tenant of TENANTS) {
      await watchers.watchTenant(tenant);
      await watchers.watchReport(tenant);
    }
    for (const { tenant, person } of notified) await watchers.watchNotifications(tenant, person);
    const [own] = cases;
    const foreign = cases.at(-1);
    if (own === undefined || foreign === undefined) throw new Error('Expected cases of two tenants.');
    await watchers.intrude(own.tenant, foreign);
    stopAsking = startAsking({ system, own, foreign, person: await watchers.certifierOf(own.tenant), history });
    await haveBegun(watchers.clients);

    const chance = () => createRandom(random.whole(1, 2 ** 31));
    const working = [
      ...cases.map((of) => startWriter({ database: certification, of, everyMs: CHANGE_EVERY_MS, random: chance(), onTrouble })),
      ...notified.map((to) => startNotifier({ database: users, to, everyMs: NOTIFY_EVERY_MS, random: chance(), onTrouble })),
      ...TENANTS.map((tenant) =>
        startLearner({
          system,
          tenant,
          run,
          onTrouble,
          onCertification(learner, id) {
            cases.push({ tenant, learner, id });
            watchers.watchAsLearner({ tenant, learner, id }).catch((thrown: unknown) => onTrouble(describeThrown(thrown)));
          },
        }),
      ),
    ];
    try {
      await pause(QUIET_MS);
      await strikeAll(faults, { system, history, random });
      await pause(QUIET_MS);
    } finally {
      await Promise.all(working.map((stop) => stop()));
    }
    const watched = { tenants: TENANTS, cases, notified };
    await haveCaughtUp(watchers.clients, () => truth.read(watched));
    stopAsking();
    watchers.stop();
    history.add({ op: 'end' });
    for (const entry of await truth.read(watched)) history.add(entry);
    await truth.inspect(watched, history);
  } finally {
    stopAsking();
    watchers.stop();
    await Promise.all([certification.close(), users.close(), truth.close(), history.close()]);
    // Connections that were left silent would make the next run another one.
    system.redisProxy.cut();
  }
  return {
    run,
    seed,
    faults,
    seconds: (Date.now() - startedAt) / 1_000,
    violations: checkHistory(history.records),
    figures: figuresOf(history.records),
    file: history.file,
  };
}

function openWriters(system: System, island: 'certification' | 'users'): Database {
  return openDatabase({ url: system.databaseUrl(island, 'app'), maxConnections: 10, name: 'faults-writers' });
}

function openCases(database: Database, run: number): Promise<OpenCase[]> {
  const standardCode = `EC${9_000 + run}.01`;
  const wanted = TENANTS.flatMap((tenant) =>
    Array.from({ length: CASES_PER_TENANT }, (_, index) => ({ tenant, learner: `learner-0${index + 1}`, standardCode })),
  );
  return Promise.all(wanted.map((one) => openWritersCase(database, one)));
}

/** Every client has been told something. Rejects when one has not: then the system does not work without faults either. */
async function haveBegun(clients: readonly WatchingClient[]): Promise<void> {
  const deadline = Date.now() + BEGIN_WITHIN_MS;
  for (;;) {
    const without = clients.filter(({ place }) => place === undefined);
    if (without.length === 0) return;
    if (Date.now() > deadline)
      throw new Error(
        `Before any fault, ${without.length} of ${clients.length} clients were told nothing, e.g. ${without[0]?.name}.`,
      );
    await pause(50);
  }
}

/** Waits until every client stands at the end of its log, but no longer than it may take. */
async function haveCaughtUp(clients: readonly WatchingClient[], logs: () => Promise<readonly Entry[]>): Promise<void> {
  const deadline = Date.now() + CATCH_UP_MS;
  for (;;) {
    const newest = new Map((await logs()).map(({ feed, number }) => [feed, number]));
    if (!clients.some(({ feed, place = 0 }) => place < (newest.get(feed.name) ?? 0)) || Date.now() > deadline) break;
    await pause(200);
  }
  // Whatever comes too much comes now.
  await pause(300);
}
