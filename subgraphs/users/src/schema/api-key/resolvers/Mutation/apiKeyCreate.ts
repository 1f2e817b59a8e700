import { unreachable } from '@academy/kernel';
import { createApiKey } from '../../../../store/api-key-changes.ts';
import { actorOf } from '../../../actor.ts';
import { conflict, invalidInput, invalidState } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { issueOnce } from '../../issue-once.ts';
import { scopesNamed } from '../../scope-names.ts';

export const apiKeyCreate: NonNullable<MutationResolvers['apiKeyCreate']> = async (_parent, { input }, ctx) => {
  const { idempotencyKey: key, ...asked } = input;
  const request = { name: asked.name, scopes: scopesNamed(asked.scopes), expiresAt: asked.expiresAt };
  const issued = await issueOnce(ctx, { operation: 'apiKeyCreate', key, input: request }, (tx) =>
    createApiKey(tx, actorOf(ctx.principal), request, ctx.clock),
  );
  if (issued.ok) return { __typename: 'ApiKeyCreateSuccess', ...issued.value };
  switch (issued.error.kind) {
    case 'InvalidInput':
      return invalidInput(issued.error);
    case 'InvalidState':
      return invalidState(issued.error);
    case 'IdempotencyConflict':
      return conflict(issued.error);
    default:
      return unreachable(issued.error);
  }
};
