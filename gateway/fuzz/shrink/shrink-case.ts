import type { Subject } from '../subjects/subject.ts';
import { type Case, openArena, type Verdict } from '../trial.ts';
import { shrinkOperation } from './shrink-operation.ts';
import { shrinkSubgraphs } from './shrink-supergraph.ts';

/** The smallest case that was found, within the time, on which the subject still fails in a way that counts. */
export async function shrinkCase(
  start: Case,
  subject: Subject,
  options: { milliseconds: number; counts(verdict: Verdict, one: Case): boolean },
): Promise<Case> {
  const until = performance.now() + options.milliseconds;
  const isOver = () => performance.now() > until;
  const fails = (one: Case) => failsAlone(one, subject, options.counts);
  let best = start;
  for (let size = Number.POSITIVE_INFINITY; sizeOf(best) < size && !isOver(); ) {
    size = sizeOf(best);
    best = { ...best, operation: await shrinkInPlace(best, subject, options.counts, isOver) };
    const { source } = best.operation;
    const whole = best;
    const isInteresting = (subgraphs: Case['subgraphs']) => fails({ ...whole, subgraphs });
    best = { ...best, subgraphs: await shrinkSubgraphs(best.subgraphs, { source, isInteresting, isOver }) };
  }
  return best;
}

/** Over one world, since only the operation changes. */
async function shrinkInPlace(
  start: Case,
  subject: Subject,
  counts: (verdict: Verdict, one: Case) => boolean,
  isOver: () => boolean,
) {
  const arena = await openArena(start, { subject });
  if ('errors' in arena) return start.operation;
  try {
    return await shrinkOperation(
      start.operation,
      async (operation) => {
        const verdict = arena.mistakes(operation).length > 0 ? undefined : (await arena.tryOut(operation))?.verdicts['subject'];
        return verdict !== undefined && counts(verdict, { ...start, operation });
      },
      isOver,
    );
  } finally {
    await arena.close();
  }
}

async function failsAlone(one: Case, subject: Subject, counts: (verdict: Verdict, one: Case) => boolean): Promise<boolean> {
  try {
    const arena = await openArena(one, { subject });
    if ('errors' in arena) return false;
    try {
      const verdict =
        arena.mistakes(one.operation).length > 0 ? undefined : (await arena.tryOut(one.operation))?.verdicts['subject'];
      return verdict !== undefined && counts(verdict, one);
    } finally {
      await arena.close();
    }
  } catch {
    // What was cut too far is not a smaller example of the same.
    return false;
  }
}

function sizeOf({ subgraphs, operation }: Case): number {
  return operation.source.length + Object.values(subgraphs).join('').length;
}
