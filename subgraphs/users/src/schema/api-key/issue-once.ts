import { Fault, idempotencyKeyFault, type Result } from '@academy/kernel';
import { type IdempotencyConflict, onceByKey, type Tx } from '@academy/platform/db';
import type { Context } from '../../context.ts';
import type { InvalidInput } from '../../domain/refusal.ts';
import type { IssuedApiKey } from '../../store/api-key-changes.ts';
import { type ApiKeyRow, findApiKey } from '../../store/api-keys.ts';
import { actorOf } from '../actor.ts';

/** A key of which a secret was issued; the secret is at hand only where this very call issued it. */
export type IssuedOnce = { readonly apiKey: ApiKeyRow; readonly secret: string | null; readonly isReplay: boolean };

/**
 * Issues a secret once per idempotency key. What is stored to be answered again is the id of the key or the refusal, never the secret.
 */
export async function issueOnce<Refused>(
  ctx: Context,
  call: { operation: string; key: string; input: unknown },
  issue: (tx: Tx) => Promise<Result<IssuedApiKey, Refused>>,
): Promise<Result<IssuedOnce, Refused | InvalidInput | IdempotencyConflict>> {
  const fault = idempotencyKeyFault(call.key);
  if (fault !== undefined) return { ok: false, error: { kind: 'InvalidInput', ...fault } };
  const { tenantId, userId } = actorOf(ctx.principal);
  let secret: string | null = null;
  const answer = await ctx.db.write((tx) =>
    onceByKey(tx, { ...call, tenantId, actorId: userId }, async () => {
      const issued = await issue(tx);
      if (!issued.ok) return { refusal: issued.error };
      secret = issued.value.text;
      return { id: issued.value.id };
    }),
  );
  if (!answer.ok) return answer;
  const outcome = answer.value;
  if (outcome.id === undefined) return { ok: false, error: outcome.refusal };
  const { id } = outcome;
  const apiKey = await ctx.db.read((tx) => findApiKey(tx, tenantId, id));
  if (apiKey === undefined) throw new Fault('NOT_FOUND', 'The key is gone.');
  return { ok: true, value: { apiKey, secret, isReplay: secret === null } };
}
