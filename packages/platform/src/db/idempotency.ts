import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '@academy/kernel';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from './database.ts';
import { idempotencyKeys } from './platform-tables.ts';

export type IdempotencyConflict = { kind: 'IdempotencyConflict'; message: string };

/**
 * Runs `work` once per tenant, actor, operation and key. The same key with the same input gives the stored answer and runs nothing;
 * with another input it is a conflict. The answer is stored in the same transaction as the work, so a crash stores neither.
 * Two calls at the same time: the second waits for the first. `answer` must be JSON: store ids, not rows.
 */
export async function onceByKey<Answer>(
  tx: Tx,
  call: { tenantId: string; actorId: string; operation: string; key: string; input: unknown },
  work: () => Promise<Answer>,
): Promise<Result<Answer, IdempotencyConflict>> {
  const { tenantId, actorId, operation, key } = call;
  const inputHash = createHash('sha256').update(canonicalJson(call.input)).digest('hex');
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${[tenantId, actorId, operation, key].join('|')}, 0))`);
  const [stored] = await tx
    .select()
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.tenantId, tenantId),
        eq(idempotencyKeys.actorId, actorId),
        eq(idempotencyKeys.operation, operation),
        eq(idempotencyKeys.key, key),
      ),
    );
  if (stored !== undefined) {
    if (stored.inputHash === inputHash) return ok(stored.answer as Answer);
    return fail({
      kind: 'IdempotencyConflict',
      message: `The idempotency key "${key}" was used before with another input; use a new key for a new request.`,
    });
  }
  const answer = await work();
  await tx.insert(idempotencyKeys).values({ tenantId, actorId, operation, key, inputHash, answer });
  return ok(answer);
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
