import { createHash } from 'node:crypto';
import type { Tx } from '../db/database.ts';
import { type DataPage, type DataSource, type DataSubject, readDataPage } from './source.ts';

/** A person with more records than this in one island has them exported by hand: one document of them would not be read. */
const MAX_RECORDS = 100_000;

/** All that an island has of a person: how many records, as the text of a JSON array, and its SHA-256 in hex. */
export type GatheredData = { readonly records: number; readonly text: string; readonly sha256: string };

/** All pages as one text. Throws when there are more than 100,000 records. */
export async function gatherData(readPage: (after: string | undefined) => Promise<DataPage>): Promise<GatheredData> {
  const records: string[] = [];
  let after: string | undefined;
  do {
    const page = await readPage(after);
    records.push(...page.records);
    if (records.length > MAX_RECORDS) throw new Error(`At most ${MAX_RECORDS} records of a person were expected in one island.`);
    after = page.next;
  } while (after !== undefined);
  const text = `[${records.join(',\n')}]`;
  return { records: records.length, text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') };
}

/** The same of an island's own sources, as the transaction sees them. */
export function gatherOwnData(tx: Tx, sources: readonly DataSource[], of: DataSubject): Promise<GatheredData> {
  return gatherData((after) => readDataPage(tx, sources, of, { after }));
}
