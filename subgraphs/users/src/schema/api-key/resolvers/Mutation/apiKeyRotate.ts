import { unreachable } from '@academy/kernel';
import { rotateApiKey } from '../../../../store/api-key-changes.ts';
import { actorOf } from '../../../actor.ts';
import { conflict, invalidInput, invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { issueOnce } from '../../issue-once.ts';

export const apiKeyRotate: NonNullable<MutationResolvers['apiKeyRotate']> = async (_parent, { input }, ctx) => {
  const { idempotencyKey: key, ...request } = input;
  const issued = await issueOnce(ctx, { operation: 'apiKeyRotate', key, input: request }, (tx) =>
    rotateApiKey(tx, actorOf(ctx.principal), request, ctx.clock),
  );
  if (issued.ok) return { __typename: 'ApiKeyRotateSuccess', ...issued.value };
  switch (issued.error.kind) {
    case 'InvalidInput':
      return invalidInput(issued.error);
    case 'InvalidState':
      return invalidState(issued.error);
    case 'NotFound':
      return notFound(issued.error);
    case 'IdempotencyConflict':
      return conflict(issued.error);
    default:
      return unreachable(issued.error);
  }
};
