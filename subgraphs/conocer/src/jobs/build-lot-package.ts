import { recordAudit } from '@academy/platform/audit';
import type { Tx } from '@academy/platform/db';
import { finishJob, type JobContract, job, scheduleJob } from '@academy/platform/jobs';
import { blindIndex } from '@academy/platform/vault';
import { z } from 'zod';
import { packLot } from '../authority/manual-lot/package-zip.ts';
import { putPackage } from '../authority/manual-lot/sealed-package.ts';
import { askCandidates, type Candidate } from '../candidate.ts';
import { changeSubmission } from '../change-submission.ts';
import { PACKAGE_KEPT_MS } from '../domain/lot-package.ts';
import { CERTIFICATE_REVOKED, IDENTITY_MISSING, refuseUnsent } from '../domain/submission.ts';
import type { Worker } from '../services.ts';
import {
  changePackage,
  discardPackage,
  findPackage,
  findPackageMembers,
  lockPackage,
  type PackageMember,
  packMember,
  unpackMember,
} from '../store/lot-packages.ts';
import { externalRefOf, lockSubmission } from '../store/submissions.ts';
import type { LotPackageRow } from '../tables/lots.ts';

const payload = z.object({ packageId: z.uuid() });

/** Builds a package that was asked for. Its key is the package. */
export const buildLotPackage: JobContract<z.infer<typeof payload>> = { name: 'build-lot-package', payload };

/** Discards a package that nobody has handed over in time. Its key is the package. */
export const discardLotPackage: JobContract<z.infer<typeof payload>> = { name: 'discard-lot-package', payload };

type Packed = PackageMember & { readonly candidate: Candidate };

/**
 * The package is READY: names and CURPs were asked of users for this and lie nowhere but in it, sealed. Of whom users lacks them, and whose certificate was revoked, the
 * submission is refused and is in no package. A rerun builds another in its place.
 */
export const buildLotPackageJob = job<Worker, z.infer<typeof payload>>(buildLotPackage, async (work, context) => {
  const { tenantId } = work;
  const { packageId } = work.payload;
  const found = await context.database.inTenant(tenantId, 'read', async (tx) => {
    const row = await findPackage(tx, tenantId, packageId);
    return row?.status === 'REQUESTED' ? { row, members: await findPackageMembers(tx, row) } : undefined;
  });
  if (found === undefined) return done(context, tenantId, packageId);
  const members = found.members.filter(({ submission }) => submission.status === 'PREPARED');
  const ids = members.map(({ submission }) => submission.candidateId);
  const known = ids.length === 0 ? [] : await askCandidates(context.graph, tenantId, ids);
  const packed = members.flatMap((member, index): Packed[] => {
    const candidate = known[index];
    return candidate === undefined || member.submission.certificateRevokedAt !== null ? [] : [{ ...member, candidate }];
  });
  const packedAt = context.clock.now();
  const { zip, ...facts } = await packLot({ packageId, lotId: found.row.lotId, packedAt }, packed.map(caseOf));
  if (packed.length > 0) await putPackage(context, found.row, zip);
  await context.database.inTenant(tenantId, 'write', (tx) => settle(tx, found.row, packed, facts, context, packedAt));
});

async function settle(
  tx: Tx,
  { tenantId, id }: LotPackageRow,
  packed: readonly Packed[],
  facts: Pick<LotPackageRow, 'files'> & { sha256: string },
  context: Worker,
  now: Date,
): Promise<void> {
  await finishJob(tx, buildLotPackage, tenantId, id);
  const row = await lockPackage(tx, tenantId, id);
  if (row === undefined) return;
  if (row.status !== 'REQUESTED') {
    // Somebody asked for another meanwhile, or a candidate was erased: what was just put into the storage opens with no key.
    if (row.status === 'DISCARDED') await discardPackage(tx, row, now);
    return;
  }
  const byId = new Map(packed.map((one) => [one.submission.id, one]));
  const tenantKey = (await context.vault.keysFor(tx, tenantId, [tenantId])).get(tenantId);
  if (tenantKey === undefined) throw new Error('The tenant has no key to compare CURPs by.');
  for (const { submission } of await findPackageMembers(tx, row)) {
    const locked = await lockSubmission(tx, tenantId, submission.id);
    const one = byId.get(submission.id);
    if (one !== undefined && locked?.status === 'PREPARED') {
      await packMember(tx, row, submission.id, blindIndex(tenantKey, 'curp', one.candidate.curp));
      continue;
    }
    await unpackMember(tx, row, submission.id);
    const refusal = submission.certificateRevokedAt === null ? IDENTITY_MISSING : CERTIFICATE_REVOKED;
    if (locked !== undefined && one === undefined) await changeSubmission(tx, locked, now, (it) => refuseUnsent(it, refusal));
  }
  const left = (await findPackageMembers(tx, row)).length;
  if (left !== packed.length) {
    // What is packed is no longer what is there: another is built.
    await scheduleJob(tx, buildLotPackage, { tenantId, key: id, payload: { packageId: id }, dueAt: now });
    return;
  }
  if (left === 0) {
    await discardPackage(tx, row, now);
    await changePackage(tx, row, { status: 'FAILED', size: 0 });
    return;
  }
  const expiresAt = new Date(now.getTime() + PACKAGE_KEPT_MS);
  await changePackage(tx, row, { ...facts, status: 'READY', size: left, readyAt: now, expiresAt });
  await scheduleJob(tx, discardLotPackage, { tenantId, key: id, payload: { packageId: id }, dueAt: expiresAt });
  const principal = { kind: 'service', tenantId, service: 'conocer-worker', scopes: [] } as const;
  const detail = { cases: left, sha256: facts.sha256 };
  await recordAudit(tx, { principal, action: 'lot-package.build', subject: id, detail, at: now });
}

/** The package is DISCARDED, unless it was handed over. */
export const discardLotPackageJob = job<Worker, z.infer<typeof payload>>(discardLotPackage, async (work, context) => {
  const { tenantId, key } = work;
  await context.database.inTenant(tenantId, 'write', async (tx) => {
    const row = await lockPackage(tx, tenantId, work.payload.packageId);
    if (row?.status === 'READY') await discardPackage(tx, row, context.clock.now());
    await finishJob(tx, discardLotPackage, tenantId, key);
  });
});

function caseOf({ submission, candidate }: Packed) {
  const { standardCode, certificateFolio, evaluatedOn } = submission;
  return { ...candidate, externalRef: externalRefOf(submission), standardCode, certificateFolio, evaluatedOn };
}

function done({ database }: Worker, tenantId: string, packageId: string): Promise<void> {
  return database.inTenant(tenantId, 'write', (tx) => finishJob(tx, buildLotPackage, tenantId, packageId));
}
