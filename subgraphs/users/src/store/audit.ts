import type { Tx } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { type AuditedAction, auditEntries } from '../tables.ts';

/** The person who acts; also the tenant under which the transaction runs. */
export type Actor = { readonly tenantId: string; readonly userId: string };

/** The act is on record, in the transaction of the act itself. */
export async function recordAct(
  tx: Tx,
  actor: Actor,
  act: { action: AuditedAction; subjectId: string; reason?: string; at: Date },
): Promise<void> {
  await tx.insert(auditEntries).values({
    tenantId: actor.tenantId,
    id: newId(),
    action: act.action,
    actorId: actor.userId,
    subjectId: act.subjectId,
    reason: act.reason ?? null,
    recordedAt: act.at,
  });
}
