import type { PageRequest } from '@academy/kernel';
import { Fault, isUuid } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { derivedId, newId } from '@academy/platform/ids';
import { destroyKey } from '@academy/platform/vault';
import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { PACKAGE_MAX_SIZE } from '../domain/lot-package.ts';
import { type LotOutcomeRow, type LotPackageRow, lotOutcomes, lotPackageMembers, lotPackages } from '../tables/lots.ts';

export type { LotOutcomeRow, LotPackageRow } from '../tables/lots.ts';

import { type SubmissionRow, submissions } from '../tables/submissions.ts';

/** A submission in a package, and by what its candidate's CURP is compared. */
export type PackageMember = { readonly submission: SubmissionRow; readonly curpIndex: string | null };

/** Submissions of a lot (null: of none) that wait for people to carry them to the authority, in order: as many as a package holds. */
export function findPackable(tx: Tx, tenantId: string, lotId: string | null): Promise<SubmissionRow[]> {
  return tx
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.tenantId, tenantId),
        lotId === null ? isNull(submissions.lotId) : eq(submissions.lotId, lotId),
        eq(submissions.status, 'PREPARED'),
        eq(submissions.authority, 'MANUAL_LOT'),
      ),
    )
    .orderBy(asc(submissions.id))
    .limit(PACKAGE_MAX_SIZE);
}

/** A package of these submissions is asked for. Answers its id. */
export async function insertPackage(
  tx: Tx,
  asked: Pick<LotPackageRow, 'tenantId' | 'lotId' | 'requestedBy' | 'requestedAt'>,
  submissionIds: readonly string[],
): Promise<string> {
  const id = newId();
  const { tenantId } = asked;
  await tx.insert(lotPackages).values({ ...asked, id, status: 'REQUESTED', size: submissionIds.length });
  await tx.insert(lotPackageMembers).values(submissionIds.map((submissionId) => ({ tenantId, packageId: id, submissionId })));
  return id;
}

