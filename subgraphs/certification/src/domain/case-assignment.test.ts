import { PERSONAS } from '@academy/kernel';
import { expect, test } from 'vitest';
import { mayAssign, mayEnd } from './case-assignment.ts';

const asked = {
  duty: 'EVALUATOR' as const,
  persona: 'certifier' as const,
  isHerself: false,
  isHeld: true,
  isCaseOpen: true,
  isTaken: false,
};

test.each([
  ['EVALUATOR', ['certifier', 'centre_admin', 'admin']],
  ['VERIFIER', ['certifier', 'admin']],
  ['AUDITOR', ['admin']],
] as const)('%s is given, and taken away, by %j alone', (duty, expected) => {
  const givers = PERSONAS.filter((persona) => mayAssign({ ...asked, duty, persona }).ok);
  expect(givers).toEqual(expected);
  expect(PERSONAS.filter((persona) => mayEnd(persona, duty))).toEqual(expected);
});

test.each([
  [{ isHerself: true }, { kind: 'Herself' }],
  [{ isHeld: false }, { kind: 'NotHeld', duty: 'EVALUATOR' }],
  [{ isCaseOpen: false }, { kind: 'CaseEnded' }],
  [{ isTaken: true }, { kind: 'Taken', duty: 'EVALUATOR' }],
])('%j refuses it', (other, error) => {
  expect(mayAssign({ ...asked, ...other })).toEqual({ ok: false, error });
});

test('a case that is over may still be audited', () => {
  expect(mayAssign({ ...asked, duty: 'AUDITOR', persona: 'admin', isCaseOpen: false }).ok).toBe(true);
});
