import type { DataPartWait } from '@academy/contracts';
import { defineErasure } from '@academy/platform/data-subject';
import type { Tx } from '@academy/platform/db';
import { destroyKey } from '@academy/platform/vault';
import { type Case, isOpen, isOurs } from './domain/case/phases.ts';
import { catchUp, certificationSaga } from './sagas/certification.ts';
import { required } from './sagas/required-transition.ts';
import { caseOf } from './store/case-row.ts';
import { findCertificateOf, revokeCertificate } from './store/certificate.ts';
import { applyTransition, type CertificationRow, lockCase } from './store/certification.ts';
import { dataSources } from './store/data-sources.ts';
import { eraseHolder, lockHolder, refuseHolder, sagaPhases } from './store/erased-holders.ts';
import type { CertificationWorker } from './worker-context.ts';

/**
 * This island's part in a person's erasure. Cases of which nothing is with the authority are withdrawn, and their sagas walk to their ends; the others are
 * followed to its verdict. Then nothing is left that says who the holder was, and her key is destroyed, with all documents that it sealed.
 */
export const certificationErasure = defineErasure<CertificationWorker>({
  island: 'certification',
  sources: dataSources,
  async erase(tx, of, { clock }) {
    const now = clock.now();
    const { tenantId, subjectId } = of;
    await lockHolder(tx, of);
    const rows = await refuseHolder(tx, of, now);
    const caseIds = rows.map(({ id }) => id);
    const open: CertificationRow[] = [];
    for (const id of caseIds) {
      const row = await endCase(tx, await lockCase(tx, tenantId, id), now);
      if (isOpen(caseOf(row))) open.push(row);
    }
    const waitsFor = openFor(open) ?? stillAtWork(await sagaPhases(tx, tenantId, caseIds));
    if (waitsFor !== undefined) return { kind: 'wait', for: waitsFor };
    await eraseHolder(tx, of, now);
    return { kind: 'done', key: await destroyKey(tx, { tenantId, subject: subjectId }, now) };
  },
});

/** The case is withdrawn if nothing of it is with the authority; its saga looks again. Answers the case as it is then. */
async function endCase(tx: Tx, row: CertificationRow, now: Date): Promise<CertificationRow> {
  const { tenantId, id: certificationId } = row;
  if (!isHersToEnd(row)) return row;
  const certificate = await findCertificateOf(tx, tenantId, certificationId);
  if (certificate?.status === 'REQUESTED')
    await revokeCertificate(tx, certificate, 'La persona pidió la supresión de sus datos.', now);
  const command = { kind: 'withdraw' } as const;
  const withdrawn = await required(applyTransition(tx, { tenantId, certificationId, command, detail: { by: 'erasure' }, now }));
  await catchUp(tx, withdrawn, now);
  await certificationSaga.lookAgain(tx, { tenantId, subject: certificationId, now });
  return withdrawn;
}

/** What the candidate may withdraw, held or not. A contradiction of the authority's is no case of hers: a person decides it. */
function isHersToEnd(row: CertificationRow): boolean {
  const current: Case = caseOf(row);
  return row.path !== 'REVERSAL' && isOurs(current.status === 'ON_HOLD' ? current.before : current);
}

/** What the cases that are still open wait for; undefined when there are none. */
function openFor(open: readonly CertificationRow[]): DataPartWait | undefined {
  if (open.length === 0) return undefined;
  return open.every(({ path }) => path === 'REVERSAL') ? 'OPERATOR' : 'AUTHORITY';
}

function stillAtWork(phases: readonly string[]): DataPartWait | undefined {
  if (phases.some((phase) => phase === 'FORWARD' || phase === 'BACKWARD')) return 'CASE';
  return phases.includes('PARKED') ? 'OPERATOR' : undefined;
}
