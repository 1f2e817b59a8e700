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
  const taken = new Set([...seen.steps].map((step) => step.split(':')[0]));
  expect(
    ACTS.filter((act) => !taken.has(act)),
    'acts that were never taken',
  ).toEqual([]);
  const reached = new Set([...seen.steps].flatMap((step) => step.split(': ')[1]?.split(' → ') ?? []));
  const states = new Set(ROWS.flatMap(([, from, to]) => [...from, to]).filter((state) => state !== 'BACK'));
  expect(
    [...states].filter((state) => !reached.has(state)),
    'states that were never reached',
  ).toEqual([]);
  const kinds = ['AlreadyKnown', 'Overtaken', 'Final', 'NotPossible', 'OnHold', 'OtherAttempt', 'LateReversal'];
  const guards = ACTS.flatMap((act) =>
    badlyDone(act, { attempt: 1, portfolioRoot: null }).map(([, guard]) => `Guarded ${guard}`),
  );
  expect(
    [...new Set([...kinds, ...guards])].filter((kind) => !seen.refusals.has(kind)),
    'refusals that never came',
  ).toEqual([]);
  expect(seen.acts).toBeGreaterThan(100_000);
}, 60_000);

test.each(MISTAKES.map(({ name, machine }) => [name, machine] as const))(
  'a state machine that %s is found out',
  (_name, machine) => {
    const found = fc.check(plays(machine, nothingSeen()), { numRuns: 5_000, endOnFailure: true });
    expect(found.failed).toBe(true);
  },
);
