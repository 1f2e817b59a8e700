import { actorOf } from '../../../actor.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { acted } from '../../acted.ts';

export const certificationWithdraw: NonNullable<MutationResolvers['certificationWithdraw']> = async (
  _parent,
  { input },
  context,
) => {
  const { userId } = actorOf(context.principal);
  const answer = await acted(context, 'certificationWithdraw', input, {
    command: { kind: 'withdraw' },
    action: 'certification.withdraw',
    mayActOn: (row) => row.candidateId === userId && row.path !== 'REVERSAL',
  });
  return '__typename' in answer ? answer : { __typename: 'CertificationWithdrawSuccess', certification: answer };
};
