import { type Clock, fail, isUuid, ok, type Result } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import type { Vault } from '@academy/platform/vault';
import type { InvalidState, NotFound } from '../domain/refusal.ts';
import { type Actor, recordAct } from './audit.ts';
import { countPieces, readPiece } from './data-export.ts';
import { lockDataRequest } from './data-requests.ts';

/** One piece of a document; all of them joined are the document of `documentSha256`. */
export type ReadPiece = {
  readonly text: string;
  readonly piece: number;
  readonly pieces: number;
  readonly documentSha256: string;
};

const NO_SUCH_EXPORT = {
  kind: 'NotFound',
  message: 'There is no such request of yours, or no such piece of its document.',
} as const;

/** The piece, from 0, of the actor's own export; and in the same transaction the record that she read it. Nobody else reads any. */
export async function readExport(
  tx: Tx,
  vault: Vault,
  actor: Actor,
  request: { requestId: string; piece: number },
  clock: Clock,
): Promise<Result<ReadPiece, InvalidState | NotFound>> {
  const { tenantId, userId: subjectId } = actor;
  const { requestId, piece } = request;
  const row = isUuid(requestId) ? await lockDataRequest(tx, tenantId, requestId) : undefined;
  if (row === undefined || row.subjectId !== subjectId || row.kind !== 'EXPORT') return fail(NO_SUCH_EXPORT);
  const now = clock.now();
  const { documentSha256, expiresAt } = row;
  if (documentSha256 === null || expiresAt === null)
    return fail({ kind: 'InvalidState', message: `The request is ${row.status}: there is no document yet.` });
  if (now >= expiresAt) return fail({ kind: 'InvalidState', message: 'The document has expired; ask for another export.' });
  const of = { tenantId, requestId, subjectId };
  const pieces = await countPieces(tx, of);
  const text = piece >= 0 && piece < pieces ? await readPiece(tx, vault, of, piece) : undefined;
  if (text === undefined) return fail(NO_SUCH_EXPORT);
  await recordAct(tx, actor, { action: 'arco.export-read', subjectId, at: now, detail: { requestId, piece } });
  return ok({ text, piece, pieces, documentSha256 });
}
