import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import type { PackedCase, PackedFile } from '../../domain/lot-package.ts';
import { OUTCOME_COLUMNS } from './outcome-csv.ts';
import { packageCsv } from './package-csv.ts';
import { type PackageHead, packagePdf } from './package-pdf.ts';

/** A package as it is handed over. */
export type LotZip = { readonly zip: Uint8Array; readonly sha256: string; readonly files: readonly PackedFile[] };

/**
 * The package of these cases: the list as CSV and as PDF, and a manifest with the SHA-256 of both, the columns of the outcome file that is expected back, and nothing of a
 * person.
 */
export async function packLot(head: PackageHead, cases: readonly PackedCase[]): Promise<LotZip> {
  const { packageId, lotId, packedAt } = head;
  const lists = { 'candidatos.csv': packageCsv(cases), 'candidatos.pdf': await packagePdf(head, cases) };
  const listed = Object.entries(lists).map(([name, bytes]) => describe(name, bytes));
  const manifest = Buffer.from(
    `${JSON.stringify(
      {
        version: 1,
        packageId,
        lotId,
        packedAt: packedAt.toISOString(),
        cases: cases.length,
        standards: [...new Set(cases.map(({ standardCode }) => standardCode))].sort(),
        files: listed,
        outcome: { format: 'CSV, UTF-8', columns: OUTCOME_COLUMNS },
      },
      undefined,
      2,
    )}\n`,
    'utf8',
  );
  const zip = zipSync({ ...lists, 'manifest.json': manifest }, { level: 6, mtime: packedAt });
  return { zip, sha256: sha256Of(zip), files: [...listed, describe('manifest.json', manifest)] };
}

function describe(name: string, bytes: Uint8Array): PackedFile {
  return { name, bytes: bytes.byteLength, sha256: sha256Of(bytes) };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
