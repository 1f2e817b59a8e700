import { idempotencyKeyFault, unreachable } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import { changePreferences } from '../../../../store/change-preferences.ts';
import { actorOf } from '../../../actor.ts';
import { conflict, invalidInput, invalidState } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { preferencesOf } from '../../preferences-of.ts';

export const notificationPreferenceSet: NonNullable<MutationResolvers['notificationPreferenceSet']> = async (
  _parent,
  { input },
  ctx,
) => {
  const { idempotencyKey: key } = input;
  const fault = idempotencyKeyFault(key);
  if (fault !== undefined) return invalidInput({ kind: 'InvalidInput', ...fault });
  const actor = actorOf(ctx.principal);
  const change = {
    language: input.language ?? undefined,
    choices: (input.choices ?? []).map(({ group, channel, isOn }) => ({ group, channel, isOn })),
    retryEmail: input.retryEmail === true,
  };
  const said = { ...change, language: change.language ?? null };
  const call = { tenantId: ctx.tenantId, actorId: actor.userId, operation: 'notificationPreferenceSet', key, input: said };
  const answer = await ctx.db.write((tx) => onceByKey(tx, call, () => changePreferences(tx, actor, change, ctx.clock.now())));
  if (!answer.ok) return conflict(answer.error);
  if (answer.value.ok) {
    return { __typename: 'NotificationPreferenceSetSuccess', preferences: await preferencesOf(actor, ctx) };
  }
  const refusal = answer.value.error;
  switch (refusal.kind) {
    case 'InvalidInput':
      return invalidInput(refusal);
    case 'InvalidState':
      return invalidState(refusal);
    default:
      return unreachable(refusal);
  }
};
