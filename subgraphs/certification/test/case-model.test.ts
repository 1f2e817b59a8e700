import fc from 'fast-check';
import { expect, test } from 'vitest';
import { transition } from '../src/domain/case/transition.ts';
import { badlyDone } from './case-model/commands.ts';
import { MISTAKES } from './case-model/mistakes.ts';
import { play, type Seen, STARTS, type Transition } from './case-model/play.ts';
import { ACTS, ROWS } from './case-model/table.ts';

const LONGEST_PLAY = 40;
const anyPlay = () =>
  fc.tuple(
    fc.constantFrom(...STARTS),
    fc.array(fc.noBias(fc.nat({ max: 999_999_999 })), { minLength: 10, maxLength: LONGEST_PLAY, size: 'max' }),
  );

function plays(machine: Transition, seen: Seen) {
  return fc.property(anyPlay(), ([start, choices]) => play(machine, start, choices, seen));
}

const nothingSeen = (): Seen => ({ steps: new Set(), refusals: new Set(), acts: 0 });

test('10,000 random sequences of commands never reach a state that the table lacks, and every refusal is typed', () => {
  const seen = nothingSeen();
  fc.assert(plays(transition, seen), { numRuns: 10_000 });
  // What chance brings once in 10,000 plays, it may owe: some more are played then.
  for (let rounds = 1; rounds < 5 && neverSeen(seen).length > 0; rounds += 1)
    fc.assert(plays(transition, seen), { numRuns: 10_000 });
  expect(neverSeen(seen)).toEqual([]);
  expect(seen.acts).toBeGreaterThan(100_000);
}, 60_000);

/** Acts that were never taken, states that were never reached, refusals that never came. */
function neverSeen(seen: Seen): string[] {
  const steps = [...seen.steps].map((step) => step.split(': ') as [act: string, states: string]);
  const taken = new Set(steps.map(([act]) => act));
  const reached = new Set(steps.flatMap(([, states]) => states.split(' → ')));
  const states = new Set(ROWS.flatMap(([, from, to]) => [...from, to]).filter((state) => state !== 'BACK'));
  const kinds = ['AlreadyKnown', 'Overtaken', 'Final', 'NotPossible', 'OnHold', 'OtherAttempt', 'LateReversal'];
  const guards = ACTS.flatMap((act) =>
    badlyDone(act, { attempt: 1, portfolioRoot: null }).map(([, guard]) => `Guarded ${guard}`),
  );
  return [
    ...ACTS.filter((act) => !taken.has(act)),
    ...[...states].filter((state) => !reached.has(state)),
    ...new Set([...kinds, ...guards].filter((kind) => !seen.refusals.has(kind))),
  ];
}

test.each(MISTAKES.map(({ name, machine }) => [name, machine] as const))(
  'a state machine that %s is found out',
  (_name, machine) => {
    const found = fc.check(plays(machine, nothingSeen()), { numRuns: 50_000, endOnFailure: true });
    expect(found.failed).toBe(true);
  },
);
