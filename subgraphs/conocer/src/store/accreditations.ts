import { type AccreditationTold, accreditationEnded, accreditationRecorded, type SeedAccreditation } from '@academy/contracts';
import { type LocalDate, type PageRequest, type Principal, personaOf } from '@academy/kernel';
import { personCentres } from '@academy/platform/centres';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { and, desc, eq, getTableColumns, gte, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { type AccreditationRow, accreditations } from '../tables/accreditations.ts';
import { caseAssignments } from '../tables/candidates.ts';

export type { AccreditationRow } from '../tables/accreditations.ts';

/** An accreditation, and whether the viewer who asked for it comes to it by her centre, or by a case that she audits, now. */
export type SeenAccreditation = AccreditationRow & { readonly isReached: boolean };

/** Narrows a list; what is undefined narrows nothing. */
export type AccreditationCriteria = {
  readonly personId?: string | undefined;
  readonly standardMajor?: string | undefined;
  readonly kind?: AccreditationRow['kind'] | undefined;
  readonly validOn?: LocalDate | undefined;
};

/** At most `page.size + 1` accreditations that the viewer may see, after the page's cursor (recorded at, id), newest record first. */
export function findAccreditationPage(
  tx: Tx,
  viewer: Principal,
  criteria: AccreditationCriteria,
  page: PageRequest,
): Promise<SeenAccreditation[]> {
  const { personId, standardMajor, kind, issuedOn, validThrough, endedAt, recordedAt, id } = accreditations;
  const { validOn } = criteria;
  const [at, after] = page.after ?? [];
  const conditions = [
    isShownTo(viewer),
    criteria.personId === undefined ? undefined : eq(personId, criteria.personId),
    criteria.standardMajor === undefined ? undefined : eq(standardMajor, criteria.standardMajor),
    criteria.kind === undefined ? undefined : eq(kind, criteria.kind),
    validOn === undefined
      ? undefined
      : and(lte(issuedOn, validOn), or(isNull(validThrough), gte(validThrough, validOn)), isNull(endedAt)),
    page.after === undefined ? undefined : sql`(${recordedAt}, ${id}) < (${at}::timestamptz, ${after}::uuid)`,
  ];
  return tx
    .select(seen(viewer))
    .from(accreditations)
    .where(and(...conditions))
    .orderBy(desc(recordedAt), desc(id))
    .limit(page.size + 1);
}

/** The accreditations with these ids, in no order. */
export function findAccreditations(tx: Tx, viewer: Principal, ids: readonly string[]): Promise<SeenAccreditation[]> {
  return tx
    .select(seen(viewer))
    .from(accreditations)
    .where(inArray(accreditations.id, [...ids]));
}

/** The accreditation, locked until the transaction ends; undefined when the tenant has none of this id. */
export async function lockAccreditation(tx: Tx, tenantId: string, id: string): Promise<AccreditationRow | undefined> {
  const [row] = await tx
    .select()
    .from(accreditations)
    .where(and(eq(accreditations.tenantId, tenantId), eq(accreditations.id, id)))
    .for('update');
  return row;
}

/** The accreditation is on record and told; false when the same document stands already. */
export async function addAccreditation(
  tx: Tx,
  row: Omit<AccreditationRow, 'endedBy' | 'endedAt' | 'endReason' | 'version'>,
): Promise<boolean> {
  const [added] = await tx.insert(accreditations).values(row).onConflictDoNothing().returning();
  if (added === undefined) return false;
  await emit(tx, accreditationRecorded, told(added, row.recordedAt));
  return true;
}

/** The accreditation has ended and that is told. The caller has locked it and seen that it stands. */
export async function endAccreditation(
  tx: Tx,
  end: { tenantId: string; id: string; endedBy: string; reason: string; now: Date },
): Promise<void> {
  const [row] = await tx
    .update(accreditations)
    .set({ endedBy: end.endedBy, endedAt: end.now, endReason: end.reason, version: sql`${accreditations.version} + 1` })
    .where(and(eq(accreditations.tenantId, end.tenantId), eq(accreditations.id, end.id), isNull(accreditations.endedAt)))
    .returning();
  if (row === undefined) throw new Error('An accreditation that was to end did not stand.');
  await emit(tx, accreditationEnded, told(row, end.now));
}

function told(row: AccreditationRow, occurredAt: Date) {
  const { tenantId, id: accreditationId, personId, kind, standardMajor, issuedOn, validThrough, version } = row;
  const data: AccreditationTold = { accreditationId, personId, kind, standardMajor, issuedOn, validThrough, version };
  return { tenantId, subject: accreditationId, occurredAt, data };
}

function seen(viewer: Principal) {
  return { ...getTableColumns(accreditations), isReached: isReached(viewer) };
}

/** Everybody her own; a certifier all; others those that they reach. */
function isShownTo(viewer: Principal): SQL | undefined {
  if (viewer.kind !== 'user') return sql`false`;
  if (viewer.persona === 'certifier') return undefined;
  return or(eq(accreditations.personId, viewer.userId), isReached(viewer));
}

/** A centre's admin reaches those of people who stand in her centre, an auditor those of evaluators of the cases that she audits. */
function isReached(viewer: Principal): SQL<boolean> {
  const persona = personaOf(viewer);
  if (viewer.kind !== 'user' || (persona !== 'centre_admin' && persona !== 'auditor')) return sql<boolean>`false`;
  const { personId } = accreditations;
  const centreOf = (who: SQL) => sql`(select stands.centre_id from ${personCentres} stands where stands.user_id = ${who})`;
  if (persona === 'centre_admin')
    return sql<boolean>`${centreOf(sql`${accreditations}.person_id`)} is not distinct from ${centreOf(sql`${viewer.userId}`)}`;
  return sql<boolean>`${personId} in (select evaluates.person_id from ${caseAssignments} audits
    join ${caseAssignments} evaluates on evaluates.tenant_id = audits.tenant_id and evaluates.certification_id = audits.certification_id
    where audits.person_id = ${viewer.userId} and audits.duty = 'AUDITOR' and not audits.is_ended and evaluates.duty = 'EVALUATOR')`;
}

/** Seed data: on record as if a certifier had put it there; told to nobody. What is there stays as it is. */
export async function seedAccreditations(tx: Tx, all: readonly SeedAccreditation[]): Promise<void> {
  if (all.length === 0) return;
  const rows = all.map(({ accreditationId: id, ...row }) => ({ ...row, id }));
  await tx.insert(accreditations).values(rows).onConflictDoNothing();
}
