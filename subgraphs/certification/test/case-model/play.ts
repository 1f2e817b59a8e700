import { type Case, type CasePath, isOpen } from '../../src/domain/case/phases.ts';
import type { transition } from '../../src/domain/case/transition.ts';
import { badlyDone, wellDone } from './commands.ts';
import { after, isReversal, type Model, opened, possible } from './model.ts';
import { ACTS, type Act, ENDS, LIVES, NEWS, OURS } from './table.ts';

export type Transition = typeof transition;

/** What was seen in all plays together: so that a property that holds because nothing was tried does not pass. */
export type Seen = { readonly steps: Set<string>; readonly refusals: Set<string>; acts: number };

export const STARTS: readonly (readonly [CasePath, boolean])[] = [
  ['AUTOMATIC_FROM_ASSESSMENT', true],
  ['ACCREDITED_EVALUATOR', true],
  ['ACCREDITED_EVALUATOR', true],
  ['AUTOMATIC_FROM_ASSESSMENT', false],
  ['REVERSAL', true],
];

const INTERRUPTIONS: ReadonlySet<Act> = new Set<Act>(['withdraw', 'close', 'lapse', 'holdForDuties', 'holdForArco']);
/** Acts that lead on are drawn this much more often, so that plays come far. */
const ONWARD = 30;

/**
 * Plays a sequence of acts against the state machine and the model side by side. Each number decides one act: most are drawn from what the model allows,
 * some from all; some are badly done, some of another attempt. Throws at the first difference.
 */
export function play(machine: Transition, start: (typeof STARTS)[number], choices: readonly number[], seen: Seen): void {
  const [path, hasStandard] = start;
  let model = opened(path, hasStandard);
  let current: Case = { status: 'REGISTERED', path, hasStandard };
  for (const choice of choices) {
    const act = chosen(model, choice);
    seen.acts += 1;
    const flaws = badlyDone(act, model);
    const flaw = digit(choice, 3) < 2 ? flaws[digit(choice, 4) % Math.max(1, flaws.length)] : undefined;
    const strayed = flaw === undefined && NEWS.has(act) && digit(choice, 3) === 9 ? (choice % 2 === 0 ? 1 : -1) : 0;
    const command = flaw?.[0] ?? wellDone(act, { ...model, attempt: model.attempt + strayed });
    const expected = flaw === undefined && strayed === 0 ? after(model, act) : undefined;
    const taken = machine(current, command);
    const about = `${act}${flaw === undefined ? '' : ` (${flaw[1]})`} in ${model.status} of ${path}`;
    if (taken.ok) {
      if (expected === undefined) throw new Error(`${about} was let through to ${taken.value.next.status}.`);
      const { next } = taken.value;
      if (next.status !== expected.status) throw new Error(`${about} led to ${next.status}, not to ${expected.status}.`);
      if (ENDS.includes(current.status)) throw new Error(`${about} changed what had ended.`);
      if (LIVES.includes(current.status) && !LIVES.includes(next.status)) throw new Error(`${about} took a certificate back.`);
      const again = machine(next, command);
      if (again.ok || again.error.kind !== 'AlreadyKnown') throw new Error(`${about}, told again, was not known.`);
      seen.steps.add(`${act}: ${current.status} → ${next.status}`);
      current = next;
      model = expected;
      if (isOpen(current) !== mayGoOn(model)) throw new Error(`${model.status} of ${path} is open or ended by mistake.`);
      continue;
    }
    const { error } = taken;
    if (expected !== undefined) throw new Error(`${about} was refused as ${error.kind}; ${expected.status} was expected.`);
    if (error.status !== current.status || error.command !== command.kind)
      throw new Error(`${about} was refused in other words.`);
    if (error.kind === 'NotPossible' && error.expected.length === 0)
      throw new Error(`${about} was refused without what was expected.`);
    if (flaw !== undefined && after(model, act) !== undefined && (error.kind !== 'Guarded' || error.guard.kind !== flaw[1]))
      throw new Error(`${about} was refused as ${JSON.stringify(error)}.`);
    if (flaw === undefined && (error.kind === 'LateReversal') !== (strayed === 0 && isReversal(model, act)))
      throw new Error(`${about} was taken for ${error.kind}.`);
    seen.refusals.add(error.kind === 'Guarded' ? `Guarded ${error.guard.kind}` : error.kind);
  }
}

function chosen(model: Model, choice: number): Act {
  if (digit(choice, 5) < 3) return ACTS[digit(choice, 1, 1_000) % ACTS.length] as Act;
  const allowed = [...possible(model).keys()]
    .filter((act) => after(model, act) !== undefined)
    .flatMap((act) => (INTERRUPTIONS.has(act) ? [act] : Array.from({ length: ONWARD }, () => act)));
  const from = allowed.length === 0 ? ACTS : allowed;
  return from[digit(choice, 1, 1_000) % from.length] as Act;
}

/** A digit of the number; `place` from 0 at its end. */
function digit(choice: number, place: number, base = 10): number {
  return base === 10 ? Math.floor(choice / 10 ** (place + 3)) % 10 : choice % base;
}

function mayGoOn({ status, hasStandard }: Model): boolean {
  if (status === 'RESULTS_DELIVERED') return hasStandard;
  const isOurs = (OURS as readonly string[]).includes(status);
  return isOurs || ['ON_HOLD', 'SUBMISSION_PREPARED', 'SUBMISSION_UNKNOWN', 'SUBMITTED', 'IN_PROCESS'].includes(status);
}
