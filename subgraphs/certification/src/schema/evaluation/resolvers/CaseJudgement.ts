import { personOf } from '../../person.ts';
import type { CaseJudgementResolvers } from '../../types.generated.ts';

export const CaseJudgement: CaseJudgementResolvers = {
  unfulfilledCriteria: ({ reasons }) =>
    reasons.flatMap((reason) => (reason.kind === 'CriterionUnfulfilled' ? [reason.criterion] : [])),
  bestPractices: ({ remarks }) => remarks.bestPractices ?? null,
  improvements: ({ remarks }) => remarks.improvements ?? null,
  incidents: ({ remarks }) => remarks.incidents ?? null,
  recommendations: ({ remarks }) => remarks.recommendations ?? null,
  judgedBy: ({ judgedBy }, _args, { loaders }) => personOf(judgedBy, loaders),
};
