import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Assessment, type AssessmentAnswer, type AssessmentItem, scoreAssessment } from './assessment.ts';

function item(id: string, weight: number, change: Partial<AssessmentItem> = {}): AssessmentItem {
  const choices = [
    { key: 'a', isRight: true },
    { key: 'b', isRight: false },
    { key: 'c', isRight: false },
  ];
  return { id, weight, isMultipleChoice: false, reactivoId: `reactivo-${id}`, criterion: 'criterio-1', choices, ...change };
}

const SAFETY = item('seguridad', 40);
const WIRING = item('conexión', 40, { criterion: 'criterio-2' });
const TOOLS = item('herramientas', 20, {
  isMultipleChoice: true,
  choices: [
    { key: 'a', isRight: true },
    { key: 'b', isRight: true },
    { key: 'c', isRight: false },
  ],
});
const ASSESSMENT: Assessment = { passingScorePercent: 80, items: [SAFETY, WIRING, TOOLS] };

/** One answer per question; a key names the choice, or choices, of `alice`. */
function answers(seguridad: string, conexion: string, herramientas: string): AssessmentAnswer[] {
  return [
    { itemId: 'seguridad', choiceKeys: [...seguridad] },
    { itemId: 'conexión', choiceKeys: [...conexion] },
    { itemId: 'herramientas', choiceKeys: [...herramientas] },
  ];
}

function scoreOf(given: AssessmentAnswer[], assessment: Assessment = ASSESSMENT) {
  const scored = scoreAssessment(assessment, given);
  if (!scored.ok) throw new Error(`Expected a score, got ${scored.error.kind}.`);
  return scored.value;
}

describe('an attempt at the final assessment', () => {
  test('with every answer right fulfils every reactivo and passes', () => {
    expect(scoreOf(answers('a', 'a', 'ab'))).toEqual({
      scorePercent: 100,
      fulfilledWeight: 100,
      totalWeight: 100,
      isPassed: true,
      reactivos: [
        { id: 'reactivo-seguridad', criterion: 'criterio-1', weight: 40, isFulfilled: true },
        { id: 'reactivo-conexión', criterion: 'criterio-2', weight: 40, isFulfilled: true },
        { id: 'reactivo-herramientas', criterion: 'criterio-1', weight: 20, isFulfilled: true },
      ],
    });
  });

  test('passes exactly at the passing score and fails below it', () => {
    expect(scoreOf(answers('a', 'a', 'a'))).toMatchObject({ scorePercent: 80, isPassed: true });
    expect(scoreOf(answers('a', 'b', 'ab'))).toMatchObject({ scorePercent: 60, isPassed: false });
  });

  test('gives no part of a multiple choice that misses a choice, or has one too many', () => {
    expect(scoreOf(answers('a', 'a', 'b')).fulfilledWeight).toBe(80);
    expect(scoreOf(answers('a', 'a', 'abc')).fulfilledWeight).toBe(80);
  });

  test('scores by weight, not by number of questions', () => {
    expect(scoreOf(answers('b', 'b', 'ab')).scorePercent).toBe(20);
  });

  test('does not depend on the order of answers or choices, nor on a choice named twice', () => {
    expect(scoreOf(answers('aa', 'a', 'bab').reverse())).toEqual(scoreOf(answers('a', 'a', 'ab')));
  });

  test('fulfils a reactivo of two questions only if both are right', () => {
    const shared = {
      ...ASSESSMENT,
      items: [SAFETY, { ...WIRING, reactivoId: 'reactivo-seguridad', criterion: 'criterio-1' }, TOOLS],
    };
    expect(scoreOf(answers('a', 'b', 'ab'), shared)).toMatchObject({
      scorePercent: 20,
      reactivos: [{ id: 'reactivo-seguridad', weight: 80, isFulfilled: false }, { isFulfilled: true }],
    });
    expect(scoreOf(answers('b', 'a', 'ab'), shared).scorePercent).toBe(20);
    expect(scoreOf(answers('a', 'a', 'ab'), shared).scorePercent).toBe(100);
  });

  test('is not failed by the rounding of binary fractions', () => {
    const tenths = { passingScorePercent: 80, items: [item('uno', 0.3), item('dos', 3.3), item('tres', 0.9)] };
    const given = [
      ['uno', 'a'],
      ['dos', 'a'],
      ['tres', 'b'],
    ].map(([itemId = '', key = '']) => ({ itemId, choiceKeys: [key] }));
    expect(scoreOf(given, tenths).scorePercent).toBeLessThan(80);
    expect(scoreOf(given, tenths).isPassed).toBe(true);
  });

  test('never scores lower for one more right answer, and stays between 0 and 100', () => {
    const weights = fc.array(fc.tuple(fc.integer({ min: 1, max: 100 }), fc.boolean()), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(weights, (attempt) => {
        const assessment = { passingScorePercent: 80, items: attempt.map(([weight], i) => item(String(i), weight)) };
        const given = attempt.map(([, isRight], i) => ({ itemId: String(i), choiceKeys: [isRight ? 'a' : 'b'] }));
        const before = scoreOf(given, assessment).scorePercent;
        expect(before).toBeGreaterThanOrEqual(0);
        for (const at of given.keys()) {
          const better = given.map((answer, i) => (i === at ? { ...answer, choiceKeys: ['a'] } : answer));
          const after = scoreOf(better, assessment).scorePercent;
          expect(after).toBeGreaterThanOrEqual(before);
          expect(after).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});

describe('an attempt is refused', () => {
  test('when a question is left out, or answered with nothing', () => {
    expect(scoreAssessment(ASSESSMENT, answers('a', 'a', 'ab').slice(0, 1))).toEqual({
      ok: false,
      error: { kind: 'UnansweredItems', itemIds: ['conexión', 'herramientas'] },
    });
    expect(scoreAssessment(ASSESSMENT, answers('a', 'a', ''))).toEqual({
      ok: false,
      error: { kind: 'UnansweredItems', itemIds: ['herramientas'] },
    });
  });

  test('when it answers a question of another assessment', () => {
    const given = [...answers('a', 'a', 'ab'), { itemId: 'ajena', choiceKeys: ['a'] }];
    expect(scoreAssessment(ASSESSMENT, given)).toEqual({ ok: false, error: { kind: 'UnknownItem', itemIds: ['ajena'] } });
  });

  test('when it answers a question twice', () => {
    const given = [...answers('a', 'a', 'ab'), ...answers('b', 'b', 'b').slice(0, 1)];
    expect(scoreAssessment(ASSESSMENT, given)).toEqual({ ok: false, error: { kind: 'DuplicateAnswer', itemIds: ['seguridad'] } });
  });

  test('when it chooses what is not offered, or two of a single choice', () => {
    expect(scoreAssessment(ASSESSMENT, answers('z', 'a', 'ab'))).toEqual({
      ok: false,
      error: { kind: 'InvalidChoice', itemId: 'seguridad', reason: 'UNKNOWN_CHOICE' },
    });
    expect(scoreAssessment(ASSESSMENT, answers('ab', 'a', 'ab'))).toEqual({
      ok: false,
      error: { kind: 'InvalidChoice', itemId: 'seguridad', reason: 'MORE_THAN_ONE_CHOICE' },
    });
  });
});

test('an assessment that cannot be scored is a mistake of whoever stored it', () => {
  expect(() => scoreAssessment({ passingScorePercent: 80, items: [] }, [])).toThrow('at least one question');
  expect(() =>
    scoreAssessment({ passingScorePercent: 80, items: [item('uno', 0)] }, [{ itemId: 'uno', choiceKeys: ['a'] }]),
  ).toThrow('weigh more than 0');
});
