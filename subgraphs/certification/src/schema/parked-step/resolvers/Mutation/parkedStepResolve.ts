import { isUuid } from '@academy/kernel';
import { parseIdempotencyKey, parseReason } from '../../../../domain/input.ts';
import { actorOf } from '../../../actor.ts';
import { invalidInput } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { noParkedStep, settled } from '../../settled.ts';

export const parkedStepResolve: NonNullable<MutationResolvers['parkedStepResolve']> = async (_parent, { input }, context) => {
  const actor = actorOf(context.principal);
  const { parkedStepId } = input;
  const key = parseIdempotencyKey(input.idempotencyKey);
  if (!key.ok) return invalidInput(key.error);
  const reason = parseReason(input.reason);
  if (!reason.ok) return invalidInput(reason.error);
  if (!isUuid(parkedStepId)) return noParkedStep();
  const as = { kind: 'resolve', reason: reason.value } as const;
  const answer = await settled(context, { operation: 'parkedStepResolve', key: key.value, parkedStepId, actor, as });
  return '__typename' in answer ? answer : { __typename: 'ParkedStepResolveSuccess', parkedStep: answer };
};
