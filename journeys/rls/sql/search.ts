import { catalogueBreaches } from './catalogue-rules.ts';
import { type Ground, lookAgain } from './ground.ts';
import { MISTAKES } from './planted.ts';
import { type Trial, tryRead } from './reads.ts';
import { tryWrite } from './writes.ts';

export type SqlSearch = {
  readonly grounds: readonly Ground[];
  readonly tenants: { readonly own: string; readonly other: string };
  readonly seed: number;
  readonly queries: number;
  /** In milliseconds since 1970. */
  readonly deadline: number;
  say(text: string): void;
};

/** Tries statement after statement, and says what it found. True when nothing leaked and everything was tried. */
export async function searchSql({ grounds, tenants, seed, queries, deadline, say }: SqlSearch): Promise<boolean> {
  const counts = { same: 0, failed: 0, 'too long': 0, leak: 0 };
  const leaks: string[] = [];
  let tried = 0;
  for (; tried < queries && Date.now() < deadline; tried += 1) {
    const trial = await tryOne(grounds[tried % grounds.length] as Ground, seed * 1_000_003 + tried, tenants);
    counts[trial.kind] += 1;
    if (trial.kind === 'leak') leaks.push(trial.leak);
    if (tried % 1_000 === 999)
      say(
        `SQL: ${tried + 1} tried: ${counts.same} answered alike, ${counts.failed} refused alike, ${counts['too long']} took too long, ${counts.leak} leaks`,
      );
  }
  for (const leak of leaks.slice(0, 10)) say(`LEAK ${leak}`);
  say(`SQL: ${counts.leak} leaks in ${counts.same} answers that could be compared`);
  if (tried < queries) say(`the time was over after ${tried} of ${queries}`);
  return leaks.length === 0 && tried === queries;
}

/** Makes each mistake in turn and searches until it is found. True when all were, and were seen in the catalogue too. */
export async function findPlantedSql({ grounds, tenants, seed, queries, deadline, say }: SqlSearch): Promise<boolean> {
  let missed = 0;
  for (const mistake of MISTAKES) {
    const ground = grounds.find(({ island }) => island === mistake.island) as Ground;
    for (const statement of mistake.make) await ground.admin.unsafe(statement);
    const changed = await lookAgain(ground, tenants.own);
    const inCatalogue = (await catalogueBreaches(ground.admin)).length > 0;
    let after = 0;
    let found: Trial | undefined;
    while (found === undefined && after < queries && Date.now() < deadline) {
      const trial = await tryOne(changed, seed * 1_000_003 + after, tenants);
      after += 1;
      if (trial.kind === 'leak') found = trial;
    }
    for (const statement of mistake.undo) await ground.admin.unsafe(statement);
    const how = `${inCatalogue ? 'seen in the catalogue' : 'NOT SEEN in the catalogue'}`;
    say(`${found === undefined ? 'MISSED' : `found after ${String(after).padStart(4)}`}  ${how}  ${mistake.name}`);
    if (found === undefined || !inCatalogue) missed += 1;
  }
  say(`${MISTAKES.length - missed} of ${MISTAKES.length} mistakes found by SQL`);
  return missed === 0;
}

function tryOne(ground: Ground, at: number, tenants: SqlSearch['tenants']): Promise<Trial> {
  return at % 4 === 3 ? tryWrite(ground, at, tenants) : tryRead(ground, at, tenants.own);
}
