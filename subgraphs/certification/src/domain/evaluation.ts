import { fail, ok, type Result } from '@academy/kernel';
import { type Judgement, type JudgementRefusal, judgeCompetence } from './judgement.ts';

/** What a finished course says of the learner: each reactivo with its outcome, and the puntaje mínimo as a share of the weight, 0 to 100. */
export type CompletionEvidence = {
  readonly minimumScorePercent: number;
  readonly reactivos: readonly {
    readonly id: string;
    readonly criterion: string;
    readonly weight: number;
    readonly isFulfilled: boolean;
  }[];
};

export type EvaluationRefusal = JudgementRefusal | { readonly kind: 'NoReactivos' };

/**
 * The judgement by the IEC rule over a finished course. Its criterios are those that the reactivos show. Refused when there is nothing to
 * judge by, or when a reactivo comes twice: the course's score never stands in for the rule.
 */
export function evaluateCompletion(evidence: CompletionEvidence): Result<Judgement, EvaluationRefusal> {
  const { reactivos } = evidence;
  if (reactivos.length === 0) return fail({ kind: 'NoReactivos' });
  const totalWeight = reactivos.reduce((total, reactivo) => total + reactivo.weight, 0);
  const judgement = judgeCompetence(
    {
      minimumScore: (totalWeight * evidence.minimumScorePercent) / 100,
      criteria: [...new Set(reactivos.map((reactivo) => reactivo.criterion))],
      reactivos,
    },
    reactivos.map(({ id, isFulfilled }) => ({ reactivoId: id, isFulfilled })),
  );
  return judgement.ok ? ok(judgement.value) : judgement;
}
