import type { Tx } from '@academy/platform/db';
import { asc, inArray, sql } from 'drizzle-orm';
import type { CatalogueChange, CatalogueComparison, CatalogueFacts, KnownStandard } from '../domain/compare-catalogue.ts';
import { standardSearchText } from '../domain/search-text.ts';
import { SOLARPUNK_MODEL_VERSION } from '../domain/solarpunk-model.ts';
import { alignmentOfStandard, STANDARD_READING_VERSION } from '../domain/standard-impact.ts';
import { type StandardRow, standardChanges, standards } from '../tables/standards.ts';
import { standardIdOf } from './standards.ts';

/** Rows written by one statement. */
const CHUNK = 300;

/** A standard as the catalogue has it, and whether what was computed of it is by today's models. */
export type CatalogueEntry = KnownStandard & { readonly isAlignmentCurrent: boolean };

/** The whole catalogue, by code. */
export async function readCatalogue(tx: Tx): Promise<CatalogueEntry[]> {
  const rows = await tx.select().from(standards).orderBy(asc(standards.code));
  return rows.map((row) => ({
    code: row.code,
    major: row.major,
    version: row.version,
    title: row.title,
    level: row.level,
    sector: row.sector,
    committee: row.committee,
    status: row.status,
    supersedes: row.supersedes,
    supersededBy: row.supersededBy,
    wasListed: row.listedAt !== null,
    absences: row.absences,
    isAlignmentCurrent: isAlignmentCurrent(row),
  }));
}

/** The changes of a comparison, with those of what is computed by a model that is another by now. */
export function withRecomputed(comparison: CatalogueComparison, known: readonly CatalogueEntry[]): readonly CatalogueChange[] {
  const changed = new Set(comparison.changes.map(({ after }) => after.code));
  const recomputed = known
    .filter(({ code, isAlignmentCurrent }) => !isAlignmentCurrent && !changed.has(code))
    .map(({ wasListed: _, absences: __, isAlignmentCurrent: ___, ...facts }): CatalogueChange => {
      return { kind: 'CHANGED', fields: ['alignment'], before: facts, after: facts };
    });
  return [...comparison.changes, ...recomputed];
}

/** The catalogue says what the reading says afterwards, and each change is kept, numbered. */
export async function applyReading(
  tx: Tx,
  reading: {
    readonly syncId: string;
    readonly comparison: CatalogueComparison;
    readonly changes: readonly CatalogueChange[];
    readonly now: Date;
  },
): Promise<void> {
  const { syncId, comparison, changes, now } = reading;
  for (const chunk of chunksOf(changes)) {
    const rows = chunk.map(({ after }) => toRow(after));
    await tx.insert(standards).values(rows).onConflictDoUpdate({ target: standards.code, set: EXCLUDED });
  }
  for (const codes of chunksOf(comparison.listed)) {
    await tx.update(standards).set({ listedAt: now, absences: 0 }).where(inArray(standards.code, codes));
  }
  const byAbsences = Map.groupBy([...comparison.absences], ([, absences]) => absences);
  for (const [absences, entries] of byAbsences) {
    for (const chunk of chunksOf(entries)) {
      await tx
        .update(standards)
        .set({ absences })
        .where(
          inArray(
            standards.code,
            chunk.map(([code]) => code),
          ),
        );
    }
  }
  for (const chunk of chunksOf(changes))
    await tx.insert(standardChanges).values(chunk.map((change) => toChange(change, syncId, now)));
}

/** What a change writes; the id stays, the code is the key, and validity is not the register's to tell. */
const EXCLUDED = Object.fromEntries(
  (
    [
      ['title', 'title'],
      ['level', 'level'],
      ['sector', 'sector'],
      ['committee', 'committee'],
      ['status', 'status'],
      ['search', 'search'],
      ['supersedes', 'supersedes'],
      ['supersededBy', 'superseded_by'],
      ['alignment', 'alignment'],
      ['alignmentScore', 'alignment_score'],
    ] as const
  ).map(([field, column]) => [field, sql.raw(`excluded.${column}`)]),
);

function toRow(facts: CatalogueFacts): typeof standards.$inferInsert {
  const alignment = alignmentOfStandard(facts);
  return {
    ...facts,
    id: standardIdOf(facts.code),
    validityKind: 'UNSPECIFIED',
    search: standardSearchText(facts),
    alignment,
    alignmentScore: alignment?.overall ?? null,
  };
}

function toChange(change: CatalogueChange, syncId: string, now: Date): typeof standardChanges.$inferInsert {
  const { kind, after } = change;
  const differs = change.kind === 'ADDED' ? { fields: [], before: null } : { fields: [...change.fields], before: change.before };
  return { syncId, code: after.code, kind, ...differs, after, changedAt: now };
}

function isAlignmentCurrent({ code, title, alignment }: StandardRow): boolean {
  if (alignment === null) return alignmentOfStandard({ code, title }) === null;
  return alignment.readingVersion === STANDARD_READING_VERSION && alignment.score.modelVersion === SOLARPUNK_MODEL_VERSION;
}

function chunksOf<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, chunk) => rows.slice(chunk * CHUNK, (chunk + 1) * CHUNK));
}
