import { type Result, unreachable } from '@academy/kernel';
import type { IdempotencyConflict } from '@academy/platform/db';
import type { Context } from '../../context.ts';
import type { InvalidInput, InvalidState, NotFound } from '../../domain/refusal.ts';
import type { CentreRow } from '../../store/centres.ts';
import { conflict, invalidInput, invalidState, notFound } from '../refusals.ts';

/** The centre that a mutation kept, as it is now. */
export async function keptCentre({ loaders }: Context, centreId: string): Promise<CentreRow> {
  const centre = await loaders.centre.clear(centreId).load(centreId);
  if (centre === undefined) throw new Error(`The centre ${centreId} was kept a moment ago and is gone.`);
  return centre;
}

/** The union member for a refused change of a centre. */
export function refusedChange(
  refusal: Extract<Result<never, InvalidInput | InvalidState | NotFound | IdempotencyConflict>, { ok: false }>['error'],
) {
  switch (refusal.kind) {
    case 'InvalidInput':
      return invalidInput(refusal);
    case 'InvalidState':
      return invalidState(refusal);
    case 'NotFound':
      return notFound(refusal);
    case 'IdempotencyConflict':
      return conflict(refusal);
    default:
      return unreachable(refusal);
  }
}
