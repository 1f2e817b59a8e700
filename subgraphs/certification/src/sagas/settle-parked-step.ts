import { ok, type Result, type UserPrincipal } from '@academy/kernel';
import { recordAudit } from '@academy/platform/audit';
import type { Tx } from '@academy/platform/db';
import type { SettleRefusal } from '@academy/platform/saga';
import { certificationSaga } from './certification.ts';

/** How a person settles a parked step. */
export type SettledAs = { readonly kind: 'retry' } | { readonly kind: 'resolve'; readonly reason: string };

/** The case goes on, as the person decided, and her act is on record. */
export async function settleParkedStep(
  tx: Tx,
  settling: { parkedStepId: string; actor: UserPrincipal; as: SettledAs; now: Date },
): Promise<Result<null, SettleRefusal>> {
  const { parkedStepId, actor, as, now } = settling;
  const given = { tenantId: actor.tenantId, parkedId: parkedStepId, by: actor.userId, now };
  const done =
    as.kind === 'retry'
      ? await certificationSaga.retryParked(tx, given)
      : await certificationSaga.resolveParked(tx, { ...given, reason: as.reason });
  if (!done.ok) return done;
  const { step, direction, cause, subject } = done.value;
  await recordAudit(tx, {
    principal: actor,
    action: `parked-step.${as.kind}`,
    subject: parkedStepId,
    ...(as.kind === 'resolve' ? { why: as.reason } : {}),
    detail: { certificationId: subject, step, direction, cause },
    at: now,
  });
  return ok(null);
}
