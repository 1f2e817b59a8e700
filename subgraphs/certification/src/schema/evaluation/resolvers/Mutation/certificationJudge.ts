import { parseRemarks } from '../../../../domain/evaluation/cedula.ts';
import { parseReason } from '../../../../domain/input.ts';
import { judgeCase } from '../../../../sagas/evaluation/judge-case.ts';
import { acted } from '../../../case-act/acted.ts';
import { invalidInput } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const certificationJudge: NonNullable<MutationResolvers['certificationJudge']> = async (_parent, { input }, context) => {
  const { isCompetent, overrideReason } = input;
  const given = overrideReason === null || overrideReason === undefined ? undefined : parseReason(overrideReason);
  if (given?.ok === false) return invalidInput({ ...given.error, field: 'overrideReason' });
  const remarks = parseRemarks(input.remarks ?? {});
  if (!remarks.ok) return invalidInput(remarks.error);
  const said = { isCompetent, override: given?.value ?? null, remarks: remarks.value };
  const answer = await acted(context, 'certificationJudge', input, { ...judgeCase(said), said });
  return '__typename' in answer ? answer : { __typename: 'CertificationJudgeSuccess', certification: answer };
};
