import { z } from 'zod';
import { type ListedStandard, type RowFlaw, readRegisterRow, registerText } from './register-row.ts';

/** A row that could not be read, named so that a person finds it: its place, from 1, and its code as far as it has one. */
export type RowProblem = { readonly row: number; readonly flaw: RowFlaw; readonly code: string | null };

/** What a feed tells: each standard once, by code, and every row that tells none. Rows are never dropped unnamed. */
export type CleanFeed = {
  readonly received: number;
  readonly standards: readonly ListedStandard[];
  readonly problems: readonly RowProblem[];
};

/** The public register answers texts, other lists numbers; what a row lacks is as good as blank. */
const cell = z.union([z.string(), z.number().transform(String), z.null().transform(() => '')]).default('');
const rowShape = z.object({
  codigo: cell,
  titulo: cell,
  nivel: cell,
  secProductivo: cell,
  comite: cell,
  isWithdrawn: z.boolean().optional(),
});

/** Most characters of a code that is shown although it is none. */
const SHOWN_CODE = 40;

/**
 * The standards in the rows of a feed, cleaned. Of a code that comes more than once the first row counts; the others are named, apart from whether they
 * say the same (REPEATED) or something else (CONTRADICTED).
 */
export function cleanFeed(rows: readonly unknown[]): CleanFeed {
  const byCode = new Map<string, ListedStandard>();
  const problems: RowProblem[] = [];
  rows.forEach((raw, index) => {
    const read = readRow(raw);
    const first = read.ok ? byCode.get(read.standard.code) : undefined;
    if (!read.ok) problems.push({ row: index + 1, flaw: read.flaw, code: read.code });
    else if (first === undefined) byCode.set(read.standard.code, read.standard);
    else problems.push({ row: index + 1, flaw: isSame(first, read.standard) ? 'REPEATED' : 'CONTRADICTED', code: first.code });
  });
  const standards = [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  return { received: rows.length, standards, problems };
}

type Read =
  | { readonly ok: true; readonly standard: ListedStandard }
  | { readonly ok: false; readonly flaw: RowFlaw; readonly code: string | null };

function readRow(raw: unknown): Read {
  const shaped = rowShape.safeParse(raw);
  if (!shaped.success) return { ok: false, flaw: 'NOT_A_ROW', code: null };
  const { isWithdrawn = false, ...cells } = shaped.data;
  const read = readRegisterRow({ ...cells, isWithdrawn });
  if (read.ok) return { ok: true, standard: read.value };
  const code = registerText(cells.codigo).slice(0, SHOWN_CODE);
  return { ok: false, flaw: read.error, code: code === '' ? null : code };
}

function isSame(a: ListedStandard, b: ListedStandard): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
