import type { UserPrincipal } from '@academy/kernel';
import { type AuditAction, recordAudit } from '@academy/platform/audit';
import type { Tx } from '@academy/platform/db';

/** The person who acts; also the tenant under which the transaction runs. */
export type Actor = UserPrincipal;

/** The act is on record, in the transaction of the act itself. Record last: other acts of the tenant wait until the transaction ends. */
export async function recordAct(
  tx: Tx,
  actor: Actor,
  act: {
    action: AuditAction;
    subjectId: string;
    reason?: string;
    at: Date;
    detail?: Readonly<Record<string, string | number | boolean | null>>;
  },
): Promise<void> {
  await recordAudit(tx, {
    principal: actor,
    action: act.action,
    subject: act.subjectId,
    why: act.reason,
    at: act.at,
    ...(act.detail === undefined ? {} : { detail: act.detail }),
  });
}
