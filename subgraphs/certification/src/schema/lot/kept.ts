import { isUuid, type Result, unreachable } from '@academy/kernel';
import { onceByKey, type Tx } from '@academy/platform/db';
import type { Context } from '../../context.ts';
import { parseIdempotencyKey } from '../../domain/input.ts';
import type { KeepRefusal } from '../../sagas/keep-lot.ts';
import { actorOf } from '../actor.ts';
import { refusalWords } from '../case-act/acted.ts';
import { loaded } from '../loaded.ts';
import { conflict, invalidInput, invalidState, notFound } from '../refusals.ts';

export const NO_LOT = 'There is no such lot that you may act on.';

type Actor = ReturnType<typeof actorOf>;

/** The lot after the act, done once by this key; or the union member that says why not. `said`: what of the input makes a repeat another call. */
export async function kept(
  { principal, tenantId, db, clock, loaders }: Context,
  operation: string,
  { lotId, idempotencyKey, said }: { lotId: string; idempotencyKey: string; said: object },
  act: (tx: Tx, by: { actor: Actor; now: Date; lotId: string }) => Promise<Result<string, KeepRefusal>>,
) {
  const actor = actorOf(principal);
  const key = parseIdempotencyKey(idempotencyKey);
  if (!key.ok) return invalidInput(key.error);
  if (!isUuid(lotId)) return notFound(NO_LOT);
  const call = { tenantId, actorId: actor.userId, operation, key: key.value, input: { lotId, ...said } };
  const answer = await db.write((tx) =>
    onceByKey<Result<string, KeepRefusal>>(tx, call, () => act(tx, { actor, now: clock.now(), lotId })),
  );
  if (!answer.ok) return conflict(answer.error);
  return answer.value.ok ? loaded(loaders.lot.load(answer.value.value)) : refused(answer.value.error);
}

function refused(refusal: KeepRefusal) {
  switch (refusal.kind) {
    case 'NotFound':
      return notFound(NO_LOT);
    case 'NoCase':
      return notFound(`There is no certification ${refusal.certificationId} that you may add to this lot.`);
    case 'CaseRefused':
      return invalidState(
        `The certification ${refusal.certificationId} is ${refusal.refusal.status}; ${refusalWords(refusal.refusal)}`,
      );
    case 'LotClosed':
      return invalidState('The lot is closed: nothing is added to it or taken out any more; open another.');
    case 'LotOpen':
      return invalidState('The lot is open still: close it first.');
    case 'LotEmpty':
      return invalidState('Nothing is in the lot that a dictamen could rule on; add a verified certification first.');
    case 'LotFull':
      return invalidState(
        `A lot holds ${refusal.max} certifications, and this one has ${refusal.size}: ${refusal.adding} more do not fit; open another.`,
      );
    case 'OtherStandard':
      return invalidState(
        `The lot is for ${refusal.expected}, and the certification ${refusal.certificationId} for ${refusal.came ?? 'no standard'}; add it to a lot of its own.`,
      );
    case 'OtherCentre':
      return invalidState(
        `The certification ${refusal.certificationId} is of another centre than the lot; add it to one of its own.`,
      );
    case 'NotAMember':
      return invalidState(`The certification ${refusal.certificationId} is not in this lot.`);
    default:
      return unreachable(refusal);
  }
}
