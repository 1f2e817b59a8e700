import { type Connection, type Principal, toConnection } from '@academy/kernel';
import { and, desc, eq, gte, like, lt } from 'drizzle-orm';
import type { Tx } from '../db/database.ts';
import type { RequestDatabase } from '../db/request-database.ts';
import { pageOrFault } from '../graphql/page.ts';
import { type AuditRow, auditLog } from './tables.ts';

const SCOPE = 'audit';

type Optional<T> = T | null | undefined;

/** Arguments of an audit field, as the schema has them. */
export type AuditQuestion = {
  readonly filter?: Optional<{
    readonly action?: Optional<string>;
    readonly actorId?: Optional<string>;
    readonly subjectId?: Optional<string>;
    readonly since?: Optional<Date>;
    readonly until?: Optional<Date>;
  }>;
  readonly first?: Optional<number>;
  readonly after?: Optional<string>;
};

/** An entry as the graph shows it. */
export type AuditEntry = {
  readonly number: number;
  readonly action: string;
  readonly actorId: string;
  readonly persona: string | null;
  readonly impersonatorId: string | null;
  readonly subjectId: string;
  readonly why: string | null;
  readonly detail: string;
  readonly recordedAt: Date;
  readonly hash: string;
};

/** A page of the log of the viewer's tenant, newest first. A super_admin sees her own acts alone. Throws BAD_USER_INPUT on a bad page. */
export async function readAudit(
  db: RequestDatabase,
  viewer: Principal,
  question: AuditQuestion,
): Promise<Connection<AuditEntry>> {
  const page = pageOrFault(SCOPE, 1, question);
  const before = page.after === undefined ? undefined : Number(page.after[0]);
  const rows = await db.read((tx) => entriesBefore(tx, viewer, question, before, page.size + 1));
  return toConnection(SCOPE, page, rows.map(toEntry), ({ number }) => [String(number)]);
}

function entriesBefore(
  tx: Tx,
  viewer: Principal,
  { filter }: AuditQuestion,
  before: number | undefined,
  limit: number,
): Promise<AuditRow[]> {
  const ownOnly = viewer.kind === 'user' && viewer.persona === 'super_admin' ? viewer.userId : undefined;
  return tx
    .select()
    .from(auditLog)
    .where(
      and(
        eq(auditLog.tenantId, viewer.tenantId),
        filter?.action == null ? undefined : like(auditLog.action, `${escaped(filter.action)}%`),
        filter?.actorId == null ? undefined : eq(auditLog.actor, filter.actorId),
        filter?.subjectId == null ? undefined : eq(auditLog.subject, filter.subjectId),
        filter?.since == null ? undefined : gte(auditLog.recordedAt, filter.since),
        filter?.until == null ? undefined : lt(auditLog.recordedAt, filter.until),
        ownOnly === undefined ? undefined : eq(auditLog.actor, ownOnly),
        before === undefined || !Number.isSafeInteger(before) ? undefined : lt(auditLog.number, before),
      ),
    )
    .orderBy(desc(auditLog.number))
    .limit(limit);
}

function toEntry({
  actor,
  subject,
  hash,
  tenantId: _tenant,
  actorKind: _kind,
  previousHash: _previous,
  ...row
}: AuditRow): AuditEntry {
  return { ...row, actorId: actor, subjectId: subject, hash: hash.toString('hex') };
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
