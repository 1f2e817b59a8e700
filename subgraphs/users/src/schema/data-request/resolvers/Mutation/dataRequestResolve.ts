import { unreachable } from '@academy/kernel';
import { resolveDataRequest } from '../../../../store/resolve-data-request.ts';
import { actorOf } from '../../../actor.ts';
import { conflict, invalidInput, invalidState, notFound } from '../../../refusals.ts';
import { actOnce } from '../../../session/act-once.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { requestOf } from '../../open-once.ts';

export const dataRequestResolve: NonNullable<MutationResolvers['dataRequestResolve']> = async (_parent, { input }, ctx) => {
  const resolved = await actOnce(ctx, { operation: 'dataRequestResolve', input }, (tx) =>
    resolveDataRequest(tx, actorOf(ctx.principal), input, ctx.clock),
  );
  if (resolved.ok) {
    return { __typename: 'DataRequestResolveSuccess', request: await requestOf(ctx, resolved.value.requestId) };
  }
  switch (resolved.error.kind) {
    case 'InvalidInput':
      return invalidInput(resolved.error);
    case 'InvalidState':
      return invalidState(resolved.error);
    case 'NotFound':
      return notFound(resolved.error);
    case 'IdempotencyConflict':
      return conflict(resolved.error);
    default:
      return unreachable(resolved.error);
  }
};
