import type { Tx } from '@academy/platform/db';
import { and, eq, inArray } from 'drizzle-orm';
import type { Instrument } from '../domain/evaluation/instrument.ts';
import { caseInstruments, caseStandards } from '../tables/evaluation.ts';

export type CaseStandardRow = typeof caseStandards.$inferSelect;
export type CaseInstrumentRow = typeof caseInstruments.$inferSelect;

type OfCase = { readonly tenantId: string; readonly certificationId: string };

/** It is known what conocer says of the standard that the case is to be evaluated by. */
export async function keepCaseStandard(tx: Tx, row: CaseStandardRow): Promise<void> {
  const { standardCode, isActive, instrument, askedAt } = row;
  await tx
    .insert(caseStandards)
    .values(row)
    .onConflictDoUpdate({
      target: [caseStandards.tenantId, caseStandards.certificationId],
      set: { standardCode, isActive, instrument, askedAt },
    });
}

/** What conocer said last; undefined when it was not asked yet. */
export async function findCaseStandard(tx: Tx, { tenantId, certificationId }: OfCase): Promise<CaseStandardRow | undefined> {
  const [row] = await tx
    .select()
    .from(caseStandards)
    .where(and(eq(caseStandards.tenantId, tenantId), eq(caseStandards.certificationId, certificationId)));
  return row;
}

/** The case is judged by this instrument, whatever conocer says later; one that was pinned before gives way to it. */
export async function pinInstrument(
  tx: Tx,
  of: OfCase & { readonly standardCode: string; readonly instrument: Instrument; readonly digest: string; readonly now: Date },
): Promise<void> {
  const { now: pinnedAt, ...row } = of;
  const { standardCode, instrument, digest } = row;
  await tx
    .insert(caseInstruments)
    .values({ ...row, pinnedAt })
    .onConflictDoUpdate({
      target: [caseInstruments.tenantId, caseInstruments.certificationId],
      set: { standardCode, instrument, digest, pinnedAt },
    });
}

/** The instrument that the case's plan was proposed with; undefined before. */
export async function findPinned(tx: Tx, { tenantId, certificationId }: OfCase): Promise<CaseInstrumentRow | undefined> {
  const [row] = await tx
    .select()
    .from(caseInstruments)
    .where(and(eq(caseInstruments.tenantId, tenantId), eq(caseInstruments.certificationId, certificationId)));
  return row;
}

/** The pinned instruments of these cases, in no order. */
export function findInstrumentsOf(tx: Tx, certificationIds: readonly string[]): Promise<CaseInstrumentRow[]> {
  return tx.select().from(caseInstruments).where(inArray(caseInstruments.certificationId, certificationIds));
}
