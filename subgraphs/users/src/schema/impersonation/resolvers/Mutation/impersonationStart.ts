import { idempotencyKeyFault, unreachable } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import { startImpersonation } from '../../../../store/impersonations.ts';
import type { GrantedPersona } from '../../../../store/users.ts';
import { actorOf } from '../../../actor.ts';
import { conflict, invalidInput, invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { impersonationOrFault } from '../../impersonation-or-fault.ts';

export const impersonationStart: NonNullable<MutationResolvers['impersonationStart']> = async (_parent, { input }, ctx) => {
  const { idempotencyKey: key, ...request } = input;
  const fault = idempotencyKeyFault(key);
  if (fault !== undefined) return invalidInput({ kind: 'InvalidInput', ...fault });
  const actor = actorOf(ctx.principal);
  const wanted = { ...request, persona: request.persona.toLowerCase() as GrantedPersona };
  const call = { tenantId: actor.tenantId, actorId: actor.userId, operation: 'impersonationStart', key, input: wanted };
  const answer = await ctx.db.write((tx) => onceByKey(tx, call, () => startImpersonation(tx, actor, wanted, ctx.clock)));
  if (!answer.ok) return conflict(answer.error);
  if (answer.value.ok)
    return { __typename: 'ImpersonationStartSuccess', impersonation: await impersonationOrFault(answer.value.value, ctx) };
  const { error } = answer.value;
  switch (error.kind) {
    case 'InvalidInput':
      return invalidInput(error);
    case 'InvalidState':
      return invalidState(error);
    case 'NotFound':
      return notFound(error);
    default:
      return unreachable(error);
  }
};
