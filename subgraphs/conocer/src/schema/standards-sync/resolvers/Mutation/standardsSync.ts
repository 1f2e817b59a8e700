import { recordAudit } from '@academy/platform/audit';
import { onceByKey } from '@academy/platform/db';
import { derivedId } from '@academy/platform/ids';
import { parseIdempotencyKey } from '../../../../domain/input.ts';
import { openSync } from '../../../../jobs/open-sync.ts';
import { findSyncs } from '../../../../store/standard-syncs.ts';
import { conflict, invalidInput } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const standardsSync: NonNullable<MutationResolvers['standardsSync']> = async (_parent, { input }, context) => {
  const { tenantId, principal, db, clock } = context;
  const parsed = parseIdempotencyKey(input.idempotencyKey);
  if (!parsed.ok) return invalidInput(parsed.error);
  // A process has a name instead of an id.
  const actorId =
    principal.kind === 'user'
      ? principal.userId
      : derivedId(tenantId, principal.kind === 'service' ? principal.service : principal.kind);
  const now = clock.now();
  const sync = await db.write(async (tx) => {
    const answer = await onceByKey(
      tx,
      { tenantId, actorId, operation: 'standardsSync', key: parsed.value, input: {} },
      async () => {
        const { id, isNew } = await openSync(tx, { tenantId, cause: 'REQUESTED', now });
        await recordAudit(tx, { principal, action: 'standards.sync', subject: id, detail: { isNew }, at: now });
        return id;
      },
    );
    if (!answer.ok) return answer;
    const [row] = await findSyncs(tx, [answer.value]);
    if (row === undefined) throw new Error(`The reading ${answer.value} was asked for and is gone.`);
    return { ok: true, value: row } as const;
  });
  return sync.ok ? { __typename: 'StandardsSyncSuccess', sync: sync.value } : conflict(sync.error);
};
