import { join } from 'node:path';
import { describeThrown } from '@academy/kernel';
import { openDatabase } from '@academy/platform/db';
import type { TenantSlug } from '@academy/testing/people';
import type { Person } from '../src/person.ts';
import { checkHistory, type Violation } from './check-history.ts';
import { certificationFeed } from './feeds.ts';
import { type Figures, figuresOf } from './figures.ts';
import { openHistory } from './history.ts';
import { chooseFaults, type FaultName, strikeAll } from './nemesis.ts';
import { createRandom, type Random } from './random.ts';
import type { System } from './system.ts';
import { TRANSPORTS, type TransportName } from './transports.ts';
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
/** After the last change a client has this long to be told all. */
const CATCH_UP_MS = 30_000;
const ASK_EVERY_MS = 400;

/** One run: writers change cases, clients watch them, faults strike and heal, clients catch up; what each saw is compared with the log. */
export async function playRun(
  system: System,
  given: { run: number; seed: number; among: readonly FaultName[]; folder: string; onTrouble?: (what: string) => void },
): Promise<RunOutcome> {
  const { run, seed } = given;
  const startedAt = Date.now();
  const random = createRandom(seed);
  const faults = chooseFaults(run, given.among, random);
  const history = await openHistory(join(given.folder, `run-${run}.jsonl`));
  history.add({ op: 'run', run, seed, faults });
  const database = openDatabase({ url: system.certificationUrls.app, maxConnections: 10, name: 'faults-writers' });
  const admin = openDatabase({ url: system.certificationUrls.admin, maxConnections: 1, name: 'faults-truth' });
  const clients: WatchingClient[] = [];
  const stopping: (() => unknown)[] = [];
  try {
    const cases = await openCases(database, run);
    clients.push(...(await watchCases(system, cases, history, random)));
    stopping.push(await askAgainAndAgain(system, cases, history));
    await allAccepted(clients);
    const { onTrouble = () => {} } = given;
    const writers = cases.map((of) =>
      startWriter({ database, of, everyMs: CHANGE_EVERY_MS, random: createRandom(random.whole(1, 2 ** 31)), onTrouble }),
    );
    try {
      await pause(QUIET_MS);
      await strikeAll(faults, { system, history, random });
      await pause(QUIET_MS);
    } finally {
      await Promise.all(writers.map((stop) => stop()));
    }
    await caughtUp(clients, () =>
      newestNumbers(
        admin,
        cases.map(({ id }) => id),
      ),
    );
    for (const stop of stopping.splice(0)) await stop();
    for (const client of clients) client.stop();
    history.add({ op: 'end' });
    await addTruth(admin, cases, history);
  } finally {
    for (const stop of stopping) await stop();
    for (const client of clients) client.stop();
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

async function openCases(database: ReturnType<typeof openDatabase>, run: number): Promise<OpenCase[]> {
  const wanted = TENANTS.flatMap((tenant) =>
    Array.from({ length: CASES_PER_TENANT }, (_, index) => ({
      tenant,
      learner: `learner-${String(index + 1).padStart(2, '0')}`,
    })),
  );
  return Promise.all(wanted.map((one) => openWritersCase(database, { ...one, standardCode: `EC${9_000 + run}.01` })));
}

/** Each case is watched over each transport, by its learner and by staff in turn, with event scalars alone and with fields of other islands in turn. */
async function watchCases(
  system: System,
  cases: readonly OpenCase[],
  history: Parameters<typeof startWatching>[0]['history'],
  random: Random,
): Promise<WatchingClient[]> {
  const clients: WatchingClient[] = [];
  for (const [index, { tenant, id, learner }] of cases.entries()) {
    for (const [turn, transport] of (Object.keys(TRANSPORTS) as TransportName[]).entries()) {
      const isStaff = (index + turn) % 2 === 1;
      const person = await viewer(system, tenant, isStaff ? STAFF[tenant] : learner, isStaff);
      clients.push(
        startWatching({
          name: `${tenant}-${index + 1} ${transport}`,
          feed: certificationFeed(tenant, id, (index + turn) % 4 < 2),
          transport,
          origin: system.origin,
          authorization: person.headers['authorization'] ?? '',
          history,
          random: createRandom(random.whole(1, 2 ** 31)),
        }),
      );
    }
  }
  return clients;
}

function viewer(system: System, tenant: TenantSlug, key: string, isStaff: boolean): Promise<Person> {
  return system.processes.person(tenant, key, isStaff ? 'evaluator' : 'learner');
}

/** Asks for a case over HTTP until the returned function is called, and for one of the other tenant, which must stay unknown. */
async function askAgainAndAgain(
  system: System,
  cases: readonly OpenCase[],
  history: Parameters<typeof startWatching>[0]['history'],
): Promise<() => void> {
  const [own] = cases;
  const foreign = cases.at(-1);
  if (own === undefined || foreign === undefined) throw new Error('Expected cases to ask for.');
  const person = await viewer(system, own.tenant, STAFF[own.tenant], true);
  const ask = async (id: string) => {
    const askedAt = Date.now();
    try {
      const response = await fetch(`${system.origin}/t/${own.tenant}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: person.headers['authorization'] ?? '' },
        body: JSON.stringify({ query: 'query Ask($id: ID!) { certification(id: $id) { status seq } }', variables: { id } }),
      });
      const { data, errors = [] } = (await response.json()) as {
        data?: { certification: { seq: number } | null } | null;
        errors?: { message: string; extensions?: { code?: string } }[];
      };
      const hasData = (data?.certification ?? null) !== null;
      const codes = errors.map(({ message, extensions }) => extensions?.code ?? message);
      history.add({ op: 'asked', tookMs: Date.now() - askedAt, status: response.status, codes, hasData });
      if (id === foreign.id && hasData) history.add({ op: 'broke', what: `${own.tenant} was shown a case of ${foreign.tenant}` });
    } catch (thrown) {
      history.add({ op: 'asked', tookMs: Date.now() - askedAt, status: 0, codes: [describeThrown(thrown)], hasData: false });
    }
  };
  let turn = 0;
  const timer = setInterval(() => {
    turn += 1;
    void ask(turn % 5 === 0 ? foreign.id : own.id);
  }, ASK_EVERY_MS);
  return () => clearInterval(timer);
}

/** Every client has been told something. Rejects when one has not within 20 s: then the system does not work without faults either. */
async function allAccepted(clients: readonly WatchingClient[]): Promise<void> {
  const deadline = Date.now() + 20_000;
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
async function caughtUp(clients: readonly WatchingClient[], newest: () => Promise<Map<string, number>>): Promise<void> {
  const numbers = await newest();
  const deadline = Date.now() + CATCH_UP_MS;
  const isBehind = ({ feed, place = 0 }: WatchingClient) => place < (numbers.get(feed.name) ?? 0);
  while (clients.some(isBehind) && Date.now() < deadline) await pause(50);
  // Whatever comes too much comes now.
  await pause(300);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
