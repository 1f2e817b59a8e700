import { fail, idempotencyKeyFault, type Result } from '@academy/kernel';
import { type IdempotencyConflict, onceByKey, type Tx } from '@academy/platform/db';
import type { Context } from '../../context.ts';
import type { InvalidInput } from '../../domain/refusal.ts';
import { actorOf } from '../actor.ts';

/**
 * What `work` answers, in a transaction that is made once per actor, operation and key: the same key with the same input answers what it answered
 * the first time, and does nothing. The answer is kept as JSON: instants come back as text.
 */
export async function actOnce<Value, Error>(
  ctx: Context,
  { operation, input }: { operation: string; input: { readonly idempotencyKey: string } },
  work: (tx: Tx) => Promise<Result<Value, Error>>,
): Promise<Result<Value, Error | InvalidInput | IdempotencyConflict>> {
  const fault = idempotencyKeyFault(input.idempotencyKey);
  if (fault !== undefined) return fail({ kind: 'InvalidInput', ...fault });
  const { tenantId, userId: actorId } = actorOf(ctx.principal);
  const call = { tenantId, actorId, operation, key: input.idempotencyKey, input };
  const once = await ctx.db.write((tx) => onceByKey(tx, call, () => work(tx)));
  return once.ok ? once.value : once;
}
