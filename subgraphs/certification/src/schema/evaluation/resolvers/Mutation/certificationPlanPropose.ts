import { proposePlan } from '../../../../sagas/evaluation/propose-plan.ts';
import { acted } from '../../../case-act/acted.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const certificationPlanPropose: NonNullable<MutationResolvers['certificationPlanPropose']> = async (
  _parent,
  { input },
  context,
) => {
  const { evaluatesOn, dueOn } = input;
  const said = { evaluatesOn, dueOn };
  const answer = await acted(context, 'certificationPlanPropose', input, { ...proposePlan(said), said });
  return '__typename' in answer ? answer : { __typename: 'CertificationPlanProposeSuccess', certification: answer };
};
