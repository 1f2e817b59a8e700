import { isUuid, type Result, unreachable } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import { parseIdempotencyKey, parseOpinions } from '../../../../domain/input.ts';
import { type RuleRefusal, ruleOnLot } from '../../../../sagas/rule-on-lot.ts';
import { actorOf } from '../../../actor.ts';
import { loaded } from '../../../loaded.ts';
import { conflict, invalidInput, invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { guardConflict } from '../../guard-conflict.ts';
import { NO_LOT } from '../../kept.ts';

export const dictamenRule: NonNullable<MutationResolvers['dictamenRule']> = async (
  _parent,
  { input },
  { db, loaders, principal, tenantId, clock },
) => {
  const actor = actorOf(principal);
  const { lotId } = input;
  const key = parseIdempotencyKey(input.idempotencyKey);
  if (!key.ok) return invalidInput(key.error);
  const opinions = parseOpinions(input.opinions);
  if (!opinions.ok) return invalidInput(opinions.error);
  if (!isUuid(lotId)) return notFound(NO_LOT);
  const said = { lotId, opinions: opinions.value };
  const call = { tenantId, actorId: actor.userId, operation: 'dictamenRule', key: key.value, input: said };
  const answer = await db.write((tx) =>
    onceByKey<Result<string, RuleRefusal>>(tx, call, () => ruleOnLot(tx, { ...said, actor, now: clock.now() })),
  );
  if (!answer.ok) return conflict(answer.error);
  if (!answer.value.ok) return refused(answer.value.error);
  return { __typename: 'DictamenRuleSuccess', lot: await loaded(loaders.lot.load(answer.value.value)) };
};

function refused(refusal: RuleRefusal) {
  switch (refusal.kind) {
    case 'NotFound':
      return notFound(NO_LOT);
    case 'NotAMember':
      return notFound(`There is no certification ${refusal.certificationId} in this lot that you may rule on.`);
    case 'LotOpen':
      return invalidState('The lot is open still: a dictamen rules on what cannot change any more; close it first.');
    case 'RuledAlready':
      return invalidState(`You have ruled on the certification ${refusal.certificationId} already; another of the group must.`);
    case 'DecidedAlready':
      return invalidState(`The dictamen has decided on the certification ${refusal.certificationId}; nothing is added to it.`);
    case 'NotWaiting':
      return invalidState(`The certification ${refusal.certificationId} is ${refusal.status}: it waits for no dictamen now.`);
    case 'Conflicted':
      return (
        guardConflict(refusal.guard, `Of the certification ${refusal.certificationId} you`) ??
        invalidState(`The certification ${refusal.certificationId}: a condition is not met: ${refusal.guard.kind}.`)
      );
    default:
      return unreachable(refusal);
  }
}
