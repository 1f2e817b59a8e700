import type { MutationResolvers } from '../../../types.generated.ts';
import { acted } from '../../acted.ts';

export const certificationHold: NonNullable<MutationResolvers['certificationHold']> = async (_parent, { input }, context) => {
  const answer = await acted(context, 'certificationHold', input, {
    command: { kind: 'hold', heldFor: input.heldFor },
    action: 'certification.hold',
    mayActOn: () => true,
  });
  return '__typename' in answer ? answer : { __typename: 'CertificationHoldSuccess', certification: answer };
};
