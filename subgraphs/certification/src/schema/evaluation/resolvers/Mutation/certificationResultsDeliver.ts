import { deliverResults } from '../../../../sagas/evaluation/deliver-results.ts';
import { acted } from '../../../case-act/acted.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const certificationResultsDeliver: NonNullable<MutationResolvers['certificationResultsDeliver']> = async (
  _parent,
  { input },
  context,
) => {
  const answer = await acted(context, 'certificationResultsDeliver', input, { ...deliverResults(), said: 'deliver' });
  return '__typename' in answer ? answer : { __typename: 'CertificationResultsDeliverSuccess', certification: answer };
};
