import { type Result, unreachable } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import { parseIdempotencyKey, parseReason } from '../../../../domain/input.ts';
import { type UnassignRefusal, unassignFromCase } from '../../../../store/assigning.ts';
import { actorOf } from '../../../actor.ts';
import { loaded } from '../../../loaded.ts';
import { conflict, invalidInput, invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

type Answer = Result<string, UnassignRefusal>;

export const caseUnassign: NonNullable<MutationResolvers['caseUnassign']> = async (
  _parent,
  { input },
  { db, loaders, principal, tenantId, clock },
) => {
  const actor = actorOf(principal);
  const { assignmentId } = input;
  const key = parseIdempotencyKey(input.idempotencyKey);
  if (!key.ok) return invalidInput(key.error);
  const reason = parseReason(input.reason);
  if (!reason.ok) return invalidInput(reason.error);
  const said = { assignmentId, reason: reason.value };
  const call = { tenantId, actorId: actor.userId, operation: 'caseUnassign', key: key.value, input: said };
  const answer = await db.write((tx) =>
    onceByKey<Answer>(tx, call, () => unassignFromCase(tx, { ...said, actor, now: clock.now() })),
  );
  if (!answer.ok) return conflict(answer.error);
  if (!answer.value.ok) return refused(answer.value.error);
  return { __typename: 'CaseUnassignSuccess', assignment: await loaded(loaders.assignment.load(answer.value.value)) };
};

function refused(refusal: UnassignRefusal) {
  switch (refusal.kind) {
    case 'NotFound':
      return notFound('There is no such assignment in your tenant.');
    case 'NotHers':
      return invalidState(`Your persona does not decide on assignments as ${refusal.duty}; ask an admin.`);
    case 'Ended':
      return invalidState('The assignment is over already.');
    default:
      return unreachable(refusal);
  }
}
