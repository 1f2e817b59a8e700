import { parseAnswers } from '../../../../domain/evaluation/answers.ts';
import { recordAnswers } from '../../../../sagas/evaluation/record-answers.ts';
import { recorded } from '../../../case-act/recorded.ts';
import { loaded } from '../../../loaded.ts';
import { invalidInput } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const certificationReactivoRecord: NonNullable<MutationResolvers['certificationReactivoRecord']> = async (
  _parent,
  { input },
  context,
) => {
  const answers = parseAnswers(input.answers);
  if (!answers.ok) return invalidInput(answers.error);
  const recording = recordAnswers(answers.value);
  const answer = await recorded(context, 'certificationReactivoRecord', input, { ...recording, said: answers.value });
  if ('__typename' in answer) return answer;
  return {
    __typename: 'CertificationReactivoRecordSuccess',
    certification: await loaded(context.loaders.certification.load(input.certificationId)),
  };
};
