import { fail, ok, parseCurp, type Result } from '@academy/kernel';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { PACKAGE_MAX_SIZE } from '../../domain/lot-package.ts';

/** Columns of an outcome file, in any order: all of them, and no others. */
export const OUTCOME_COLUMNS = [
  'referencia',
  'curp',
  'estandar',
  'resultado',
  'folio',
  'fecha_emision',
  'motivo',
  'corregible',
] as const;
type Column = (typeof OUTCOME_COLUMNS)[number];

/** A file longer than this is none of ours: a lot of 100 takes about 20,000. */
const MAX_CHARACTERS = 64_000;
/** A file may say more than was handed over, within reason. */
const MAX_ROWS = 3 * PACKAGE_MAX_SIZE;
/** So many problems are told at once. */
const MAX_PROBLEMS = 50;

/** What is wrong in a line: what was expected there. What came is not repeated, as it may be of a person. */
export type OutcomeProblem = { readonly line: number; readonly column: string | null; readonly expected: string };

/** A line as it was read; the CURP is personal data. */
export type OutcomeRow = {
  readonly line: number;
  readonly externalRef: string;
  readonly curp: string;
  readonly standardCode: string;
  readonly verdict:
    | { readonly kind: 'ISSUED'; readonly officialFolio: string; readonly issuedOn: string }
    | { readonly kind: 'REJECTED'; readonly reason: string; readonly isCorrectable: boolean };
};

/** The rows of an outcome file, or everything that is wrong in it: then nothing of it counts. Commas or semicolons, with a byte order mark or without. */
export function readOutcome(content: string): Result<readonly OutcomeRow[], readonly OutcomeProblem[]> {
  if (content.length > MAX_CHARACTERS) return whole(`a file of at most ${MAX_CHARACTERS} characters`);
  const parsed = parseCsv(content);
  if (!parsed.ok) return parsed;
  const [header, ...records] = parsed.value;
  if (header === undefined) return whole(`a first line with the columns ${OUTCOME_COLUMNS.join(', ')}`);
  const names = header.fields.map((name) => name.trim().toLowerCase());
  const isComplete = names.length === OUTCOME_COLUMNS.length && OUTCOME_COLUMNS.every((column) => names.includes(column));
  if (!isComplete)
    return problems([{ line: 1, column: null, expected: `the columns ${OUTCOME_COLUMNS.join(', ')}, and no others` }]);
  if (records.length === 0 || records.length > MAX_ROWS) return whole(`1 to ${MAX_ROWS} lines below the columns`);
  const wrong: OutcomeProblem[] = [];
  const rows: OutcomeRow[] = [];
  for (const { line, fields } of records) {
    if (fields.length !== names.length) {
      wrong.push({ line, column: null, expected: `${names.length} fields, got ${fields.length}` });
      continue;
    }
    const given = Object.fromEntries(names.map((name, index) => [name, unquoted(fields[index] ?? '')])) as Record<Column, string>;
    const row = readRow(line, given);
    if (row.ok) rows.push(row.value);
    else wrong.push(...row.error);
  }
  return wrong.length > 0 ? problems(wrong) : ok(rows);
}

function readRow(line: number, given: Record<Column, string>): Result<OutcomeRow, OutcomeProblem[]> {
  const wrong: OutcomeProblem[] = [];
  const expect = (isRight: boolean, column: Column, expected: string) => {
    if (!isRight) wrong.push({ line, column, expected });
  };
  const curp = parseCurp(given.curp);
  expect(/^[\w.:-]{1,100}$/.test(given.referencia), 'referencia', 'the reference of the package, unchanged');
  expect(curp.ok, 'curp', 'a CURP of 18 characters with a right check digit');
  expect(/^EC(M\d{4}|\d{4}(\.\d{2})?)$/.test(given.estandar), 'estandar', 'the code of the standard, e.g. EC0325.01');
  const isIssued = given.resultado.toUpperCase() === 'EMITIDO';
  const isRejected = given.resultado.toUpperCase() === 'RECHAZADO';
  expect(isIssued || isRejected, 'resultado', 'EMITIDO or RECHAZADO');
  if (isIssued) {
    expect(
      /^[\p{L}\d][\p{L}\d ./_-]{1,59}$/u.test(given.folio),
      'folio',
      'the folio of the certificate, 2 to 60 letters, digits, spaces or ./_-',
    );
    expect(z.iso.date().safeParse(given.fecha_emision).success, 'fecha_emision', 'the day of issue as YYYY-MM-DD');
    expect(given.motivo === '', 'motivo', 'nothing where the certificate was issued');
    expect(given.corregible === '', 'corregible', 'nothing where the certificate was issued');
  }
  if (isRejected) {
    expect(given.folio === '', 'folio', 'nothing where it was rejected');
    expect(given.fecha_emision === '', 'fecha_emision', 'nothing where it was rejected');
    expect(given.motivo.length >= 3 && given.motivo.length <= 500, 'motivo', 'why it was rejected, 3 to 500 characters');
    expect(/^(SI|SÍ|NO)$/i.test(given.corregible), 'corregible', 'SI or NO: whether it can be corrected and handed over again');
  }
  if (wrong.length > 0 || !curp.ok) return fail(wrong);
  return ok({
    line,
    externalRef: given.referencia,
    curp: curp.value,
    standardCode: given.estandar,
    verdict: isIssued
      ? { kind: 'ISSUED', officialFolio: given.folio, issuedOn: given.fecha_emision }
      : { kind: 'REJECTED', reason: given.motivo, isCorrectable: given.corregible.toUpperCase() !== 'NO' },
  });
}

type Parsed = { readonly line: number; readonly fields: readonly string[] };

function parseCsv(content: string): Result<Parsed[], OutcomeProblem[]> {
  try {
    const records = parse(content, {
      bom: true,
      delimiter: [',', ';'],
      skip_empty_lines: true,
      relax_column_count: true,
      info: true,
      max_record_size: 4_000,
      to: MAX_ROWS + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return ok(
      records.map(({ record, info }) => ({ line: info.lines, fields: record.map((field) => field.normalize('NFC').trim()) })),
    );
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    // Its message repeats what stands there, which may be of a person.
    const line = typeof thrown['lines'] === 'number' ? thrown['lines'] : 1;
    return problems([{ line, column: null, expected: `CSV as RFC 4180 has it (${thrown.code})` }]);
  }
}

/** A spreadsheet may keep the quote that we put before what it would take for a formula. */
function unquoted(field: string): string {
  return /^'[=+\-@]/.test(field) ? field.slice(1) : field;
}

function problems(all: readonly OutcomeProblem[]): { ok: false; error: OutcomeProblem[] } {
  return fail(all.slice(0, MAX_PROBLEMS));
}

function whole(expected: string) {
  return problems([{ line: 1, column: null, expected }]);
}
