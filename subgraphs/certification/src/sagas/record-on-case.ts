import { fail, type Result, type UserPrincipal } from '@academy/kernel';
import { type AuditAction, recordAudit } from '@academy/platform/audit';
import type { Tx } from '@academy/platform/db';
import { isHersToWorkOn } from '../store/acting.ts';
import { type CertificationRow, lockCase } from '../store/certification.ts';
import { hasCase } from '../store/certification-facts.ts';
import type { ActMoment, ActRefusal } from './act-on-case.ts';

/** What a person puts on record of a case without moving it. */
export type CaseRecording<Value> = {
  readonly certificationId: string;
  readonly actor: UserPrincipal;
  /** What the audit log calls it, e.g. `evidence.add`. */
  readonly action: AuditAction;
  /** What the audit log keeps of it: ids, codes and figures. */
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
  /** Writes it, of the case as it is locked, or says why not. */
  readonly record: (tx: Tx, row: CertificationRow, act: ActMoment) => Promise<Result<Value, ActRefusal>>;
  readonly now: Date;
};

/** It is recorded, and on the log who did it: one transaction, under the case's row lock. Of a case that is not hers to work on she learns nothing. */
export async function recordOnCase<Value>(tx: Tx, recording: CaseRecording<Value>): Promise<Result<Value, ActRefusal>> {
  const { certificationId, actor, action, detail, record, now } = recording;
  const { tenantId } = actor;
  if (!(await hasCase(tx, tenantId, certificationId))) return fail({ kind: 'NotFound' });
  const row = await lockCase(tx, tenantId, certificationId);
  if (row.path === 'REVERSAL' || !(await isHersToWorkOn(row, tx, actor))) return fail({ kind: 'NotFound' });
  const recorded = await record(tx, row, { actor, now });
  if (recorded.ok) await recordAudit(tx, { principal: actor, action, subject: certificationId, detail, at: now });
  return recorded;
}
