import { type Database, openDatabase } from '@academy/platform/db';
import { tenantIdOf } from '@academy/testing/people';
import type { History, NewRecord } from '../history.ts';
import type { System } from '../system.ts';
import { TENANTS } from './tenants.ts';

const TENANT_OF = new Map(TENANTS.map((tenant) => [tenantIdOf(tenant), tenant]));

/** What the authority, the audit log and analytics say when a run is over; read from the authority's ledger and, as the superuser, from the islands' databases. */
export type Ends = {
  /** Number of the newest entry of conocer's audit log for raices when this was opened. */
  readonly lastEntry: number;
  /** Cases whose saga still runs, waits or is parked. */
  unfinished(certifications: readonly string[]): Promise<string[]>;
  /** Everything since this was opened goes into the history. */
  read(history: History, certifications: readonly string[]): Promise<void>;
  close(): Promise<void>;
};

/** Rejects when PostgreSQL is not there. */
export async function openEnds(system: System): Promise<Ends> {
  const open = (island: 'certification' | 'conocer' | 'analytics') =>
    openDatabase({ url: system.databaseUrl(island, 'admin'), maxConnections: 1, name: 'faults-ends' });
  const certification = open('certification');
  const conocer = open('conocer');
  const analytics = open('analytics');
  const { sandbox } = system.processes;
  const before = await sandbox.ledger();
  const callsBefore = before.calls.length;
  const known = new Set(before.submissions.map(({ id }) => id));
  const [last] = await conocer.pool<{ at: string; newest: string }[]>`
    select now() as at, coalesce(max(number), 0) as newest from audit_log where tenant_id = ${tenantIdOf('raices')}`;
  const begunAt = new Date(last?.at ?? 0);

  async function unfinished(certifications: readonly string[]): Promise<string[]> {
    if (certifications.length === 0) return [];
    const rows = await certification.pool<{ subject: string; phase: string; step: number }[]>`
      select subject, phase, step from sagas
      where subject in ${certification.pool([...certifications])} and phase not in ('DONE', 'UNDONE')`;
    return rows.map(({ subject, phase, step }) => `the saga of ${subject} is ${phase} at step ${step + 1}`);
  }
  async function ledger(): Promise<NewRecord[]> {
    const { submissions, calls } = await sandbox.ledger();
    const count = (kind: string) => calls.slice(callsBefore).filter(({ route }) => route === kind).length;
    return [
      ...submissions
        .filter(({ id }) => !known.has(id))
        .map(({ id, externalRef, receivedAt, steps }) => {
          const statuses = steps.map(({ status }) => status);
          return { at: new Date(receivedAt).getTime(), op: 'received', externalRef, authorityId: id, statuses } as const;
        }),
      ...['submit', 'poll'].map((kind) => ({ op: 'calls', kind, count: count(kind) }) as const),
    ];
  }

  return {
    lastEntry: Number(last?.newest ?? 0),
    unfinished,
    async read(history, certifications) {
      for (const record of [...(await ledger()), ...(await recordsOf(conocer, begunAt)), ...(await factsOf(analytics, begunAt))])
        history.add(record);
      for (const what of await unfinished(certifications)) history.add({ op: 'broke', what });
    },
    async close() {
      await Promise.all([certification.close(), conocer.close(), analytics.close()]);
    },
  };
}

type Entry = {
  tenant_id: string;
  number: string;
  hash: string;
  action: string;
  detail: string;
  recorded_at: string;
  certification_id: string;
  case_attempt: number;
};

async function recordsOf(conocer: Database, since: Date): Promise<NewRecord[]> {
  const rows = await conocer.pool<Entry[]>`
    select entry.tenant_id, entry.number, encode(entry.hash, 'hex') as hash, entry.action, entry.detail, entry.recorded_at,
      submission.certification_id, submission.case_attempt
    from audit_log entry
      join submissions submission on submission.tenant_id = entry.tenant_id and submission.id::text = entry.subject
    where entry.action like 'authority.%' and entry.recorded_at >= ${since.toISOString()}
    order by entry.tenant_id, entry.number`;
  return rows.map(({ tenant_id, number, hash, action, detail, recorded_at, certification_id, case_attempt }) => ({
    at: new Date(recorded_at).getTime(),
    op: 'recorded',
    tenant: TENANT_OF.get(tenant_id) ?? tenant_id,
    number: Number(number),
    hash,
    action,
    phase: (JSON.parse(detail) as { phase: 'before' | 'after' }).phase,
    externalRef: `${tenant_id}:${certification_id}:${case_attempt}`,
  }));
}

async function factsOf(analytics: Database, since: Date): Promise<NewRecord[]> {
  const rows = await analytics.pool<{ kind: string; object_id: string; recorded_at: string }[]>`
    select kind, object_id, recorded_at from facts where recorded_at >= ${since.toISOString()}`;
  return rows.map(({ kind, object_id, recorded_at }) => ({
    at: new Date(recorded_at).getTime(),
    op: 'counted',
    kind,
    object: object_id,
  }));
}
