import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EvaluationInstrument, judgeCompetence } from './judgement.ts';

/** Two criterios; the first is shown by two reactivos. */
const INSTRUMENT: EvaluationInstrument = {
  minimumScore: 60,
  criteria: ['C1', 'C2'],
  reactivos: [
    { id: 'R1', criterion: 'C1', weight: 50 },
    { id: 'R2', criterion: 'C1', weight: 40 },
    { id: 'R3', criterion: 'C2', weight: 10 },
  ],
};

/** Answers to R1, R2, …: `+` fulfilled, `-` not. */
function answers(signs: string) {
  return [...signs].map((sign, i) => ({ reactivoId: `R${i + 1}`, isFulfilled: sign === '+' }));
}

function judged(signs: string, instrument: EvaluationInstrument = INSTRUMENT) {
  const judgement = judgeCompetence(instrument, answers(signs));
  if (!judgement.ok) throw new Error(`Expected a judgement, got ${judgement.error.kind}.`);
  return judgement.value;
}

describe('a candidate', () => {
  test('who reaches the puntaje mínimo and shows every criterio is competent', () => {
    expect(judged('+-+')).toEqual({ verdict: 'COMPETENTE', score: 60, minimumScore: 60 });
  });

  test('who has 90 points and leaves a criterio unfulfilled is not yet competent', () => {
    expect(judged('++-')).toEqual({
      verdict: 'TODAVIA_NO_COMPETENTE',
      score: 90,
      minimumScore: 60,
      reasons: [{ kind: 'CriterionUnfulfilled', criterion: 'C2' }],
    });
  });

  test('who shows every criterio below the puntaje mínimo is not yet competent', () => {
    expect(judged('-++')).toEqual({
      verdict: 'TODAVIA_NO_COMPETENTE',
      score: 50,
      minimumScore: 60,
      reasons: [{ kind: 'ScoreBelowMinimum', scored: 50, required: 60 }],
    });
  });

  test('who fulfils nothing is told every reason', () => {
    expect(judged('---')).toMatchObject({
      score: 0,
      reasons: [
        { kind: 'ScoreBelowMinimum', scored: 0, required: 60 },
        { kind: 'CriterionUnfulfilled', criterion: 'C1' },
        { kind: 'CriterionUnfulfilled', criterion: 'C2' },
      ],
    });
  });

  test('is not competent by a criterio that the instrument does not show', () => {
    expect(judged('+++', { ...INSTRUMENT, criteria: ['C1', 'C2', 'C3'] })).toMatchObject({
      verdict: 'TODAVIA_NO_COMPETENTE',
      reasons: [{ kind: 'CriterionUnfulfilled', criterion: 'C3' }],
    });
  });

  test('is judged against the puntaje mínimo of the instrument, 99.62 as well as 60', () => {
    const reactivos = [33.21, 33.21, 33.2, 0.38].map((weight, i) => ({ id: `R${i + 1}`, criterion: 'C1', weight }));
    const instrument = { minimumScore: 99.62, criteria: ['C1'], reactivos };
    expect(judged('+++-', instrument).verdict).toBe('COMPETENTE');
    expect(judged('++-+', instrument).verdict).toBe('TODAVIA_NO_COMPETENTE');
  });

  test('is not failed by the rounding of binary fractions', () => {
    const reactivos = [0.51, 0.58].map((weight, i) => ({ id: `R${i + 1}`, criterion: 'C1', weight }));
    const judgement = judged('++', { minimumScore: 1.09, criteria: ['C1'], reactivos });
    expect(judgement.score).toBeLessThan(1.09);
    expect(judgement.verdict).toBe('COMPETENTE');
  });
});

describe('a judgement is refused', () => {
  test('while a reactivo is unanswered', () => {
    expect(judgeCompetence(INSTRUMENT, answers('+'))).toEqual({
      ok: false,
      error: { kind: 'UnansweredReactivos', reactivoIds: ['R2', 'R3'] },
    });
  });

  test('when a reactivo of another instrument is answered', () => {
    expect(judgeCompetence(INSTRUMENT, answers('++++'))).toEqual({
      ok: false,
      error: { kind: 'UnknownReactivos', reactivoIds: ['R4'] },
    });
  });

  test('when a reactivo is answered twice, even the same way', () => {
    expect(judgeCompetence(INSTRUMENT, [...answers('+++'), ...answers('+')])).toEqual({
      ok: false,
      error: { kind: 'DuplicateReactivoAnswers', reactivoIds: ['R1'] },
    });
  });
});

const anyInstrument = fc
  .array(
    fc.record({
      criterion: fc.constantFrom('C1', 'C2', 'C3'),
      weight: fc.integer({ min: 1, max: 5_000 }),
      isFulfilled: fc.boolean(),
    }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .chain((rows) => {
    const total = rows.reduce((sum, row) => sum + row.weight, 0);
    return fc.integer({ min: 0, max: total }).map((minimum) => ({ rows, minimum }));
  });

test('competent is exactly both parts of the rule, counted in hundredths', () => {
  fc.assert(
    fc.property(anyInstrument, ({ rows, minimum }) => {
      const instrument = {
        minimumScore: minimum / 100,
        criteria: [...new Set(rows.map((row) => row.criterion))],
        reactivos: rows.map((row, i) => ({ id: `R${i + 1}`, criterion: row.criterion, weight: row.weight / 100 })),
      };
      const judgement = judged(rows.map((row) => (row.isFulfilled ? '+' : '-')).join(''), instrument);
      const points = rows.filter((row) => row.isFulfilled).reduce((sum, row) => sum + row.weight, 0);
      const shown = new Set(rows.filter((row) => row.isFulfilled).map((row) => row.criterion));
      expect(judgement.verdict === 'COMPETENTE').toBe(points >= minimum && shown.size === instrument.criteria.length);
    }),
  );
});
