import { recordConsent } from '../../../../sagas/evaluation/record-consent.ts';
import { recorded } from '../../../case-act/recorded.ts';
import { loaded } from '../../../loaded.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const certificationConsentGive: NonNullable<MutationResolvers['certificationConsentGive']> = async (
  _parent,
  { input },
  context,
) => {
  const { purpose, textVersion, certificationId } = input;
  const recording = recordConsent(purpose, textVersion);
  const answer = await recorded(context, 'certificationConsentGive', input, { ...recording, said: { purpose, textVersion } });
  if ('__typename' in answer) return answer;
  return {
    __typename: 'CertificationConsentGiveSuccess',
    certification: await loaded(context.loaders.certification.load(certificationId)),
  };
};
