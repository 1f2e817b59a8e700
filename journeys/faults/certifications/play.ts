import { join } from 'node:path';
import { describeThrown } from '@academy/kernel';
import { openDatabase } from '@academy/platform/db';
import type { TenantSlug } from '@academy/testing/people';
import { startAsking } from '../asking.ts';
import { checkHistory } from '../check-history.ts';
import { openHistory } from '../history.ts';
import { pause } from '../pause.ts';
import { createRandom } from '../random.ts';
import type { System } from '../system.ts';
import { openTruth } from '../truth.ts';
import { openWatchers } from '../watchers.ts';
import { type OpenCase, openWritersCase } from '../writers.ts';
import { startAuditing } from './auditor.ts';
import { type Candidate, startCandidate } from './candidate.ts';
import { checkCertifications } from './check-certifications.ts';
import { openEnds } from './ends.ts';
import { freePairs } from './pairs.ts';
import { type RowName, strikeWith } from './rows.ts';
import { TENANTS } from './tenants.ts';

export type Outcome = {
  readonly run: number;
  readonly rows: readonly RowName[];
  readonly notes: readonly string[];
  readonly seconds: number;
  readonly accepted: number;
  readonly violations: readonly { readonly rule: string; readonly what: string }[];
  /** The history, as JSON lines. */
  readonly file: string;
};

const CANDIDATES_PER_TENANT = 2;
/** Candidates begin within this time, faults within the same. */
const BEGIN_WITHIN_MS = 2_500;
/** After the faults are healed, nothing more is done to the system. */
const QUIET_MS = 3_000;
/** Without a fault every case ends within this time: a lease of 30 s, and twice as much for a busy machine. */
const END_WITHIN_MS = 90_000;

/**
 * One run: learners of three tenants complete courses while faults strike; then these are healed, and after a quiet time every case has ended, once, as the
 * authority's ledger says. Everything that clients do goes through the gateway's door.
 */
export async function playRun(
  system: System,
  given: { run: number; seed: number; rows: readonly RowName[]; folder: string; onTrouble: (what: string) => void },
): Promise<Outcome> {
  const { run, seed, rows, onTrouble } = given;
  const startedAt = Date.now();
  const random = createRandom(seed);
  const history = await openHistory(join(given.folder, `certifications-${run + 1}.jsonl`));
  history.add({ op: 'run', run, seed, faults: rows });
  const [truth, ends] = [await openTruth(system, TENANTS), await openEnds(system)];
  const watchers = openWatchers(system, history, random);
  const cases: OpenCase[] = [];
  const candidates: Candidate[] = [];
  const notes: string[] = [];
  let stopAsking = () => {};
  let stopAuditing = () => {};
  try {
    const [own, foreign] = await openQuietCases(system, run);
    stopAsking = startAsking({ system, own, foreign, person: await watchers.certifierOf(own.tenant), history });
    stopAuditing = await startAuditing(system, history, ends.lastEntry);
    const free = await Promise.all(TENANTS.map((tenant) => freePairs(system, tenant, CANDIDATES_PER_TENANT)));

    const chance = Array.from({ length: TENANTS.length * CANDIDATES_PER_TENANT }, () => random.whole(0, BEGIN_WITHIN_MS));
    const applying = TENANTS.flatMap((tenant, place) =>
      (free[place] ?? []).map(async (pair, index) => {
        await pause(chance[place * CANDIDATES_PER_TENANT + index] ?? 0);
        const candidate = startCandidate({ system, tenant, pair, history, onTrouble });
        candidates.push(candidate);
        const id = await candidate.certification;
        const one = { tenant, learner: pair.key, id };
        cases.push(one);
        await watchers.watchAsStaff(one).catch((thrown: unknown) => onTrouble(describeThrown(thrown)));
      }),
    );
    const whenOver: (() => Promise<void>)[] = [];
    const striking = rows.map((name) => {
      const chance = createRandom(random.whole(1, 2 ** 31));
      const later = (work: () => Promise<void>) => void whenOver.push(work);
      return strikeWith(name, { system, history, random: chance, run, candidates, whenOver: later }, notes);
    });
    await Promise.all(striking);
    await system.processes.sandbox.plan({ mode: 'ok' });
    const deadline = Date.now() + END_WITHIN_MS;
    await Promise.race([Promise.all(applying), pause(END_WITHIN_MS)]);
    await pause(QUIET_MS);
    const ids = () => cases.map(({ id }) => id);
    while ((await ends.unfinished(ids())).length > 0 && Date.now() < deadline) await pause(300);
    for (const work of whenOver) await work();
    if (cases.length < applying.length)
      history.add({ op: 'broke', what: `${applying.length - cases.length} learners were never told of a certification` });

    const watched = { tenants: TENANTS, cases, notified: [] };
    await caughtUp(watchers.clients, () => truth.read(watched), deadline);
    await counted(system, ids(), deadline);
    stopAsking();
    stopAuditing();
    for (const one of candidates) one.stop();
    watchers.stop();
    history.add({ op: 'end' });
    for (const entry of await truth.read(watched)) history.add(entry);
    await truth.inspect(watched, history);
    await ends.read(history, ids());
  } finally {
    stopAsking();
    stopAuditing();
    for (const one of candidates) one.stop();
    watchers.stop();
    await Promise.all([truth.close(), ends.close(), history.close()]);
  }
  return {
    run,
    rows,
    notes,
    seconds: (Date.now() - startedAt) / 1_000,
    accepted: history.records.filter(({ op }) => op === 'promised').length,
    violations: [...checkHistory(history.records), ...checkCertifications(history.records)],
    file: history.file,
  };
}

