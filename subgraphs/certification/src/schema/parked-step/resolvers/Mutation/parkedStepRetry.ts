import { isUuid } from '@academy/kernel';
import { parseIdempotencyKey } from '../../../../domain/input.ts';
import { actorOf } from '../../../actor.ts';
import { invalidInput } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { noParkedStep, settled } from '../../settled.ts';

export const parkedStepRetry: NonNullable<MutationResolvers['parkedStepRetry']> = async (_parent, { input }, context) => {
  const actor = actorOf(context.principal);
  const { parkedStepId } = input;
  const key = parseIdempotencyKey(input.idempotencyKey);
  if (!key.ok) return invalidInput(key.error);
  if (!isUuid(parkedStepId)) return noParkedStep();
  const as = { kind: 'retry' } as const;
  const answer = await settled(context, { operation: 'parkedStepRetry', key: key.value, parkedStepId, actor, as });
  return '__typename' in answer ? answer : { __typename: 'ParkedStepRetrySuccess', parkedStep: answer };
};
