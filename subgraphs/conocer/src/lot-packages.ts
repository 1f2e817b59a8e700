import { createHash } from 'node:crypto';
import { fail, ok, type Result, type UserPrincipal } from '@academy/kernel';
import { recordAudit } from '@academy/platform/audit';
import type { Tx } from '@academy/platform/db';
import { finishJob, scheduleJob } from '@academy/platform/jobs';
import { destroyKey } from '@academy/platform/vault';
import { changeSubmission } from './change-submission.ts';
import type { LOT_PACKAGE_STATUSES } from './domain/lot-package.ts';
import { handOver } from './domain/submission.ts';
import { buildLotPackage, discardLotPackage } from './jobs/build-lot-package.ts';
import {
  changePackage,
  discardPackage,
  findPackable,
  findPackageMembers,
  insertPackage,
  isOfLot,
  lockLotOf,
  lockPackage,
  lockWaitingPackages,
  packageKeyOf,
} from './store/lot-packages.ts';
import { lockSubmission } from './store/submissions.ts';

export type PackageRefusal =
  | { readonly kind: 'NotFound' }
  | { readonly kind: 'NothingToPack' }
  | { readonly kind: 'NotReady'; readonly status: (typeof LOT_PACKAGE_STATUSES)[number] };

type By = { readonly actor: UserPrincipal; readonly now: Date };

/** A package of what waits in the lot is being built, in the place of one that nobody has handed over. Answers its id. */
export async function exportLot(
  tx: Tx,
  { actor, now, lotId }: By & { readonly lotId: string | null },
): Promise<Result<string, PackageRefusal>> {
  const { tenantId, userId } = actor;
  await lockLotOf(tx, tenantId, lotId);
  const packable = await findPackable(tx, tenantId, lotId);
  if (packable.length === 0) return fail({ kind: 'NothingToPack' });
  for (const before of await lockWaitingPackages(tx, tenantId, isOfLot(lotId))) await discardPackage(tx, before, now);
  const ids = packable.map(({ id }) => id);
  const packageId = await insertPackage(tx, { tenantId, lotId, requestedBy: userId, requestedAt: now }, ids);
  await scheduleJob(tx, buildLotPackage, { tenantId, key: packageId, payload: { packageId }, dueAt: now });
  const detail = { lotId, cases: ids.length };
  await recordAudit(tx, { principal: actor, action: 'lot-package.export', subject: packageId, detail, at: now });
  return ok(packageId);
}

/** It is on record who downloads the package, which is READY. Answers its id. */
export async function noteDownload(
  tx: Tx,
  { actor, now, packageId }: By & { readonly packageId: string },
): Promise<Result<string, PackageRefusal>> {
  const row = await lockPackage(tx, actor.tenantId, packageId);
  if (row === undefined) return fail({ kind: 'NotFound' });
  if (row.status !== 'READY') return fail({ kind: 'NotReady', status: row.status });
  const detail = { cases: row.size, sha256: row.sha256 };
  await recordAudit(tx, { principal: actor, action: 'lot-package.download', subject: packageId, detail, at: now });
  return ok(packageId);
}

/**
 * A person has carried the package to the authority: its submissions are SENT, and certification is told who did it. What was withdrawn since it was built is not. What was
 * packed opens no more.
 */
export async function handOverPackage(
  tx: Tx,
  { actor, now, packageId }: By & { readonly packageId: string },
): Promise<Result<string, PackageRefusal>> {
  const { tenantId, userId: by } = actor;
  const row = await lockPackage(tx, tenantId, packageId);
  if (row === undefined) return fail({ kind: 'NotFound' });
  if (row.status === 'HANDED_OVER') return ok(packageId);
  if (row.status !== 'READY') return fail({ kind: 'NotReady', status: row.status });
  let handed = 0;
  for (const { submission } of await findPackageMembers(tx, row)) {
    const locked = await lockSubmission(tx, tenantId, submission.id);
    if (locked === undefined) throw new Error(`The submission ${submission.id} is in a package and not there.`);
    const authorityId = authorityIdOf(packageId, locked.id);
    const change = await changeSubmission(tx, locked, now, (it) => handOver(it, { authorityId, by, at: now }));
    if (change.ok) handed += 1;
  }
  await changePackage(tx, row, { status: 'HANDED_OVER', handedOverBy: by, handedOverAt: now });
  await destroyKey(tx, { tenantId, subject: packageKeyOf(row) }, now);
  await finishJob(tx, discardLotPackage, tenantId, packageId);
  const detail = { packed: row.size, handedOver: handed, sha256: row.sha256 };
  await recordAudit(tx, { principal: actor, action: 'lot-package.hand-over', subject: packageId, detail, at: now });
  return ok(packageId);
}

/** As what an authority without ids of its own knows a submission: the same whenever it is asked, and nobody else's. */
function authorityIdOf(packageId: string, submissionId: string): string {
  return `LOT-${createHash('sha256').update(`${packageId}:${submissionId}`).digest('hex').slice(0, 24)}`;
}
