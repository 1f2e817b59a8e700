import { createCoverage } from './answers/coverage.ts';
import { coverageReport } from './answers/coverage-report.ts';
import { randomCase } from './documents/random-case.ts';
import type { Fuzz } from './open-fuzz.ts';
import { tellCase, tellLeak } from './tell-leak.ts';
import { tryCase, tryCases } from './try-case.ts';
import { changedTables, sumRows } from './worlds/sum-rows.ts';

export type Search = { readonly seed: number; readonly queries: number; readonly deadline: number; say(text: string): void };

/** So many are under way at the same time. */
const AT_ONCE = 8;
const SHOWN = 5;
const TELL_EVERY = 1_000;

/** Below these an answerless search proves nothing: of all answers, those with data and those with a list that is not empty. */
const LEAST = { data: 0.6, lists: 0.3 };
/** More that are late, of all, is no busy machine any more, but something that an island lost. */
const MOST_LATE = 0.005;

/** Asks case after case, and says what it found. True when nothing leaked, everything was tried, and answers had enough in them. */
export async function searchGraphql(fuzz: Fuzz, { seed, queries, deadline, say }: Search): Promise<boolean> {
  const before = await sumRows(fuzz.prepared.whole.admin);
  const coverage = createCoverage();
  const began = performance.now();
  let leaks = 0;
  let late = 0;
  let number = 0;
  let told = 0;
  for (; number < queries && Date.now() < deadline; number += AT_ONCE) {
    const cases = Array.from({ length: Math.min(AT_ONCE, queries - number) }, (_, at) =>
      randomCase(fuzz.ground, seed, number + at),
    );
    for (const [one, tried] of await tryCases(fuzz.worlds, fuzz.judge, cases)) {
      coverage.add(one, tried.reply);
      if (tried.isLate) late += 1;
      if (tried.leak === undefined) continue;
      leaks += 1;
      if (leaks <= SHOWN) say(tellLeak(one, tried, seed));
    }
    if (coverage.answers - told >= TELL_EVERY) {
      told = coverage.answers;
      say(`GraphQL: ${coverage.answers} asked, ${leaks} leaks`);
    }
  }
  const seconds = (performance.now() - began) / 1_000;
  say(`GraphQL: ${coverage.answers} asked of both worlds in ${seconds.toFixed(0)} s: ${leaks} leaks`);
  for (const line of coverageReport(fuzz.ground.api, coverage)) say(`  ${line}`);
  const isWhole = coverage.answers === queries;
  if (!isWhole) say(`the time was over after ${coverage.answers} of ${queries}`);
  const changed = changedTables(before, await sumRows(fuzz.prepared.whole.admin));
  if (changed.length > 0) say(`LEAK rows were changed for good in ${changed.join(', ')}`);
  const isTelling = coverage.withData >= LEAST.data * coverage.answers && coverage.withLists >= LEAST.lists * coverage.answers;
  const isInTime = late <= MOST_LATE * coverage.answers;
  if (late > 0) say(`${late} were not answered in time by both worlds, and say nothing${isInTime ? '' : ': too many'}`);
  if (!isTelling) say('too few answers had anything in them: see LEAST in journeys/rls/graphql/search.ts');
  return leaks === 0 && isWhole && changed.length === 0 && isTelling && isInTime;
}

/** Asks one case again, and says all of it. True when it did not leak. */
export async function showCase(fuzz: Fuzz, { seed, say }: Search, number: number): Promise<boolean> {
  const one = randomCase(fuzz.ground, seed, number);
  const { reply, without, leak } = await tryCase(fuzz.worlds, fuzz.judge, one);
  say([`case ${number}`, ...tellCase(one)].join('\n'));
  say(`    answered  ${JSON.stringify(reply)}\n    alone     ${JSON.stringify(without)}`);
  say(leak === undefined ? 'no leak' : `LEAK ${leak}`);
  return leak === undefined;
}
