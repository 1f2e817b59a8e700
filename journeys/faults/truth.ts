import { openDatabase } from '@academy/platform/db';
import { type TenantSlug, tenantIdOf, userIdOf } from '@academy/testing/people';
import { feedNames, NARROWED_TO } from './feeds.ts';
import type { History, HistoryRecord } from './history.ts';
import type { System } from './system.ts';
import type { OpenCase } from './writers.ts';

type Happened = HistoryRecord & { op: 'happened' };

/** What was watched in a run. */
export type Watched = {
  readonly tenants: readonly TenantSlug[];
  readonly cases: readonly OpenCase[];
  readonly notified: readonly { readonly tenant: TenantSlug; readonly person: string }[];
};

/** The logs themselves, read from the islands' databases as the superuser. */
export type Truth = {
  /** Every entry of every watched log, oldest first within one, of the tenants' logs those since this was opened. */
  read(watched: Watched): Promise<Happened[]>;
  /** Tells the history of what is wrong with a log itself. */
  inspect(watched: Watched, history: History): Promise<void>;
  close(): Promise<void>;
};

type Change = {
  certification_id: string;
  seq: number;
  position: string | null;
  previous_status: string | null;
  status: string;
  hold: string | null;
  occurred_at: string;
};

/** Rejects when PostgreSQL is not there. */
export async function openTruth(system: System, tenants: readonly TenantSlug[]): Promise<Truth> {
  const open = (island: Parameters<System['databaseUrl']>[0]) =>
    openDatabase({ url: system.databaseUrl(island, 'admin'), maxConnections: 1, name: 'faults-truth' });
  const certification = open('certification');
  const users = open('users');
  const analytics = open('analytics');
  const begins = new Map<TenantSlug, number>();
  for (const tenant of tenants) {
    const [row] = await certification.pool<{ newest: string | null }[]>`
      select max(position) as newest from certification_events where tenant_id = ${tenantIdOf(tenant)}`;
    begins.set(tenant, Number(row?.newest ?? 0));
  }
  const changesSince = (tenant: TenantSlug) => certification.pool<Change[]>`
    select certification_id, seq, position, previous_status, status, hold, occurred_at from certification_events
    where tenant_id = ${tenantIdOf(tenant)} and (position is null or position > ${begins.get(tenant) ?? 0})
    order by position nulls last, certification_id, seq`;

  async function ofCases(cases: readonly OpenCase[]): Promise<Happened[]> {
    const tenantOf = new Map(cases.map(({ id, tenant }) => [id, tenant]));
    const rows = await certification.pool<Change[]>`
      select certification_id, seq, position, previous_status, status, hold, occurred_at from certification_events
      where certification_id in ${certification.pool([...tenantOf.keys()])} order by certification_id, seq`;
    return rows.map((row) =>
      happened(feedNames.certification(row.certification_id), tenantOf.get(row.certification_id) ?? '', row.seq, row),
    );
  }
  async function ofTenant(tenant: TenantSlug): Promise<Happened[]> {
    const numbered = (await changesSince(tenant)).filter(({ position }) => position !== null);
    const as = (isNarrowed: boolean) => (row: Change) =>
      happened(feedNames.certifications(tenant, isNarrowed), tenant, Number(row.position), row);
    const isNarrow = ({ status }: Change) => (NARROWED_TO as readonly string[]).includes(status);
    return [...numbered.map(as(false)), ...numbered.filter(isNarrow).map(as(true))];
  }
  async function ofPerson({ tenant, person }: Watched['notified'][number]): Promise<Happened[]> {
    const rows = await users.pool<{ id: string; number: number; topic: string; sent_at: string }[]>`
      select id, number, topic, sent_at from notifications
      where tenant_id = ${tenantIdOf(tenant)} and user_id = ${userIdOf(tenant, person)} order by number`;
    return rows.map(({ id, number, topic, sent_at }) => {
      const at = new Date(sent_at).getTime();
      const content = { topic, occurredAt: at, notificationId: id };
      return { at, op: 'happened', feed: feedNames.notifications(tenant, person), tenant, number, content };
    });
  }
  async function ofReport(tenant: TenantSlug): Promise<Happened[]> {
    const rows = await analytics.pool<{ version: number; changed_at: string }[]>`
      select version, changed_at from report_versions where tenant_id = ${tenantIdOf(tenant)} and report = 'COMPLETION'`;
    return rows.map(({ version, changed_at }) => {
      const at = new Date(changed_at).getTime();
      return { at, op: 'happened', feed: feedNames.report(tenant), tenant, number: version, content: { occurredAt: at } };
    });
  }

  return {
    async read({ tenants: of, cases, notified }) {
      const parts = [ofCases(cases), ...of.map(ofTenant), ...notified.map(ofPerson), ...of.map(ofReport)];
      return (await Promise.all(parts)).flat();
    },
    async inspect(watched, history) {
      const broke = (what: string) => history.add({ op: 'broke', what });
      const last = new Map<string, number>();
      for (const { feed, number } of await ofCases(watched.cases)) {
        if (number !== (last.get(feed) ?? 0) + 1) broke(`${feed} has ${number} after ${last.get(feed) ?? 'nothing'}`);
        last.set(feed, number);
      }
      for (const tenant of watched.tenants) {
        let position = begins.get(tenant) ?? 0;
        const seqs = new Map<string, number>();
        const changes = await changesSince(tenant);
        const without = changes.filter((row) => row.position === null);
        if (without.length > 0) broke(`${without.length} changes have no position in the log of ${tenant}`);
        for (const row of changes.filter((one) => one.position !== null)) {
          position += 1;
          if (Number(row.position) !== position) broke(`the log of ${tenant} has ${row.position} where ${position} was due`);
          if (row.seq <= (seqs.get(row.certification_id) ?? 0))
            broke(`the log of ${tenant} has entry ${row.seq} of ${row.certification_id} after a later one`);
          seqs.set(row.certification_id, row.seq);
        }
      }
    },
    async close() {
      await Promise.all([certification.close(), users.close(), analytics.close()]);
    },
  };
}

function happened(feed: string, tenant: string, number: number, row: Change): Happened {
  const at = new Date(row.occurred_at).getTime();
  const { seq, status, hold, previous_status: previousStatus, certification_id: certificationId } = row;
  return {
    at,
    op: 'happened',
    feed,
    tenant,
    number,
    content: { seq, previousStatus, status, hold, occurredAt: at, certificationId },
  };
}
