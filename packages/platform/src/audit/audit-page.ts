import { type Connection, type PageRequest, type Principal, toConnection } from '@academy/kernel';
import { and, desc, eq, gte, like, lt } from 'drizzle-orm';
import type { Tx } from '../db/database.ts';
import { type AuditRow, auditLog } from './tables.ts';

const SCOPE = 'audit';

/** What narrows a reading of the log; what is undefined narrows nothing. */
export type AuditFilter = {
  /** A whole action, or its first words: `api-key` finds `api-key.create` and `api-key.revoke`. */
  readonly action?: string | null | undefined;
  readonly actor?: string | null | undefined;
  readonly subject?: string | null | undefined;
  readonly since?: Date | null | undefined;
  readonly until?: Date | null | undefined;
};

/** Scope and length of the sort key of the log's cursors, for `pageOrFault`. */
export const AUDIT_PAGE = [SCOPE, 1] as const;

/** A page of the log of the principal's tenant, newest first. A super_admin sees her own acts alone. */
export async function listAudit(
  tx: Tx,
  principal: Principal,
  filter: AuditFilter,
  page: PageRequest,
): Promise<Connection<AuditRow>> {
  const ownOnly = principal.kind === 'user' && principal.persona === 'super_admin' ? principal.userId : undefined;
  const before = page.after === undefined ? undefined : Number(page.after[0]);
  const rows = await tx
    .select()
    .from(auditLog)
    .where(
      and(
        eq(auditLog.tenantId, principal.tenantId),
        filter.action == null ? undefined : like(auditLog.action, `${escaped(filter.action)}%`),
        filter.actor == null ? undefined : eq(auditLog.actor, filter.actor),
        filter.subject == null ? undefined : eq(auditLog.subject, filter.subject),
        filter.since == null ? undefined : gte(auditLog.recordedAt, filter.since),
        filter.until == null ? undefined : lt(auditLog.recordedAt, filter.until),
        ownOnly === undefined ? undefined : eq(auditLog.actor, ownOnly),
        before === undefined || Number.isNaN(before) ? undefined : lt(auditLog.number, before),
      ),
    )
    .orderBy(desc(auditLog.number))
    .limit(page.size + 1);
  return toConnection(SCOPE, page, rows, (row) => [String(row.number)]);
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
