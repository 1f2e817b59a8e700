import { fail, ok, type Result, type UserPrincipal } from '@academy/kernel';
import { recordAudit } from '@academy/platform/audit';
import type { Tx } from '@academy/platform/db';
import { applyTransition, lockCase } from '../store/certification.ts';
import { hasCase } from '../store/certification-facts.ts';
import { mayRuleOn, rulerFactsOf } from '../store/ruler-facts.ts';
import { addVerification } from '../store/verifications.ts';
import type { ActRefusal } from './act-on-case.ts';

/**
 * The case is verified, by a person who neither trained nor evaluated its candidate, over the very portfolio that was sealed, and her act is on record. A case that
 * is verified already stays as it is. Answers the case's id.
 */
export async function verifyCase(
  tx: Tx,
  asked: {
    readonly certificationId: string;
    readonly portfolioRoot: string | null;
    readonly actor: UserPrincipal;
    readonly now: Date;
  },
): Promise<Result<string, ActRefusal>> {
  const { certificationId, portfolioRoot, actor, now } = asked;
  const { tenantId, userId } = actor;
  if (!(await hasCase(tx, tenantId, certificationId))) return fail({ kind: 'NotFound' });
  const row = await lockCase(tx, tenantId, certificationId);
  if (!(await mayRuleOn(tx, actor, certificationId))) return fail({ kind: 'NotFound' });
  const command = { kind: 'verify', verifier: await rulerFactsOf(tx, row, userId, now), portfolioRoot } as const;
  const taken = await applyTransition(tx, { tenantId, certificationId, command, detail: { actor: userId, portfolioRoot }, now });
  if (!taken.ok) return taken.error.kind === 'AlreadyKnown' ? ok(certificationId) : taken;
  await addVerification(tx, { tenantId, certificationId, verifierId: userId, portfolioRoot, verifiedAt: now });
  const detail = { from: row.status, to: taken.value.status, portfolioRoot };
  await recordAudit(tx, { principal: actor, action: 'certification.verify', subject: certificationId, detail, at: now });
  return ok(certificationId);
}
