import { unreachable } from '@academy/kernel';
import type { AssessmentAnswer, AssessmentRefusal } from './assessment.ts';

/** Which value of the answers cannot be accepted. Holds no answer, so it may be stored. */
export type AnswerFault = {
  /** Path in the input, e.g. `answers.2.itemId`; `answers` when a question has no answer at all. */
  readonly field: string;
  readonly message: string;
};

/** Where in the list of answers the reason of a refusal lies: the first place, if there are several. */
export function answerFault(refusal: AssessmentRefusal, answers: readonly AssessmentAnswer[]): AnswerFault {
  const places = (itemId: string | undefined) => answers.flatMap((answer, i) => (answer.itemId === itemId ? [i] : []));
  switch (refusal.kind) {
    case 'UnknownItem': {
      const [at] = places(refusal.itemIds[0]);
      return { field: `answers.${at}.itemId`, message: 'Expected a question of this assessment; got an id of none of them.' };
    }
    case 'DuplicateAnswer': {
      const [first, second] = places(refusal.itemIds[0]);
      return {
        field: `answers.${second}.itemId`,
        message: `Expected one answer per question; answers.${first} answers this one already.`,
      };
    }
    case 'UnansweredItems': {
      const count = refusal.itemIds.length;
      const empty = answers.findIndex((answer) => refusal.itemIds.includes(answer.itemId));
      if (empty >= 0) return { field: `answers.${empty}.choiceKeys`, message: 'Expected at least one choice; got none.' };
      return {
        field: 'answers',
        message: `Expected an answer to every question; ${count} ${count === 1 ? 'has' : 'have'} none.`,
      };
    }
    case 'InvalidChoice': {
      const [at] = places(refusal.itemId);
      return { field: `answers.${at}.choiceKeys`, message: choiceMessage(refusal.reason) };
    }
    default:
      return unreachable(refusal);
  }
}

function choiceMessage(reason: 'UNKNOWN_CHOICE' | 'MORE_THAN_ONE_CHOICE'): string {
  switch (reason) {
    case 'UNKNOWN_CHOICE':
      return 'Expected keys of the choices that the question offers; got one that it does not.';
    case 'MORE_THAN_ONE_CHOICE':
      return 'Expected one choice, as the question is not a multiple choice; got several.';
    default:
      return unreachable(reason);
  }
}
