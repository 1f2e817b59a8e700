import { defineErasure } from '@academy/platform/data-subject';
import type { Worker } from './services.ts';
import { dataSources } from './store/data-sources.ts';
import { eraseCandidate, eraseReasons, lockCandidate } from './store/erased-candidates.ts';
import { discardPackage, eraseIndexes, hasCandidate, lockWaitingPackages } from './store/lot-packages.ts';
import type { SubmissionRow } from './tables/submissions.ts';
import { withdraw } from './withdraw.ts';

/** What the authority may have, and has given no verdict on: its register is not ours to leave half told. */
const IN_FLIGHT: ReadonlySet<SubmissionRow['status']> = new Set(['SENDING', 'UNKNOWN', 'SENT', 'IN_PROCESS']);

/** This island's part in a person's erasure: what was not sent never is; what may have been sent is followed to its verdict first. */
export const conocerErasure = defineErasure<Worker>({
  island: 'conocer',
  sources: dataSources,
  async erase(tx, of, { clock }) {
    const now = clock.now();
    await lockCandidate(tx, of);
    // Packages are locked before what is in them. What was packed of her is gone with its key; the others of the lot are packed anew.
    for (const waiting of await lockWaitingPackages(tx, of.tenantId, hasCandidate(of.subjectId)))
      await discardPackage(tx, waiting, now);
    const rows = await eraseCandidate(tx, of, now);
    for (const row of rows) if (row.status === 'HELD' || row.status === 'PREPARED') await withdraw(tx, row, now);
    if (rows.some(({ status }) => IN_FLIGHT.has(status))) return { kind: 'wait', for: 'AUTHORITY' };
    await eraseReasons(tx, of);
    await eraseIndexes(tx, of.tenantId, of.subjectId);
    return { kind: 'done' };
  },
});
