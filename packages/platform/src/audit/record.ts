import { type Principal, personaOf } from '@academy/kernel';
import type { Tx } from '../db/database.ts';
import { auditLog } from './tables.ts';

/** An act to put on record. Ids and codes only: no name, address, CURP or free text of a person but `why`. */
export type AuditAct = {
  /** Whoever acts; the entry is kept in this principal's tenant, which must be the open transaction's. */
  readonly principal: Principal;
  /** What was done, e.g. `api-key.revoke`: words in lower case with hyphens, joined by dots. */
  readonly action: AuditAction;
  /** Id of what it was done to. */
  readonly subject: string;
  /** Reason or purpose that the actor gave. */
  readonly why?: string | undefined;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  readonly at: Date;
};

export type AuditAction = `${string}.${string}`;

/**
 * The act is on record, in the transaction of the act itself: both happen or neither. Until it ends no other act of the tenant can be recorded in this
 * island, so record last.
 */
export async function recordAudit(tx: Tx, act: AuditAct): Promise<void> {
  const { principal } = act;
  await tx.insert(auditLog).values({
    tenantId: principal.tenantId,
    action: act.action,
    ...whoOf(principal),
    subject: act.subject,
    why: act.why ?? null,
    detail: JSON.stringify(act.detail ?? {}),
    recordedAt: act.at,
    // Given by the database, whatever stands here.
    number: 1,
    previousHash: Buffer.alloc(0),
    hash: Buffer.alloc(0),
  });
}

function whoOf(principal: Principal) {
  const persona = personaOf(principal) ?? null;
  switch (principal.kind) {
    case 'user':
      return { actorKind: principal.kind, actor: principal.userId, persona, impersonatorId: principal.impersonatorId ?? null };
    case 'service':
      return { actorKind: principal.kind, actor: principal.service, persona };
    case 'anonymous':
      return { actorKind: principal.kind, actor: '', persona };
  }
}
