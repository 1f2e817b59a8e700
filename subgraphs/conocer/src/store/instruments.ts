import type { Tx } from '@academy/platform/db';
import { inArray, sql } from 'drizzle-orm';
import type { Instrument } from '../domain/instrument.ts';
import { type InstrumentRow, instruments } from '../tables/instruments.ts';

export type { InstrumentRow } from '../tables/instruments.ts';

/** The instruments of these versions of standards, in no order. */
export function findInstruments(tx: Tx, standardCodes: readonly string[]): Promise<InstrumentRow[]> {
  return tx
    .select()
    .from(instruments)
    .where(inArray(instruments.standardCode, [...standardCodes]));
}

/** The instruments are known afterwards, in place of those that were: but a sample never takes the place of an official one. The standards must be known. */
export async function keepInstruments(tx: Tx, all: readonly Instrument[], now: Date): Promise<void> {
  if (all.length === 0) return;
  await tx
    .insert(instruments)
    .values(all.map((one) => ({ ...one, recordedAt: now })))
    .onConflictDoUpdate({
      target: instruments.standardCode,
      set: {
        origin: sql`excluded.origin`,
        minimumScore: sql`excluded.minimum_score`,
        criteria: sql`excluded.criteria`,
        reactivos: sql`excluded.reactivos`,
        recordedAt: sql`excluded.recorded_at`,
      },
      setWhere: sql`(${instruments.origin} = 'SAMPLE' or excluded.origin = 'OFFICIAL')
        and (${instruments.criteria}, ${instruments.reactivos}, ${instruments.minimumScore}) is distinct from (excluded.criteria, excluded.reactivos, excluded.minimum_score)`,
    });
}
