import type { AuthorityName } from '@academy/contracts';
import type { Tx } from '@academy/platform/db';
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { AuthorityStanding } from '../domain/authority-hold.ts';
import { type AuthorityQuotaRow, authorityQuotas } from '../tables/authority.ts';
import type { Backlog } from './waiting-submissions.ts';

/** How a tenant stands with an authority, locked until the transaction ends. Whoever holds this lock waits for no submission's. */
export async function lockQuota(tx: Tx, tenantId: string, authority: AuthorityName): Promise<AuthorityQuotaRow> {
  await tx
    .insert(authorityQuotas)
    .values({ tenantId, authority, freeAt: new Date(0) })
    .onConflictDoNothing();
  const [row] = await tx.select().from(authorityQuotas).where(byKey(tenantId, authority)).for('update');
  if (row === undefined) throw new Error(`The quota of ${authority} was added and is gone.`);
  return row;
}

/** The next slot of the tenant's rate. The caller holds the lock. */
export async function keepSlot(tx: Tx, { tenantId, authority }: AuthorityQuotaRow, freeAt: Date): Promise<void> {
  await tx.update(authorityQuotas).set({ freeAt }).where(byKey(tenantId, authority));
}

/** The authority is as it stands. The caller holds the lock. */
export async function keepStanding(tx: Tx, row: AuthorityQuotaRow, standing: AuthorityStanding): Promise<void> {
  const away =
    standing.kind === 'answering'
      ? { awaySince: null, awayCause: null, heldUntil: null, tries: 0 }
      : { awaySince: standing.since, awayCause: standing.cause, heldUntil: standing.heldUntil, tries: standing.tries };
  await tx.update(authorityQuotas).set(away).where(byKey(row.tenantId, row.authority));
}

/** That it answered is known to within so long: not every answer is written. */
const ANSWERED_WITHIN_MS = 1_000;

/** The authority answered the tenant at `now`. */
export async function noteAnswered(tx: Tx, tenantId: string, authority: AuthorityName, now: Date): Promise<void> {
  const isOlder = or(
    isNull(authorityQuotas.answeredAt),
    lt(authorityQuotas.answeredAt, new Date(now.getTime() - ANSWERED_WITHIN_MS)),
  );
  await tx
    .update(authorityQuotas)
    .set({ answeredAt: now })
    .where(and(byKey(tenantId, authority), isOlder));
}

/** What waited when it was counted. The caller holds the lock. */
export async function keepBacklog(tx: Tx, row: AuthorityQuotaRow, { waiting, oldestAt }: Backlog): Promise<void> {
  await tx.update(authorityQuotas).set({ waiting, oldestAt }).where(byKey(row.tenantId, row.authority));
}

export async function findQuota(tx: Tx, tenantId: string, authority: AuthorityName): Promise<AuthorityQuotaRow | undefined> {
  const [row] = await tx.select().from(authorityQuotas).where(byKey(tenantId, authority));
  return row;
}

export function standingOf({ awaySince, awayCause, heldUntil, tries }: AuthorityQuotaRow): AuthorityStanding {
  if (awaySince === null || awayCause === null || heldUntil === null) return { kind: 'answering' };
  return { kind: 'away', since: awaySince, cause: awayCause, heldUntil, tries };
}

function byKey(tenantId: string, authority: AuthorityName) {
  return and(eq(authorityQuotas.tenantId, tenantId), eq(authorityQuotas.authority, authority));
}
