import type { PageRequest } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { and, asc, getTableColumns, sql } from 'drizzle-orm';
import { searchText, searchWords } from '../domain/search-text.ts';
import { type StandardRow, standards } from '../tables/standards.ts';
import { narrowedBy, type StandardCriteria } from './standards.ts';

/** A standard that was found, and how well it fits: 0 best. */
export type FoundStandard = StandardRow & { readonly rank: number };

/**
 * Standards in which every word of the text begins a word of title or code, best first: 0 the code, with or without its version, or its digits · 1 a code that
 * begins so · 2 a title that begins so · 3 the others. Then by code. After the page's cursor; one more than the page holds, if there is one.
 */
export function searchStandards(tx: Tx, criteria: StandardCriteria, page: PageRequest): Promise<FoundStandard[]> {
  const text = searchText(criteria.text ?? '');
  // Letters, digits and dots alone: nothing in them means anything to a query of words or a pattern.
  const query = searchWords(text)
    .map((word) => `'${word}':*`)
    .join(' & ');
  const rank = sql<number>`case
    when lower(${standards.code}) = ${text} or lower(${standards.major}) = ${text} or regexp_replace(${standards.major}, '\\D', '', 'g') = ${text} then 0
    when lower(${standards.code}) like ${`${text}%`} then 1
    when ${standards.search} like ${`${text}%`} then 2
    else 3 end`;
  const [afterRank, afterCode] = page.after ?? [];
  const isAfter = afterCode === undefined ? undefined : sql`(${rank}, ${standards.code}) > (${rankOf(afterRank)}, ${afterCode})`;
  return tx
    .select({ ...getTableColumns(standards), rank })
    .from(standards)
    .where(and(sql`words @@ ${query}::tsquery`, ...narrowedBy(criteria), isAfter))
    .orderBy(rank, asc(standards.code))
    .limit(page.size + 1);
}

/** The sort key of a standard that was found. */
export function rankKeyOf({ rank, code }: FoundStandard): readonly string[] {
  return [String(rank), code];
}

/** Whoever makes up a cursor gets an empty page, not a fault. */
function rankOf(text: string | undefined): number {
  return text !== undefined && /^[0-3]$/.test(text) ? Number(text) : 3;
}
