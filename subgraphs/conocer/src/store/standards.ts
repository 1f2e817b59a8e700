import { type PageRequest, seedId } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { and, asc, eq, gt, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import { standardSearchText } from '../domain/search-text.ts';
import { parseStandardCode } from '../domain/standard-code.ts';
import { alignmentOfStandard } from '../domain/standard-impact.ts';
import { type StandardRow, standards } from '../tables/standards.ts';

export type { StandardRow } from '../tables/standards.ts';

export type StandardCriteria = {
  readonly level?: number | null | undefined;
  readonly sector?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly status?: StandardRow['status'] | null | undefined;
  readonly alignedOnly?: boolean | null | undefined;
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
export function standardIdOf(code: string): string {
  return seedId(`standard:${code}`);
}

/** Standards by code, after the page's cursor; one more than the page holds, if there is one. What text is looked for does not count. */
export function listStandards(tx: Tx, criteria: StandardCriteria, page: PageRequest): Promise<StandardRow[]> {
  const after = page.after === undefined ? undefined : gt(standards.code, page.after[0] ?? '');
  return tx
    .select()
    .from(standards)
    .where(and(after, ...narrowedBy(criteria)))
    .orderBy(asc(standards.code))
    .limit(page.size + 1);
}

/** What all but the text requires. */
export function narrowedBy(criteria: StandardCriteria): (SQL | undefined)[] {
  const { level, sector, status, alignedOnly } = criteria;
  return [
    isGiven(level) ? eq(standards.level, level) : undefined,
    isGiven(sector) ? eq(standards.sector, printable(sector)) : undefined,
    isGiven(status) ? eq(standards.status, status) : undefined,
    alignedOnly === true ? isNotNull(standards.alignmentScore) : undefined,
  ];
}

export function findStandards(tx: Tx, ids: readonly string[]): Promise<StandardRow[]> {
  return tx
    .select()
    .from(standards)
    .where(inArray(standards.id, [...ids]));
}

export function findStandardsByCode(tx: Tx, codes: readonly string[]): Promise<StandardRow[]> {
  return tx
    .select()
    .from(standards)
    .where(inArray(standards.code, [...codes]));
}

/** Every version of these standards, by what versions share, oldest first. */
export function findVersions(tx: Tx, majors: readonly string[]): Promise<StandardRow[]> {
  return tx
    .select()
    .from(standards)
    .where(inArray(standards.major, [...majors]))
    .orderBy(asc(standards.major), sql`${standards.version} asc nulls first`);
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

function toRow(facts: StandardFacts): typeof standards.$inferInsert {
  const parsed = parseStandardCode(facts.code);
  if (!parsed.ok) throw new Error(`Expected the code of a standard such as EC0586.01, got "${facts.code}".`);
  const { code, major, version } = parsed.value;
  const alignment = alignmentOfStandard(facts);
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
    search: standardSearchText({ code, major, title: facts.title }),
    alignment,
    alignmentScore: alignment?.overall ?? null,
  };
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

/** PostgreSQL refuses NUL in a text; no sector has one. */
function printable(text: string): string {
  return text.replaceAll('\0', '');
}

/** For how long a certificate in this very standard is valid, as its publication says; UNSPECIFIED also when the register has no such standard. */
export async function findValidity(tx: Tx, code: string): Promise<StandardFacts['validity']> {
  const [row] = await tx
    .select({ kind: standards.validityKind, years: standards.validityYears })
    .from(standards)
    .where(eq(standards.code, code));
  if (row?.kind === 'YEARS' && row.years !== null) return { kind: 'YEARS', years: row.years };
  return { kind: row?.kind === 'INDEFINITE' ? 'INDEFINITE' : 'UNSPECIFIED' };
}

/** Whether the register has any version of the standard. */
export async function isStandardMajorKnown(tx: Tx, major: string): Promise<boolean> {
  const rows = await tx.select({ id: standards.id }).from(standards).where(eq(standards.major, major)).limit(1);
  return rows.length > 0;
}
