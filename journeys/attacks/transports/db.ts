import { compareInserts, type InsertPair } from '../db/compare-inserts.ts';
import { keepRows } from '../db/kept-rows.ts';
import { databaseRequest, playSql, type SqlTarget } from '../db/play-sql.ts';
import { NOTHING_SAID, type Observed } from '../observed.ts';

/** The databases under attack. */
export type DbStage = {
  /** The one whose tables the corpus names. */
  readonly annex: SqlTarget;
  /** Those of the islands, by name. */
  readonly islands: Readonly<Record<string, SqlTarget>>;
  /** A key that tenant B uses and one that nobody does, as inserts of tenant A into the annex. */
  readonly inserts: InsertPair;
};

/**
 * Does to the databases what the case wants. What an operator asks of the catalogue is asked of every island's database and the annex', because it must hold for
 * all; the rest is done to the annex, whose rows are afterwards what they were. `unfilled` is the request before its placeholders were filled.
 */
export async function playDb(request: unknown, unfilled: unknown, stage: DbStage): Promise<Observed> {
  const startedAt = performance.now();
  const asked = databaseRequest.parse(request);
  const done = (seen: Partial<Observed>): Observed => ({ ...NOTHING_SAID, ...seen, ms: performance.now() - startedAt });
  if (asked.compareInsert === true) return done({ inserts: await compareInserts(stage.inserts, stage.annex) });
  if (asked.role === 'postgres' && !JSON.stringify(unfilled).includes('{{tbl.')) {
    const all = { ...stage.islands, annex: stage.annex };
    const sql = await Promise.all(
      Object.entries(all).flatMap(([name, target]) =>
        playSql(asked, target).then((outcomes) => outcomes.map((outcome) => ({ name, outcome }))),
      ),
    );
    return done({ sql: sql.flat(), body: JSON.stringify(sql) });
  }
  const kept = await keepRows(stage.annex.urls.postgres);
  try {
    const before = await kept.digestOf(stage.annex.tenantIds.B);
    const outcomes = await playSql(asked, stage.annex);
    const isForeignUnchanged = (await kept.digestOf(stage.annex.tenantIds.B)) === before;
    const sql = outcomes.map((outcome) => ({ name: 'annex', outcome }));
    return done({ sql, isForeignUnchanged, body: JSON.stringify(outcomes.at(-1)), error: outcomes.at(-1)?.message });
  } finally {
    await kept.restore();
    await kept.close();
  }
}
