import { type ListedStandard, type RowFlaw, readRegisterRow, registerText } from './register-row.ts';

/** A row that could not be read, named so that a person finds it: its place, from 1, and its code as far as it has one. */
export type RowProblem = { readonly row: number; readonly flaw: RowFlaw; readonly code: string | null };

/** What a feed tells: each standard once, by code, and every row that tells none. Rows are never dropped unnamed. */
export type CleanFeed = {
  readonly received: number;
  readonly standards: readonly ListedStandard[];
  readonly problems: readonly RowProblem[];
};

const CELLS = ['codigo', 'titulo', 'nivel', 'secProductivo', 'comite'] as const;

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
  const row = shaped(raw);
  if (row === undefined) return { ok: false, flaw: 'NOT_A_ROW', code: null };
  const { isWithdrawn, ...cells } = row;
  const read = readRegisterRow({ ...cells, isWithdrawn });
  if (read.ok) return { ok: true, standard: read.value };
  const code = registerText(cells.codigo).slice(0, SHOWN_CODE);
  return { ok: false, flaw: read.error, code: code === '' ? null : code };
}

type Cells = Record<(typeof CELLS)[number], string>;

/** The public register answers texts, other lists numbers; what a row lacks is as good as blank. undefined: it is no row. */
function shaped(raw: unknown): (Cells & { readonly isWithdrawn: boolean }) | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  const row = raw as Readonly<Record<string, unknown>>;
  const { isWithdrawn = false } = row;
  const cells: Cells = { codigo: '', titulo: '', nivel: '', secProductivo: '', comite: '' };
  for (const name of CELLS) {
    const value = row[name] ?? '';
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    cells[name] = String(value);
  }
  return typeof isWithdrawn === 'boolean' ? { ...cells, isWithdrawn } : undefined;
}

function isSame(a: ListedStandard, b: ListedStandard): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
