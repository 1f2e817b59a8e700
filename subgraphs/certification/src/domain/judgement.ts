import { fail, ok, type Result } from '@academy/kernel';

/** The Instrumento de Evaluación de la Competencia (IEC) of one standard. */
export type EvaluationInstrument = {
  /** Puntaje mínimo: least sum of fulfilled weights. */
  readonly minimumScore: number;
  /** Every criterio de evaluación of the standard, also one that no reactivo shows. */
  readonly criteria: readonly string[];
  readonly reactivos: readonly Reactivo[];
};

/** One thing to be shown, for one criterio; `weight` is its peso relativo, positive. */
export type Reactivo = { readonly id: string; readonly criterion: string; readonly weight: number };

/** Whether the candidate fulfilled one reactivo. */
export type ReactivoAnswer = { readonly reactivoId: string; readonly isFulfilled: boolean };

/** The judgement: there is no third value. */
export type Judgement =
  | { readonly verdict: 'COMPETENTE'; readonly score: number; readonly minimumScore: number }
  | {
      readonly verdict: 'TODAVIA_NO_COMPETENTE';
      readonly score: number;
      readonly minimumScore: number;
      /** At least one: first the score, then criteria in the order of the standard. */
      readonly reasons: readonly NotYetReason[];
    };

export type NotYetReason =
  | { readonly kind: 'ScoreBelowMinimum'; readonly scored: number; readonly required: number }
  | { readonly kind: 'CriterionUnfulfilled'; readonly criterion: string };

export type JudgementRefusal =
  | { readonly kind: 'UnansweredReactivos'; readonly reactivoIds: readonly string[] }
  | { readonly kind: 'UnknownReactivos'; readonly reactivoIds: readonly string[] }
  | { readonly kind: 'DuplicateReactivoAnswers'; readonly reactivoIds: readonly string[] };

/** Weights have two decimals: their sum may fall short of the minimum by the rounding of binary fractions only. */
const ROUNDING_SCORE = 1e-9;

/**
 * COMPETENTE exactly when (1) the weights of fulfilled reactivos sum to the puntaje mínimo or more and (2) at least one reactivo is
 * fulfilled for every criterio; else TODAVÍA NO COMPETENTE, with each reason. Refused unless every reactivo is answered once.
 * Source: the IEC rule of official evaluation formats, after SmartBuilderEC.
 */
export function judgeCompetence(
  instrument: EvaluationInstrument,
  answers: readonly ReactivoAnswer[],
): Result<Judgement, JudgementRefusal> {
  const refusal = refusalOf(instrument, answers);
  if (refusal !== undefined) return fail(refusal);
  const fulfilledIds = new Set(answers.filter((answer) => answer.isFulfilled).map((answer) => answer.reactivoId));
  const fulfilled = instrument.reactivos.filter((reactivo) => fulfilledIds.has(reactivo.id));
  const score = fulfilled.reduce((total, reactivo) => total + reactivo.weight, 0);
  const { minimumScore } = instrument;
  const reasons: NotYetReason[] = instrument.criteria
    .filter((criterion) => !fulfilled.some((reactivo) => reactivo.criterion === criterion))
    .map((criterion) => ({ kind: 'CriterionUnfulfilled', criterion }));
  if (score + ROUNDING_SCORE < minimumScore)
    reasons.unshift({ kind: 'ScoreBelowMinimum', scored: score, required: minimumScore });
  if (reasons.length > 0) return ok({ verdict: 'TODAVIA_NO_COMPETENTE', score, minimumScore, reasons });
  return ok({ verdict: 'COMPETENTE', score, minimumScore });
}

function refusalOf(instrument: EvaluationInstrument, answers: readonly ReactivoAnswer[]): JudgementRefusal | undefined {
  const known = new Set(instrument.reactivos.map((reactivo) => reactivo.id));
  const answered = answers.map((answer) => answer.reactivoId);
  const unknown = answered.filter((id) => !known.has(id));
  if (unknown.length > 0) return { kind: 'UnknownReactivos', reactivoIds: unknown };
  const duplicate = answered.filter((id, i) => answered.indexOf(id) < i);
  if (duplicate.length > 0) return { kind: 'DuplicateReactivoAnswers', reactivoIds: [...new Set(duplicate)] };
  const missing = [...known].filter((id) => !answered.includes(id));
  if (missing.length > 0) return { kind: 'UnansweredReactivos', reactivoIds: missing };
  return undefined;
}
