import type { MutationResolvers } from '../../../types.generated.ts';
import { acted } from '../../acted.ts';

export const certificationResume: NonNullable<MutationResolvers['certificationResume']> = async (_parent, { input }, context) => {
  const answer = await acted(context, 'certificationResume', input, {
    command: { kind: 'resume' },
    action: 'certification.resume',
    mayActOn: () => true,
  });
  return '__typename' in answer ? answer : { __typename: 'CertificationResumeSuccess', certification: answer };
};
