import { recordWithdrawal } from '../../../../sagas/evaluation/record-consent.ts';
import { recorded } from '../../../case-act/recorded.ts';
import { loaded } from '../../../loaded.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const certificationConsentWithdraw: NonNullable<MutationResolvers['certificationConsentWithdraw']> = async (
  _parent,
  { input },
  context,
) => {
  const { purpose, certificationId } = input;
  const recording = recordWithdrawal(purpose);
  const answer = await recorded(context, 'certificationConsentWithdraw', input, { ...recording, said: { purpose } });
  if ('__typename' in answer) return answer;
  return {
    __typename: 'CertificationConsentWithdrawSuccess',
    certification: await loaded(context.loaders.certification.load(certificationId)),
  };
};
