import { isUuid } from '@academy/kernel';
import type { Tx } from '../db/database.ts';

/** Records of a page at most: with some kilobytes each it stays far below what a call may answer. */
const DATA_PAGE_SIZE = 200;

/** Whose data. */
export type DataSubject = { readonly tenantId: string; readonly subjectId: string };

/** A record of a person: `key` sorts it among those of its kind, and is at most 200 characters. */
export type DataRecord = { readonly key: string; readonly data: Readonly<Record<string, unknown>> };

/** One kind of what an island keeps of a person, e.g. her enrolments. */
export type DataSource = {
  /** A plain name, unique in the island, e.g. `enrollment`. */
  readonly kind: string;
  /** At most `limit` records whose key is greater than `after`, ascending; without `after` from the first. */
  read(tx: Tx, of: DataSubject, page: { after: string | undefined; limit: number }): Promise<readonly DataRecord[]>;
};

/** Some records of a person, each as the text of a JSON object; `next` is given again for those that follow, undefined when none do. */
export type DataPage = { readonly records: readonly string[]; readonly next: string | undefined };

/** One page, of 200 records unless fewer are asked for, of what these sources have of the person, in their order; nothing for an id that is none. Throws RangeError for a cursor that was not answered before. */
export async function readDataPage(
  tx: Tx,
  sources: readonly DataSource[],
  of: DataSubject,
  page: { after?: string | null | undefined; first?: number | null | undefined },
): Promise<DataPage> {
  if (!isUuid(of.subjectId)) return { records: [], next: undefined };
  const size = Math.min(Math.max(page.first ?? DATA_PAGE_SIZE, 1), DATA_PAGE_SIZE);
  let { index, after } = positionOf(sources, page.after);
  const records: string[] = [];
  for (; index < sources.length; index += 1, after = undefined) {
    const source = sources[index];
    if (source === undefined) break;
    const limit = size - records.length;
    const found = await source.read(tx, of, { after, limit });
    for (const { data } of found) records.push(JSON.stringify({ kind: source.kind, ...data }));
    const last = found.at(-1);
    if (last !== undefined && found.length >= limit) return { records, next: `${source.kind} ${last.key}` };
  }
  return { records, next: undefined };
}

function positionOf(sources: readonly DataSource[], cursor: string | null | undefined) {
  if (cursor == null) return { index: 0, after: undefined };
  const gap = cursor.indexOf(' ');
  const index = sources.findIndex(({ kind }) => kind === cursor.slice(0, gap));
  if (index < 0) throw new RangeError('A cursor that this list returned was expected; start again without it.');
  return { index, after: cursor.slice(gap + 1) as string | undefined };
}
