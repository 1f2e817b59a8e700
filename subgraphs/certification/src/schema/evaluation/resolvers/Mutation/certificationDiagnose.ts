import { isHersToWorkOn } from '../../../../store/acting.ts';
import { acted } from '../../../case-act/acted.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const certificationDiagnose: NonNullable<MutationResolvers['certificationDiagnose']> = async (
  _parent,
  { input },
  context,
) => {
  const answer = await acted(context, 'certificationDiagnose', input, {
    command: { kind: 'recordDiagnosis', readiness: input.readiness },
    action: 'certification.diagnose',
    mayActOn: isHersToWorkOn,
  });
  return '__typename' in answer ? answer : { __typename: 'CertificationDiagnoseSuccess', certification: answer };
};
