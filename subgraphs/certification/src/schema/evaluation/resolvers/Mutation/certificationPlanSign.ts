import { signPlan } from '../../../../sagas/evaluation/sign-plan.ts';
import { acted } from '../../../case-act/acted.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const certificationPlanSign: NonNullable<MutationResolvers['certificationPlanSign']> = async (
  _parent,
  { input },
  context,
) => {
  const { planDigest } = input;
  const answer = await acted(context, 'certificationPlanSign', input, { ...signPlan(planDigest), said: { planDigest } });
  return '__typename' in answer ? answer : { __typename: 'CertificationPlanSignSuccess', certification: answer };
};
