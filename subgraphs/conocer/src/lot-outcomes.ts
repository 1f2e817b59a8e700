import { createHash } from 'node:crypto';
import { fail, ok, type Result, type UserPrincipal } from '@academy/kernel';
import { recordAudit } from '@academy/platform/audit';
import type { Tx } from '@academy/platform/db';
import { blindIndex, type Vault } from '@academy/platform/vault';
import type { OutcomeRow } from './authority/manual-lot/outcome-csv.ts';
import { changeSubmission } from './change-submission.ts';
import { isDoubt, type OutcomeEntry, type OutcomeLine, reconcile } from './domain/lot-outcome.ts';
import { type Report, takeReport } from './domain/submission.ts';
import type { PackageRefusal } from './lot-packages.ts';
import { reportConcern } from './store/dead-letters.ts';
import { findOutcome, findPackageMembers, insertOutcome, lockPackage, type PackageMember } from './store/lot-packages.ts';
import { externalRefOf, isFolioOfAnother, lockSubmission, updateSubmission } from './store/submissions.ts';
import type { SubmissionRow } from './tables/submissions.ts';

/**
 * What the authority decided on a package is taken in as far as it fits what was handed over, and what became of each line is on record; all in one. The same file
 * again changes nothing and answers the same. Answers the outcome's id.
 */
export async function importOutcome(
  tx: Tx,
  asked: {
    readonly packageId: string;
    readonly content: string;
    readonly rows: readonly OutcomeRow[];
    readonly actor: UserPrincipal;
    readonly vault: Vault;
    readonly now: Date;
  },
): Promise<Result<string, PackageRefusal>> {
  const { packageId, rows, actor, vault, now } = asked;
  const { tenantId, userId } = actor;
  const row = await lockPackage(tx, tenantId, packageId);
  if (row === undefined) return fail({ kind: 'NotFound' });
  if (row.status !== 'HANDED_OVER') return fail({ kind: 'NotReady', status: row.status });
  const sha256 = createHash('sha256').update(asked.content, 'utf8').digest('hex');
  const known = await findOutcome(tx, row, sha256);
  if (known !== undefined) return ok(known.id);
  const tenantKey = (await vault.keysFor(tx, tenantId, [tenantId])).get(tenantId);
  if (tenantKey === undefined) throw new Error('The tenant has no key to compare CURPs by.');
  const members = await locked(tx, await findPackageMembers(tx, row));
  const lines = rows.map(({ curp, ...line }): OutcomeLine => ({ ...line, curpIndex: blindIndex(tenantKey, 'curp', curp) }));
  const byRef = new Map(members.map((member) => [externalRefOf(member.submission), member.submission]));
  const entries = reconcile(lines, members.map(memberOf), await foreignFolios(tx, tenantId, lines, byRef));
  for (const [index, line] of lines.entries()) {
    const submission = byRef.get(line.externalRef);
    if (submission !== undefined) await take(tx, submission, line, entries[index], now);
  }
  const id = await insertOutcome(tx, { tenantId, packageId, sha256, entries, importedBy: userId, importedAt: now });
  const count = (kind: OutcomeEntry['kind']) => entries.filter((entry) => entry.kind === kind).length;
  const doubts = entries.filter(isDoubt).length;
  const detail = { packageId, sha256, issued: count('ISSUED'), rejected: count('REJECTED'), doubts };
  await recordAudit(tx, { principal: actor, action: 'lot-outcome.import', subject: id, detail, at: now });
  return ok(id);
}

async function take(tx: Tx, row: SubmissionRow, line: OutcomeLine, entry: OutcomeEntry | undefined, now: Date): Promise<void> {
  const { authorityId } = row;
  if (entry?.kind === 'REVERSAL') await reportConcern(tx, row, 'VERDICT_REVERSED', { said: line.verdict.kind });
  if (entry?.kind === 'FOLIO_TWICE' || entry?.kind === 'FOLIO_OF_ANOTHER') await reportConcern(tx, row, 'FOLIO_TWICE', {});
  if (entry?.kind !== 'ISSUED' && entry?.kind !== 'REJECTED') return;
  if (authorityId === null) throw new Error(`The submission ${row.id} is with the authority and has no id there.`);
  const { verdict } = line;
  const report: Report =
    verdict.kind === 'ISSUED'
      ? { state: 'APPROVED', authorityId, officialFolio: verdict.officialFolio, issuedOn: verdict.issuedOn }
      : { state: 'REJECTED', authorityId, reason: verdict.reason, isCorrectable: verdict.isCorrectable };
  const change = await changeSubmission(tx, row, now, (submission) => takeReport(submission, report));
  if (!change.ok) throw new Error(`A line was to be taken in, and its submission is ${change.error.status}.`);
  await updateSubmission(tx, change.value.row, { checkedAt: now });
}

async function foreignFolios(
  tx: Tx,
  tenantId: string,
  lines: readonly OutcomeLine[],
  byRef: ReadonlyMap<string, SubmissionRow>,
): Promise<ReadonlySet<string>> {
  const foreign = new Set<string>();
  for (const { externalRef, verdict } of lines) {
    const own = byRef.get(externalRef);
    if (verdict.kind !== 'ISSUED' || own === undefined) continue;
    if (await isFolioOfAnother(tx, tenantId, own.id, verdict.officialFolio)) foreign.add(verdict.officialFolio);
  }
  return foreign;
}

async function locked(tx: Tx, members: readonly PackageMember[]): Promise<PackageMember[]> {
  const all: PackageMember[] = [];
  for (const { submission, curpIndex } of members) {
    const row = await lockSubmission(tx, submission.tenantId, submission.id);
    if (row !== undefined) all.push({ submission: row, curpIndex });
  }
  return all;
}

function memberOf({ submission, curpIndex }: PackageMember) {
  const { certificationId, standardCode, status, officialFolio } = submission;
  return { externalRef: externalRefOf(submission), certificationId, curpIndex, standardCode, status, officialFolio };
}
