import { expect, test } from 'vitest';
import { answerFault } from './answer-fault.ts';
import { type Assessment, type AssessmentAnswer, scoreAssessment } from './assessment.ts';

const choices = [
  { key: 'a', isRight: true },
  { key: 'b', isRight: false },
];
const ASSESSMENT: Assessment = {
  passingScorePercent: 80,
  items: ['uno', 'dos', 'tres'].map((id) => ({
    id,
    weight: 1,
    isMultipleChoice: false,
    reactivoId: id,
    criterion: 'c',
    choices,
  })),
};

function answer(itemId: string, ...choiceKeys: string[]): AssessmentAnswer {
  return { itemId, choiceKeys };
}

test.each<[string, AssessmentAnswer[], string]>([
  ['a question of another assessment', [answer('uno', 'a'), answer('ajena', 'a'), answer('dos', 'a')], 'answers.1.itemId'],
  ['the second answer to a question', [answer('uno', 'a'), answer('dos', 'a'), answer('uno', 'b')], 'answers.2.itemId'],
  ['an answer without a choice', [answer('uno', 'a'), answer('dos'), answer('tres', 'a')], 'answers.1.choiceKeys'],
  ['answers that leave a question out', [answer('uno', 'a'), answer('tres', 'a')], 'answers'],
  ['a choice that is not offered', [answer('uno', 'a'), answer('dos', 'a'), answer('tres', 'z')], 'answers.2.choiceKeys'],
  [
    'two choices where one is expected',
    [answer('uno', 'a', 'b'), answer('dos', 'a'), answer('tres', 'a')],
    'answers.0.choiceKeys',
  ],
])('%s is named by its path in the input', (_what, answers, field) => {
  const scored = scoreAssessment(ASSESSMENT, answers);
  if (scored.ok) throw new Error('Expected a refusal.');
  expect(answerFault(scored.error, answers)).toMatchObject({ field, message: expect.stringMatching(/^Expected /) });
});

test('how many questions are left out is told in the singular and in the plural', () => {
  const one = scoreAssessment(ASSESSMENT, [answer('uno', 'a'), answer('dos', 'a')]);
  const two = scoreAssessment(ASSESSMENT, [answer('uno', 'a')]);
  if (one.ok || two.ok) throw new Error('Expected refusals.');
  expect(answerFault(one.error, []).message).toBe('Expected an answer to every question; 1 has none.');
  expect(answerFault(two.error, []).message).toBe('Expected an answer to every question; 2 have none.');
});
