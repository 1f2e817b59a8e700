import type { MutationResolvers } from '../../../types.generated.ts';
import { acted } from '../../acted.ts';

export const certificationClose: NonNullable<MutationResolvers['certificationClose']> = async (_parent, { input }, context) => {
  const answer = await acted(context, 'certificationClose', input, {
    command: { kind: 'close' },
    action: 'certification.close',
    mayActOn: () => true,
    onlyIn: 'ON_HOLD',
  });
  return '__typename' in answer ? answer : { __typename: 'CertificationCloseSuccess', certification: answer };
};
