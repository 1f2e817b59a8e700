import { expect, test } from 'vitest';
import type { GuardRefusal } from '../../domain/case/refusals.ts';
import { guardWords } from './guard-words.ts';

const guards: readonly (readonly [GuardRefusal, readonly string[]])[] = [
  [{ kind: 'StandardNotActive', standardCode: 'EC0325.01' }, ['EC0325.01', 'propose']],
  [{ kind: 'StandardNotPinned', expected: 'EC0325.01', came: 'EC0325.02' }, ['EC0325.01', 'EC0325.02']],
  [{ kind: 'EvaluatorLacksEc0076', evaluatorId: 'x' }, ['EC0076', 'certifier']],
  [
    { kind: 'EvaluatorNotAccredited', evaluatorId: 'x', standardMajor: 'EC0325', on: '2026-07-01', validThrough: '2026-06-30' },
    ['EC0325', '2026-07-01', '2026-06-30'],
  ],
  [
    { kind: 'EvaluatorNotAccredited', evaluatorId: 'x', standardMajor: 'EC0325', on: '2026-07-01', validThrough: null },
    ['EC0325', 'none that began'],
  ],
  [{ kind: 'ConsentsMissing', purposes: ['EVALUATION_DATA'] }, ['EVALUATION_DATA', 'certificationConsentGive']],
  [{ kind: 'DutyConflict', personId: 'x', duty: 'TAUGHT', at: new Date('2026-01-10T00:00:00Z') }, ['trained', '2026-01-10']],
  [
    {
      kind: 'IecIncomplete',
      refusal: { kind: 'UnansweredReactivos', reactivoIds: Array.from({ length: 12 }, (_, i) => `R${i}`) },
    },
    ['R0', 'R9', 'and 2 more'],
  ],
  [
    { kind: 'JudgementDiffers', expected: 'TODAVIA_NO_COMPETENTE', came: 'COMPETENTE' },
    ['TODAVIA_NO_COMPETENTE', 'overrideReason'],
  ],
  [{ kind: 'FeeUnpaid', dueCents: 139_900, paidCents: 0 }, ['1399.00', '0.00']],
];

test.each(guards)('$0.kind says what was expected and what came', (guard, words) => {
  const said = guardWords(guard);
  for (const word of words) expect(said).toContain(word);
  expect(said).toMatch(/\.$/);
  expect(said).not.toMatch(/undefined|\[object|NaN/);
});

test('nobody’s id is in what is said of an evaluator', () => {
  const evaluatorId = '0190a0a0-0000-7000-8000-000000000001';
  expect(guardWords({ kind: 'OtherEvaluator', expected: evaluatorId, came: evaluatorId })).not.toContain(evaluatorId);
  expect(guardWords({ kind: 'EvaluatorExcluded', evaluatorId })).not.toContain(evaluatorId);
});
