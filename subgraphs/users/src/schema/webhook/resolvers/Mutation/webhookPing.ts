import { idempotencyKeyFault, unreachable } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import { pingWebhook } from '../../../../store/webhook-changes.ts';
import { actorOf } from '../../../actor.ts';
import { conflict, invalidInput, invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { webhookOrFault } from '../../webhook-or-fault.ts';

export const webhookPing: NonNullable<MutationResolvers['webhookPing']> = async (_parent, { input }, ctx) => {
  const { idempotencyKey: key } = input;
  const fault = idempotencyKeyFault(key);
  if (fault !== undefined) return invalidInput({ kind: 'InvalidInput', ...fault });
  const actor = actorOf(ctx.principal);
  const call = { tenantId: ctx.tenantId, actorId: actor.userId, operation: 'webhookPing', key, input: {} };
  const answer = await ctx.db.write((tx) => onceByKey(tx, call, () => pingWebhook(tx, actor, ctx.clock)));
  if (!answer.ok) return conflict(answer.error);
  if (answer.value.ok) return { __typename: 'WebhookPingSuccess', webhook: await webhookOrFault(ctx) };
  const refusal = answer.value.error;
  switch (refusal.kind) {
    case 'InvalidState':
      return invalidState(refusal);
    case 'NotFound':
      return notFound(refusal);
    default:
      return unreachable(refusal);
  }
};
