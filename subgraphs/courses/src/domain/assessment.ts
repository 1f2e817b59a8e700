import { fail, ok, type Result } from '@academy/kernel';

/** A final assessment with its right answers. Weights (peso) are positive and need not sum to 100. */
export type Assessment = {
  /** Least score to pass, 0 to 100. */
  readonly passingScorePercent: number;
  readonly items: readonly AssessmentItem[];
};

/** A question. It shows one reactivo of a criterio; several questions may show the same one. */
export type AssessmentItem = {
  readonly id: string;
  readonly isMultipleChoice: boolean;
  readonly weight: number;
  readonly reactivoId: string;
  readonly criterion: string;
  readonly choices: readonly AssessmentChoice[];
};

export type AssessmentChoice = { readonly key: string; readonly isRight: boolean };

/** What a learner chose in one question; naming a choice twice is the same as once. */
export type AssessmentAnswer = { readonly itemId: string; readonly choiceKeys: readonly string[] };

/** A reactivo as shown by all of its questions: fulfilled only if each was answered right. */
export type ReactivoOutcome = {
  readonly id: string;
  readonly criterion: string;
  readonly weight: number;
  readonly isFulfilled: boolean;
};

export type AssessmentScore = {
  /** 100 · fulfilled weight / total weight. */
  readonly scorePercent: number;
  readonly fulfilledWeight: number;
  readonly totalWeight: number;
  readonly isPassed: boolean;
  /** In the order of the assessment. */
  readonly reactivos: readonly ReactivoOutcome[];
};

export type AssessmentRefusal =
  | { readonly kind: 'UnknownItem'; readonly itemIds: readonly string[] }
  | { readonly kind: 'DuplicateAnswer'; readonly itemIds: readonly string[] }
  | { readonly kind: 'UnansweredItems'; readonly itemIds: readonly string[] }
  | { readonly kind: 'InvalidChoice'; readonly itemId: string; readonly reason: 'UNKNOWN_CHOICE' | 'MORE_THAN_ONE_CHOICE' };

/** A score that the sum of weights reaches may be missed by the rounding of binary fractions. */
const ROUNDING_PERCENT = 1e-9;

/**
 * The score of one attempt: a question is right when exactly the right choices were chosen, a reactivo when all of its questions
 * are. Refused unless every question is answered once, with choices that exist: a slip of the client must not fail a learner.
 * Throws when the assessment has no question, or a weight that is not positive: it could not be scored.
 */
export function scoreAssessment(
  assessment: Assessment,
  answers: readonly AssessmentAnswer[],
): Result<AssessmentScore, AssessmentRefusal> {
  const refusal = refusalOf(assessment, answers);
  if (refusal !== undefined) return fail(refusal);
  const chosen = new Map(answers.map((answer) => [answer.itemId, new Set(answer.choiceKeys)]));
  const reactivos = reactivosOf(assessment.items, (item) => isRight(item, chosen.get(item.id) ?? new Set()));
  const totalWeight = weightOf(reactivos);
  const fulfilledWeight = weightOf(reactivos.filter((reactivo) => reactivo.isFulfilled));
  const scorePercent = (100 * fulfilledWeight) / totalWeight;
  const isPassed = scorePercent + ROUNDING_PERCENT >= assessment.passingScorePercent;
  return ok({ scorePercent, fulfilledWeight, totalWeight, isPassed, reactivos });
}

function refusalOf(assessment: Assessment, answers: readonly AssessmentAnswer[]): AssessmentRefusal | undefined {
  const items = new Map(assessment.items.map((item) => [item.id, item]));
  const answered = answers.map((answer) => answer.itemId);
  const unknown = answered.filter((itemId) => !items.has(itemId));
  if (unknown.length > 0) return { kind: 'UnknownItem', itemIds: unknown };
  const duplicate = answered.filter((itemId, i) => answered.indexOf(itemId) < i);
  if (duplicate.length > 0) return { kind: 'DuplicateAnswer', itemIds: [...new Set(duplicate)] };
  const complete = new Set(answers.filter((answer) => answer.choiceKeys.length > 0).map((answer) => answer.itemId));
  const unanswered = assessment.items.filter((item) => !complete.has(item.id)).map((item) => item.id);
  if (unanswered.length > 0) return { kind: 'UnansweredItems', itemIds: unanswered };
  for (const { itemId, choiceKeys } of answers) {
    const item = items.get(itemId);
    const isKnown = choiceKeys.every((key) => item?.choices.some((choice) => choice.key === key));
    if (!isKnown) return { kind: 'InvalidChoice', itemId, reason: 'UNKNOWN_CHOICE' };
    if (item?.isMultipleChoice === false && new Set(choiceKeys).size > 1) {
      return { kind: 'InvalidChoice', itemId, reason: 'MORE_THAN_ONE_CHOICE' };
    }
  }
  return undefined;
}

function isRight(item: AssessmentItem, chosen: ReadonlySet<string>): boolean {
  return item.choices.every((choice) => choice.isRight === chosen.has(choice.key));
}

function reactivosOf(items: readonly AssessmentItem[], isItemRight: (item: AssessmentItem) => boolean): ReactivoOutcome[] {
  const reactivos = new Map<string, ReactivoOutcome>();
  for (const item of items) {
    if (!(item.weight > 0)) throw new RangeError(`Question ${item.id} must weigh more than 0, got ${item.weight}.`);
    const before = reactivos.get(item.reactivoId);
    reactivos.set(item.reactivoId, {
      id: item.reactivoId,
      criterion: item.criterion,
      weight: (before?.weight ?? 0) + item.weight,
      isFulfilled: (before?.isFulfilled ?? true) && isItemRight(item),
    });
  }
  if (reactivos.size === 0) throw new RangeError('An assessment must have at least one question.');
  return [...reactivos.values()];
}

function weightOf(reactivos: readonly ReactivoOutcome[]): number {
  return reactivos.reduce((total, reactivo) => total + reactivo.weight, 0);
}