/** Packages of one lot are asked for one after the other, until the transaction ends. */
export async function lockLotOf(tx: Tx, tenantId: string, lotId: string | null): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`lot ${tenantId} ${lotId}`}, 0))`);
}

/** The package, locked until the transaction ends, before any submission in it; undefined when the tenant has none of this id. */
export async function lockPackage(tx: Tx, tenantId: string, id: string): Promise<LotPackageRow | undefined> {
  const [row] = await tx.select().from(lotPackages).where(isPackage(tenantId, id)).for('update');
  return row;
}

export async function findPackage(tx: Tx, tenantId: string, id: string): Promise<LotPackageRow | undefined> {
  const [row] = await tx.select().from(lotPackages).where(isPackage(tenantId, id));
  return row;
}

export async function changePackage(tx: Tx, { tenantId, id }: LotPackageRow, changes: Partial<LotPackageRow>): Promise<void> {
  await tx.update(lotPackages).set(changes).where(isPackage(tenantId, id));
}

/** The package is none any more, and what was packed opens with no key. The caller holds its lock. */
export async function discardPackage(tx: Tx, row: LotPackageRow, now: Date): Promise<void> {
  await changePackage(tx, row, { status: 'DISCARDED' });
  await destroyKey(tx, { tenantId: row.tenantId, subject: packageKeyOf(row) }, now);
}

/** Whose key a package is sealed under: its own, and no person's. */
export function packageKeyOf({ id }: Pick<LotPackageRow, 'id'>): string {
  return derivedId(id, 'package-key');
}

/** Packages of these submissions that wait to be handed over, locked in order. */
export async function lockWaitingPackages(tx: Tx, tenantId: string, of: SQL | undefined): Promise<LotPackageRow[]> {
  return tx
    .select()
    .from(lotPackages)
    .where(and(eq(lotPackages.tenantId, tenantId), inArray(lotPackages.status, ['REQUESTED', 'READY']), of))
    .orderBy(asc(lotPackages.id))
    .for('update');
}

/** That a package is of this lot; null: of none. */
export function isOfLot(lotId: string | null): SQL {
  return lotId === null ? isNull(lotPackages.lotId) : eq(lotPackages.lotId, lotId);
}

/** That a package has a submission of this candidate. */
export function hasCandidate(candidateId: string): SQL {
  return sql`exists (select 1 from ${lotPackageMembers} its join ${submissions} hers on hers.tenant_id = its.tenant_id and hers.id = its.submission_id
    where its.tenant_id = ${lotPackages.tenantId} and its.package_id = ${lotPackages.id} and hers.candidate_id = ${candidateId})`;
}

/** What is in a package, in order. */
export function findPackageMembers(tx: Tx, { tenantId, id }: Pick<LotPackageRow, 'tenantId' | 'id'>): Promise<PackageMember[]> {
  return tx
    .select({ submission: submissions, curpIndex: lotPackageMembers.curpIndex })
    .from(lotPackageMembers)
    .innerJoin(
      submissions,
      and(eq(submissions.tenantId, lotPackageMembers.tenantId), eq(submissions.id, lotPackageMembers.submissionId)),
    )
    .where(and(eq(lotPackageMembers.tenantId, tenantId), eq(lotPackageMembers.packageId, id)))
    .orderBy(asc(submissions.id));
}

/** The submission was packed with this CURP, by its index. */
export async function packMember(tx: Tx, row: LotPackageRow, submissionId: string, curpIndex: string): Promise<void> {
  await tx.update(lotPackageMembers).set({ curpIndex }).where(isMember(row, submissionId));
}

/** The submission is not in the package. */
export async function unpackMember(tx: Tx, row: LotPackageRow, submissionId: string): Promise<void> {
  await tx.delete(lotPackageMembers).where(isMember(row, submissionId));
}

/** Nothing by which the candidate's CURP could be compared is left. */
export async function eraseIndexes(tx: Tx, tenantId: string, candidateId: string): Promise<void> {
  const hers = tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.tenantId, tenantId), eq(submissions.candidateId, candidateId)));
  await tx
    .update(lotPackageMembers)
    .set({ curpIndex: null })
    .where(and(eq(lotPackageMembers.tenantId, tenantId), inArray(lotPackageMembers.submissionId, hers)));
}

/** At most `page.size + 1` packages after the page's cursor (requested at, id), newest first. */
export function findPackagePage(tx: Tx, tenantId: string, of: SQL | undefined, page: PageRequest): Promise<LotPackageRow[]> {
  return tx
    .select()
    .from(lotPackages)
    .where(and(eq(lotPackages.tenantId, tenantId), of, isAfter(page, lotPackages.requestedAt, lotPackages.id)))
    .orderBy(desc(lotPackages.requestedAt), desc(lotPackages.id))
    .limit(page.size + 1);
}

/** The outcome that was imported from this very file; undefined when none was. */
export async function findOutcome(tx: Tx, { tenantId, id }: LotPackageRow, sha256: string): Promise<LotOutcomeRow | undefined> {
  const [row] = await tx
    .select()
    .from(lotOutcomes)
    .where(and(eq(lotOutcomes.tenantId, tenantId), eq(lotOutcomes.packageId, id), eq(lotOutcomes.sha256, sha256)));
  return row;
}

export async function findOutcomeById(tx: Tx, tenantId: string, id: string): Promise<LotOutcomeRow | undefined> {
  const [row] = await tx
    .select()
    .from(lotOutcomes)
    .where(and(eq(lotOutcomes.tenantId, tenantId), eq(lotOutcomes.id, id)));
  return row;
}

/** What became of an outcome file is on record. Answers its id. */
export async function insertOutcome(tx: Tx, outcome: Omit<LotOutcomeRow, 'id'>): Promise<string> {
  const id = newId();
  await tx.insert(lotOutcomes).values({ ...outcome, id });
  return id;
}

/** At most `page.size + 1` outcomes of a package after the page's cursor (imported at, id), newest first. */
export function findOutcomePage(tx: Tx, { tenantId, id }: LotPackageRow, page: PageRequest): Promise<LotOutcomeRow[]> {
  return tx
    .select()
    .from(lotOutcomes)
    .where(
      and(
        eq(lotOutcomes.tenantId, tenantId),
        eq(lotOutcomes.packageId, id),
        isAfter(page, lotOutcomes.importedAt, lotOutcomes.id),
      ),
    )
    .orderBy(desc(lotOutcomes.importedAt), desc(lotOutcomes.id))
    .limit(page.size + 1);
}

function isPackage(tenantId: string, id: string) {
  return and(eq(lotPackages.tenantId, tenantId), eq(lotPackages.id, id));
}

function isMember({ tenantId, id }: LotPackageRow, submissionId: string) {
  return and(
    eq(lotPackageMembers.tenantId, tenantId),
    eq(lotPackageMembers.packageId, id),
    eq(lotPackageMembers.submissionId, submissionId),
  );
}

function isAfter(
  { after }: PageRequest,
  at: typeof lotPackages.requestedAt | typeof lotOutcomes.importedAt,
  id: typeof lotPackages.id | typeof lotOutcomes.id,
) {
  if (after === undefined) return undefined;
  const [instant, rowId] = after;
  if (instant === undefined || !isUuid(rowId) || Number.isNaN(Date.parse(instant)))
    throw new Fault('BAD_USER_INPUT', 'after must be a cursor that this list returned; start again without it.');
  return sql`(${at}, ${id}) < (${instant}::timestamptz, ${rowId}::uuid)`;
}
