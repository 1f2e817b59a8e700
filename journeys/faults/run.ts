import { join } from 'node:path';
import { describeThrown } from '@academy/kernel';
import { type Database, openDatabase } from '@academy/platform/db';
import type { TenantSlug } from '@academy/testing/people';
import { startAsking } from './asking.ts';
import { checkHistory, type Violation } from './check-history.ts';
import { certificationFeed } from './feeds.ts';
import { type Figures, figuresOf } from './figures.ts';
import { type History, openHistory } from './history.ts';
import { startLearner } from './learner.ts';
import { chooseFaults, type FaultName, strikeAll } from './nemesis.ts';
import { createRandom, type Random } from './random.ts';
import type { System } from './system.ts';
import { TRANSPORT_NAMES, type TransportName } from './transports.ts';
import { addTruth, newestNumbers } from './truth.ts';
import { startWatching, type WatchingClient } from './watching-client.ts';
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

const TENANTS: readonly TenantSlug[] = ['raices', 'solaris'];
const STAFF = { raices: 'bruno', solaris: 'elena' } as const;
const CASES_PER_TENANT = 4;
const CHANGE_EVERY_MS = 450;
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
  const database = openDatabase({ url: system.certificationUrls.app, maxConnections: 10, name: 'faults-writers' });
  const admin = openDatabase({ url: system.certificationUrls.admin, maxConnections: 1, name: 'faults-truth' });
  const cases: OpenCase[] = await openCases(database, run);
  const watchers = openWatchers(system, history, random);
  try {
    for (const [index, one] of cases.entries()) await watchers.watchCase(one, index);
    const [own] = cases;
    const foreign = cases.at(-1);
    if (own === undefined || foreign === undefined) throw new Error('Expected cases of two tenants.');
    await watchers.intrude(own.tenant, foreign);
    watchers.stopLater(startAsking({ system, own, foreign, person: await watchers.staffOf(own.tenant), history }));
    await haveBegun(watchers.clients);

    const changing = cases.map((of) => {
      const own = createRandom(random.whole(1, 2 ** 31));
      return startWriter({ database, of, everyMs: CHANGE_EVERY_MS, random: own, onTrouble });
    });
    const learning = TENANTS.map((tenant) =>
      startLearner({
        system,
        tenant,
        run,
        onTrouble,
        onCertification(learner, id) {
          cases.push({ tenant, learner, id });
          watchers.watchOne({ tenant, learner, id }).catch((thrown: unknown) => onTrouble(describeThrown(thrown)));
        },
      }),
    );
    try {
      await pause(QUIET_MS);
      await strikeAll(faults, { system, history, random });
      await pause(QUIET_MS);
    } finally {
      await Promise.all([...changing, ...learning].map((stop) => stop()));
    }
    await haveCaughtUp(
      watchers.clients,
      await newestNumbers(
        admin,
        cases.map(({ id }) => id),
      ),
    );
    await watchers.stop();
    history.add({ op: 'end' });
    await addTruth(admin, cases, history);
  } finally {
    await watchers.stop();
    await Promise.all([database.close(), admin.close(), history.close()]);
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

function openCases(database: Database, run: number): Promise<OpenCase[]> {
  const standardCode = `EC${9_000 + run}.01`;
  const wanted = TENANTS.flatMap((tenant) =>
    Array.from({ length: CASES_PER_TENANT }, (_, index) => ({ tenant, learner: `learner-0${index + 1}`, standardCode })),
  );
  return Promise.all(wanted.map((one) => openWritersCase(database, one)));
}

function openWatchers(system: System, history: History, random: Random) {
  const clients: WatchingClient[] = [];
  const intruders: WatchingClient[] = [];
  const stops: (() => void)[] = [];
  const staffOf = (tenant: TenantSlug) => system.processes.person(tenant, STAFF[tenant], 'evaluator');

  async function watch(name: string, one: OpenCase, transport: TransportName, isStaff: boolean, isFederated: boolean) {
    const { tenant, learner, id } = one;
    const person = isStaff ? await staffOf(tenant) : await system.processes.person(tenant, learner, 'learner');
    return startWatching({
      name,
      feed: certificationFeed(tenant, id, isFederated),
      transport,
      origin: system.origin,
      authorization: person.headers['authorization'] ?? '',
      history,
      random: createRandom(random.whole(1, 2 ** 31)),
    });
  }
  return {
    clients,
    staffOf,
    stopLater: (stop: () => void) => void stops.push(stop),
    /** Over each transport, by its learner and by staff in turn, with event scalars alone and with fields of other islands in turn. */
    async watchCase(one: OpenCase, index: number) {
      for (const [turn, transport] of TRANSPORT_NAMES.entries()) {
        const place = index + turn;
        clients.push(await watch(`${one.tenant}-${index + 1} ${transport}`, one, transport, place % 2 === 1, place % 4 < 2));
      }
    },
    async watchOne(one: OpenCase) {
      clients.push(await watch(`${one.tenant}-${one.learner}`, one, random.pick(TRANSPORT_NAMES), false, true));
    },
    /** Staff of one tenant watch a case of another, over each transport: they must be refused, again and again. */
    async intrude(tenant: TenantSlug, foreign: OpenCase) {
      for (const transport of TRANSPORT_NAMES)
        intruders.push(await watch(`intruder ${transport}`, { ...foreign, tenant }, transport, true, false));
    },
    async stop() {
      for (const stop of stops.splice(0)) stop();
      for (const client of [...clients, ...intruders]) client.stop();
    },
  };
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
async function haveCaughtUp(clients: readonly WatchingClient[], newest: ReadonlyMap<string, number>): Promise<void> {
  const deadline = Date.now() + CATCH_UP_MS;
  const isBehind = ({ feed, place = 0 }: WatchingClient) => place < (newest.get(feed.name) ?? 0);
  while (clients.some(isBehind) && Date.now() < deadline) await pause(50);
  // Whatever comes too much comes now.
  await pause(300);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
