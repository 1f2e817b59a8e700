import { differenceOf } from './answers/compare.ts';
import type { TaintCheck } from './answers/taint.ts';
import type { Case } from './documents/random-case.ts';
import type { Asking, Doors, Reply } from './worlds/doors.ts';
import type { World } from './worlds/open-world.ts';

/** The world with every tenant, and the one with the asking tenant alone. */
export type Worlds = { readonly whole: World; readonly alone: World };

/** How answers are judged. */
export type Judge = { readonly taint: TaintCheck; readonly isKnown: (id: string) => boolean };

/** What came of one case: the answer of the whole world, and what it told that it must not. `isLate`: an answer did not come in time, and says nothing. */
export type Tried = {
  readonly reply: Reply;
  readonly without: Reply;
  readonly isLate: boolean;
  readonly leak: string | undefined;
};

/** A busy machine may take longer than a call's deadline: the question is put again then, at most so often. */
const ATTEMPTS = 4;
const LATE = new Set(['TIMEOUT', 'UNAVAILABLE', 'ANALYTICS_UNAVAILABLE']);

/** Asks both worlds, and holds what the whole one says against the one that knows nobody else. */
export async function tryCase({ whole, alone }: Worlds, judge: Judge, tried: Case): Promise<Tried> {
  const { asker, rival, question, kind } = tried;
  // What a rival was given must not be kept for others.
  if (rival !== undefined) await ask(whole, tried, rival);
  whole.foreignWrites();
  const { reply, without, isLate } = await untilInTime(async () => {
    const [reply, without] = await Promise.all([ask(whole, tried, asker), ask(alone, tried, asker)]);
    return { reply, without, isLate: [reply, without].some(({ errors }) => errors.some(({ code }) => LATE.has(code))) };
  });
  const foreign = kind === 'mutation' ? whole.foreignWrites() : [];
  const told = judge.taint(reply, question.variables);
  const leak =
    (foreign.length === 0 ? undefined : `wrote rows of another tenant: ${foreign.join(', ')}`) ??
    (told === undefined ? undefined : `told what belongs to another tenant: ${told}`) ??
    (isLate ? undefined : differenceOf(reply, without, kind === 'mutation', judge.isKnown));
  return { reply, without, isLate, leak };
}

async function untilInTime<Answers extends { isLate: boolean }>(asks: () => Promise<Answers>): Promise<Answers> {
  for (let attempt = 1; ; attempt += 1) {
    const answers = await asks();
    if (!answers.isLate || attempt === ATTEMPTS) return answers;
  }
}

/** In the order in which they are numbered; those that only read, several at the same time. */
export async function tryCases(worlds: Worlds, judge: Judge, cases: readonly Case[]): Promise<Map<Case, Tried>> {
  const outcomes = new Map<Case, Tried>();
  const reading = cases.filter(({ kind }) => kind !== 'mutation');
  const tried = await Promise.all(reading.map((one) => tryCase(worlds, judge, one)));
  for (const [at, one] of reading.entries()) outcomes.set(one, tried[at] as Tried);
  for (const one of cases) if (one.kind === 'mutation') outcomes.set(one, await tryCase(worlds, judge, one));
  return new Map(cases.map((one) => [one, outcomes.get(one) as Tried]));
}

function ask(doors: Doors, { door, question }: Case, asking: Asking): Promise<Reply> {
  return door === 'gateway' ? doors.askGateway(asking, question) : doors.askIsland(door, asking, question);
}
