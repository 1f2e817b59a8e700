import { stringify } from 'csv-stringify/sync';
import type { PackedCase } from '../../domain/lot-package.ts';

const COLUMNS = [
  { key: 'externalRef', header: 'referencia' },
  { key: 'curp', header: 'curp' },
  { key: 'fullName', header: 'nombre_completo' },
  { key: 'standardCode', header: 'estandar' },
  { key: 'certificateFolio', header: 'folio_plataforma' },
  { key: 'evaluatedOn', header: 'fecha_evaluacion' },
] as const satisfies readonly { readonly key: keyof PackedCase; readonly header: string }[];

/**
 * The cases as CSV (RFC 4180): UTF-8 with a byte order mark, so that a spreadsheet reads accents right, and a quote before whatever it would take for a formula.
 */
export function packageCsv(cases: readonly PackedCase[]): Uint8Array {
  const text = stringify([...cases], {
    header: true,
    bom: true,
    columns: [...COLUMNS],
    record_delimiter: 'windows',
    escape_formulas: true,
  });
  return Buffer.from(text, 'utf8');
}
