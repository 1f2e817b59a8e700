import { type PageRequest, seedId } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { and, asc, eq, gt, inArray, like, type SQL } from 'drizzle-orm';
import { searchText, searchWords } from '../domain/search-text.ts';
import { parseStandardCode } from '../domain/standard-code.ts';
import { type StandardRow, standards } from '../tables.ts';

export type { StandardRow } from '../tables.ts';

export type StandardCriteria = {
  readonly level?: number | null | undefined;
  readonly sector?: string | null | undefined;
  readonly text?: string | null | undefined;
};

/** A standard to be known here, as the register has it. */
export type StandardFacts = {
  readonly code: string;
  readonly title: string;
  readonly level: number;
  readonly sector: string;
  readonly committee: string | null;
  readonly validity: { readonly kind: 'YEARS'; readonly years: number } | { readonly kind: 'INDEFINITE' | 'UNSPECIFIED' };
};

/** Id of a standard: the same for its code on every machine. */
function standardIdOf(code: string): string {
  return seedId(`standard:${code}`);
}

/** Standards by code, after the page's cursor; one more than the page holds, if there is one. */
export function listStandards(tx: Tx, criteria: StandardCriteria, page: PageRequest): Promise<StandardRow[]> {
  const conditions: (SQL | undefined)[] = [
    page.after === undefined ? undefined : gt(standards.code, page.after[0] ?? ''),
    isGiven(criteria.level) ? eq(standards.level, criteria.level) : undefined,
    isGiven(criteria.sector) ? eq(standards.sector, printable(criteria.sector)) : undefined,
    ...searchWords(criteria.text ?? '').map((word) => like(standards.search, `%${word}%`)),
  ];
  return tx
    .select()
    .from(standards)
    .where(and(...conditions))
    .orderBy(asc(standards.code))
    .limit(page.size + 1);
}

export function findStandards(tx: Tx, ids: readonly string[]): Promise<StandardRow[]> {
  return tx
    .select()
    .from(standards)
    .where(inArray(standards.id, [...ids]));
}

/** The standard of a canonical code; undefined when it is not known. */
export async function findStandardByCode(tx: Tx, code: string): Promise<StandardRow | undefined> {
  const [row] = await tx.select().from(standards).where(eq(standards.code, code));
  return row;
}

/** The standards are known afterwards; those that were known already stay as they are. Throws on a code that is none. */
export async function addStandards(tx: Tx, facts: readonly StandardFacts[]): Promise<void> {
  if (facts.length === 0) return;
  await tx.insert(standards).values(facts.map(toRow)).onConflictDoNothing();
}

function toRow(facts: StandardFacts): StandardRow {
  const parsed = parseStandardCode(facts.code);
  if (!parsed.ok) throw new Error(`Expected the code of a standard such as EC0586.01, got "${facts.code}".`);
  const { code, major, version } = parsed.value;
  return {
    id: standardIdOf(code),
    code,
    major,
    version,
    title: facts.title,
    level: facts.level,
    sector: facts.sector,
    committee: facts.committee,
    status: 'ACTIVE',
    validityKind: facts.validity.kind,
    validityYears: facts.validity.kind === 'YEARS' ? facts.validity.years : null,
    search: searchText(`${code} ${facts.title}`),
  };
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

/** PostgreSQL refuses NUL in a text; no sector has one. */
function printable(text: string): string {
  return text.replaceAll('\0', '');
}

/** Whether the register has any version of the standard. */
export async function isStandardMajorKnown(tx: Tx, major: string): Promise<boolean> {
  const rows = await tx.select({ id: standards.id }).from(standards).where(eq(standards.major, major)).limit(1);
  return rows.length > 0;
}
