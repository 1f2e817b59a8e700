import { Fault, idempotencyKeyFault } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import { newWebhookSecret } from '@academy/platform/webhooks';
import { setWebhook } from '../../../../store/webhook-changes.ts';
import { actorOf } from '../../../actor.ts';
import { conflict, invalidInput, invalidState } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { webhookOrFault } from '../../webhook-or-fault.ts';

export const webhookSet: NonNullable<MutationResolvers['webhookSet']> = async (_parent, { input }, ctx) => {
  const { idempotencyKey: key } = input;
  const fault = idempotencyKeyFault(key);
  if (fault !== undefined) return invalidInput({ kind: 'InvalidInput', ...fault });
  const vetted = await ctx.loaders.outside.vetAddress(input.url);
  if (!vetted.ok) throw new Fault('BAD_USER_INPUT', `url: ${vetted.error.message}`);
  const actor = actorOf(ctx.principal);
  const url = vetted.value.href;
  const topics = input.topics ?? [];
  let secret: string | null = null;
  const call = { tenantId: ctx.tenantId, actorId: actor.userId, operation: 'webhookSet', key, input: { url, topics } };
  const answer = await ctx.db.write((tx) =>
    onceByKey(tx, call, () => {
      secret = newWebhookSecret();
      return setWebhook(tx, actor, { url, topics, secret }, ctx);
    }),
  );
  if (!answer.ok) return conflict(answer.error);
  if (!answer.value.ok) return invalidState(answer.value.error);
  return { __typename: 'WebhookSetSuccess', webhook: await webhookOrFault(ctx), secret };
};
