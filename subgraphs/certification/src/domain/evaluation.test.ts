import { describe, expect, test } from 'vitest';
import { evaluateCompletion } from './evaluation.ts';

const REACTIVOS = [
  { id: 'R1', criterion: 'C1', weight: 6, isFulfilled: true },
  { id: 'R2', criterion: 'C2', weight: 4, isFulfilled: true },
];

describe('the evidence of a completion', () => {
  test('reaches the puntaje mínimo as a share of the whole weight', () => {
    expect(evaluateCompletion({ minimumScorePercent: 100, reactivos: REACTIVOS })).toMatchObject({
      ok: true,
      value: { verdict: 'COMPETENTE', score: 10, minimumScore: 10 },
    });
  });

  test('must show every criterio, however high the score', () => {
    const [first, second] = REACTIVOS;
    const evidence = { minimumScorePercent: 50, reactivos: [first, { ...second, isFulfilled: false }] as typeof REACTIVOS };
    expect(evaluateCompletion(evidence)).toMatchObject({ value: { verdict: 'TODAVIA_NO_COMPETENTE' } });
  });

  test('without reactivos cannot be judged: the score of the course never stands in', () => {
    expect(evaluateCompletion({ minimumScorePercent: 0, reactivos: [] })).toEqual({ ok: false, error: { kind: 'NoReactivos' } });
  });

  test('with a reactivo twice cannot be judged', () => {
    expect(evaluateCompletion({ minimumScorePercent: 50, reactivos: [...REACTIVOS, ...REACTIVOS] })).toMatchObject({
      ok: false,
      error: { kind: 'DuplicateReactivoAnswers' },
    });
  });
});
