import { beginEvaluation } from '../../../../sagas/evaluation/begin-evaluation.ts';
import { acted } from '../../../case-act/acted.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const certificationEvaluationBegin: NonNullable<MutationResolvers['certificationEvaluationBegin']> = async (
  _parent,
  { input },
  context,
) => {
  const answer = await acted(context, 'certificationEvaluationBegin', input, { ...beginEvaluation, said: 'begin' });
  return '__typename' in answer ? answer : { __typename: 'CertificationEvaluationBeginSuccess', certification: answer };
};
