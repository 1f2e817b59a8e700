import type { Tx } from '@academy/platform/db';
import type { Fact } from './domain/fact.ts';
import { ensureReportTold } from './jobs/tell-report-updated.ts';
import { underPseudonyms } from './store/erased-learners.ts';
import { canChangeFigures, type FactSource, recordFacts } from './store/facts.ts';
import { raiseReportVersion } from './store/report-versions.ts';

/**
 * The fact is stored under its event, once; if figures of the completion report can differ by it, the report has another version, and whoever
 * watches it will be told. The caller has moved its watermarks before: everybody locks them first, then the version.
 */
export async function countFact(tx: Tx, event: FactSource, told: Fact, now: Date): Promise<void> {
  const [fact = told] = await underPseudonyms(tx, event.tenantId, [told]);
  const canChange = await canChangeFigures(tx, event, fact);
  const added = await recordFacts(tx, [{ event, fact }]);
  if (canChange && added > 0) await raise(tx, event.tenantId, now);
}

/** Each fact of one tenant is stored under its event, once; all that are new are one version of the report. As `countFact` otherwise. */
export async function countFacts(
  tx: Tx,
  tenantId: string,
  entries: readonly { readonly event: Omit<FactSource, 'tenantId'>; readonly fact: Fact }[],
  now: Date,
): Promise<void> {
  const facts = await underPseudonyms(
    tx,
    tenantId,
    entries.map(({ fact }) => fact),
  );
  const added = await recordFacts(
    tx,
    entries.map(({ event, fact }, index) => ({ event: { ...event, tenantId }, fact: facts[index] ?? fact })),
  );
  if (added > 0) await raise(tx, tenantId, now);
}

async function raise(tx: Tx, tenantId: string, now: Date): Promise<void> {
  await raiseReportVersion(tx, { tenantId, report: 'COMPLETION', now });
  await ensureReportTold(tx, { tenantId, report: 'COMPLETION', now });
}
