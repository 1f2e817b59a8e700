import { type Result, unreachable } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import { PERSONA_OF_DUTY } from '../../../../domain/case-assignment.ts';
import { parseIdempotencyKey } from '../../../../domain/input.ts';
import { type AssignRefusal, assignToCase } from '../../../../store/assigning.ts';
import { actorOf } from '../../../actor.ts';
import { conflictWords, dutyConflict } from '../../../duty-conflict.ts';
import { loaded } from '../../../loaded.ts';
import { conflict, invalidInput, invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

/** As it is stored with the key: JSON, so that the instant of a conflict is a text. */
type Answer = Result<string, AssignRefusal>;

export const caseAssign: NonNullable<MutationResolvers['caseAssign']> = async (
  _parent,
  { input },
  { db, loaders, principal, tenantId, clock },
) => {
  const actor = actorOf(principal);
  const { certificationId, personId, duty } = input;
  const key = parseIdempotencyKey(input.idempotencyKey);
  if (!key.ok) return invalidInput(key.error);
  const said = { certificationId, personId, duty };
  const call = { tenantId, actorId: actor.userId, operation: 'caseAssign', key: key.value, input: said };
  const answer = await db.write((tx) =>
    onceByKey<Answer>(tx, call, () => assignToCase(tx, { ...said, actor, now: clock.now() })),
  );
  if (!answer.ok) return conflict(answer.error);
  if (!answer.value.ok) return refused(answer.value.error);
  return { __typename: 'CaseAssignSuccess', assignment: await loaded(loaders.assignment.load(answer.value.value)) };
};

function refused(refusal: AssignRefusal) {
  switch (refusal.kind) {
    case 'NotFound':
      return notFound('There is no such certification in your tenant.');
    case 'NotHers':
      return invalidState(
        `Your persona does not assign a person as ${refusal.duty}; certifiers assign verifiers, and admins auditors.`,
      );
    case 'Herself':
      return invalidState('Nobody assigns a certification to herself; ask another of your tenant.');
    case 'NotHeld':
      return invalidState(
        `A person who holds the persona ${PERSONA_OF_DUTY[refusal.duty]} in your tenant was expected; grant it to her first, or name another.`,
      );
    case 'CaseEnded':
      return invalidState('The certification is over: there is nothing left to evaluate or to verify.');
    case 'Taken':
      return invalidState(
        refusal.duty === 'EVALUATOR'
          ? 'The certification has an evaluator; end that assignment first.'
          : `The person is assigned to this certification as ${refusal.duty} already.`,
      );
    case 'OwnCase':
      return dutyConflict('Nobody evaluates, verifies or audits her own certification; name another person.');
    case 'DutyConflict':
      return dutyConflict(`The person ${conflictWords(refusal)}; name another person.`);
    default:
      return unreachable(refusal);
  }
}