/** A case of each tenant that nothing happens to, for those who ask. */
async function openQuietCases(system: System, run: number): Promise<[OpenCase, OpenCase]> {
  const database = openDatabase({ url: system.databaseUrl('certification', 'app'), maxConnections: 2, name: 'faults-writers' });
  try {
    const open = (tenant: TenantSlug) =>
      openWritersCase(database, { tenant, learner: 'learner-01', standardCode: `EC${9_500 + run}.01` });
    return [await open('raices'), await open('solaris')];
  } finally {
    await database.close();
  }
}

type Place = { readonly feed: { readonly name: string }; readonly place: number | undefined };
async function caughtUp(
  clients: readonly Place[],
  logs: () => Promise<readonly { feed: string; number: number }[]>,
  deadline: number,
): Promise<void> {
  for (;;) {
    const newest = new Map((await logs()).map(({ feed, number }) => [feed, number]));
    if (!clients.some(({ feed, place = 0 }) => place < (newest.get(feed.name) ?? 0)) || Date.now() > deadline) return;
    await pause(200);
  }
}

/** Analytics has taken in the last event, or had the time to. */
async function counted(system: System, certifications: readonly string[], deadline: number): Promise<void> {
  const analytics = openDatabase({ url: system.databaseUrl('analytics', 'admin'), maxConnections: 1, name: 'faults-ends' });
  const certification = openDatabase({
    url: system.databaseUrl('certification', 'admin'),
    maxConnections: 1,
    name: 'faults-ends',
  });
  try {
    if (certifications.length === 0) return;
    const issued = await certification.pool<{ id: string }[]>`
      select id from certifications where status = 'ISSUED' and id in ${certification.pool([...certifications])}`;
    const ids = issued.map(({ id }) => id);
    while (ids.length > 0 && Date.now() < deadline) {
      const [row] = await analytics.pool<{ count: number }[]>`
        select count(distinct object_id)::int as count from facts
        where kind = 'OFFICIAL_CERTIFICATE_ISSUED' and object_id in ${analytics.pool(ids)}`;
      if (row?.count === ids.length) return;
      await pause(300);
    }
  } finally {
    await Promise.all([analytics.close(), certification.close()]);
  }
}
