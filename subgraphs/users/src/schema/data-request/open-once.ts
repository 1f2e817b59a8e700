import { ok, type Result, unreachable } from '@academy/kernel';
import type { IdempotencyConflict } from '@academy/platform/db';
import type { Context } from '../../context.ts';
import type { DataRequestKind } from '../../domain/data-request.ts';
import type { InvalidInput, InvalidState } from '../../domain/refusal.ts';
import { type DataRequestRow, findDataRequests } from '../../store/data-requests.ts';
import { openDataRequest } from '../../store/open-data-request.ts';
import { actorOf } from '../actor.ts';
import { conflict, invalidInput, invalidState } from '../refusals.ts';
import { actOnce } from '../session/act-once.ts';

type Refusal = ReturnType<typeof conflict> | ReturnType<typeof invalidInput> | ReturnType<typeof invalidState>;

/** The viewer's request of this kind, opened once for an idempotency key; or the union member that says why not. */
export async function openOnce(
  ctx: Context,
  kind: DataRequestKind,
  input: { readonly idempotencyKey: string },
): Promise<Result<DataRequestRow, Refusal>> {
  const operation = kind === 'EXPORT' ? 'dataExportRequest' : 'dataErasureRequest';
  const actor = actorOf(ctx.principal);
  const opened = await actOnce(ctx, { operation, input }, (tx) => openDataRequest(tx, ctx.vault, actor, kind, ctx.clock));
  if (opened.ok) return ok(await requestOf(ctx, opened.value.requestId));
  return { ok: false, error: refusalOf(opened.error) };
}

/** The request that was written a moment before. Throws when it is not there. */
export async function requestOf(ctx: Context, requestId: string): Promise<DataRequestRow> {
  const [row] = await ctx.db.read((tx) => findDataRequests(tx, [requestId]));
  if (row === undefined) throw new Error(`The request ${requestId} was written and cannot be found.`);
  return row;
}

function refusalOf(error: InvalidInput | InvalidState | IdempotencyConflict): Refusal {
  switch (error.kind) {
    case 'InvalidInput':
      return invalidInput(error);
    case 'InvalidState':
      return invalidState(error);
    case 'IdempotencyConflict':
      return conflict(error);
    default:
      return unreachable(error);
  }
}
