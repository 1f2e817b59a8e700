import { createHash } from 'node:crypto';
import type { Tx } from '@academy/platform/db';
import type { DataKey, Vault } from '@academy/platform/vault';
import { and, asc, count, eq } from 'drizzle-orm';
import { inPieces } from '../domain/export-document.ts';
import { dataExportPieces } from '../tables/data-requests.ts';

/** Whose document, and of which request. */
export type ExportOf = { readonly tenantId: string; readonly requestId: string; readonly subjectId: string };

const fieldOf = (requestId: string, part: number, number: number) => `data-export.${requestId}.${part}.${number}`;
const ofRequest = ({ tenantId, requestId }: Pick<ExportOf, 'tenantId' | 'requestId'>) =>
  and(eq(dataExportPieces.tenantId, tenantId), eq(dataExportPieces.requestId, requestId));

/** The part's text is kept in pieces, sealed under the person's key; what was kept of it before is gone. Throws for a person who was erased. */
export async function putPart(tx: Tx, vault: Vault, of: ExportOf, part: number, text: string): Promise<void> {
  const { tenantId, requestId } = of;
  const key = await keyOf(tx, vault, of);
  if (key === undefined) throw new Error(`The person of request ${requestId} was erased: nothing can be exported for her.`);
  await tx.delete(dataExportPieces).where(and(ofRequest(of), eq(dataExportPieces.part, part)));
  for (const [number, piece] of inPieces(text).entries()) {
    const sealed = key.seal(fieldOf(requestId, part, number), piece);
    await tx.insert(dataExportPieces).values({ tenantId, requestId, part, number, sealed });
  }
}

/** How many pieces there are; 0 once the document has expired. */
export async function countPieces(tx: Tx, of: Pick<ExportOf, 'tenantId' | 'requestId'>): Promise<number> {
  const [found] = await tx.select({ number: count() }).from(dataExportPieces).where(ofRequest(of));
  return found?.number ?? 0;
}

/** The text of the document's n-th piece, from 0; undefined when there is none, or the person was erased. */
export async function readPiece(tx: Tx, vault: Vault, of: ExportOf, index: number): Promise<string | undefined> {
  const [row] = await tx
    .select()
    .from(dataExportPieces)
    .where(ofRequest(of))
    .orderBy(asc(dataExportPieces.part), asc(dataExportPieces.number))
    .offset(index)
    .limit(1);
  if (row === undefined) return undefined;
  return (await keyOf(tx, vault, of))?.open(fieldOf(of.requestId, row.part, row.number), row.sealed);
}

/** SHA-256 of the whole document, hex. Holds one piece in memory at a time. */
export async function hashDocument(tx: Tx, vault: Vault, of: ExportOf): Promise<string> {
  const digest = createHash('sha256');
  for (let index = 0; ; index += 1) {
    const text = await readPiece(tx, vault, of, index);
    if (text === undefined) return digest.digest('hex');
    digest.update(text, 'utf8');
  }
}

/** The document is gone. */
export async function deleteExport(tx: Tx, of: Pick<ExportOf, 'tenantId' | 'requestId'>): Promise<void> {
  await tx.delete(dataExportPieces).where(ofRequest(of));
}

async function keyOf(tx: Tx, vault: Vault, { tenantId, subjectId }: ExportOf): Promise<DataKey | undefined> {
  return (await vault.keysFor(tx, tenantId, [subjectId])).get(subjectId);
}
