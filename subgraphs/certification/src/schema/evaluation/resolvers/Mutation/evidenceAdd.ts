import { parseEvidence } from '../../../../domain/evaluation/evidence.ts';
import { recordEvidence } from '../../../../sagas/evaluation/record-evidence.ts';
import { recorded } from '../../../case-act/recorded.ts';
import { loaded } from '../../../loaded.ts';
import { invalidInput } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const evidenceAdd: NonNullable<MutationResolvers['evidenceAdd']> = async (_parent, { input }, context) => {
  const { label, sha256, mediaType, sizeBytes } = input;
  const claim = parseEvidence({ label, sha256, mediaType, sizeBytes });
  if (!claim.ok) return invalidInput(claim.error);
  const recording = recordEvidence(claim.value);
  const answer = await recorded(context, 'evidenceAdd', input, { ...recording, said: claim.value });
  if ('__typename' in answer) return answer;
  return { __typename: 'EvidenceAddSuccess', evidence: await loaded(context.loaders.evidence.load(answer.value)) };
};
