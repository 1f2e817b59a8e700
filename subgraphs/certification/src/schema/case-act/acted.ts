import { isUuid, type Result, unreachable } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import type { Context } from '../../context.ts';
import type { GuardRefusal, StepRefusal } from '../../domain/case/refusals.ts';
import { parseIdempotencyKey, parseReason } from '../../domain/input.ts';
import { type ActRefusal, actOnCase, type CaseAct } from '../../sagas/act-on-case.ts';
import { actorOf } from '../actor.ts';
import { loaded } from '../loaded.ts';
import { conflict, invalidInput, invalidState, notFound } from '../refusals.ts';

type Input = {
  readonly certificationId: string;
  readonly reason?: string;
  readonly seenSeq?: number | null | undefined;
  readonly idempotencyKey: string;
};

const NO_CASE = 'There is no such certification that you may act on.';

/** The case after the act, done once by this key; or the union member that says why not. */
export async function acted(
  { principal, tenantId, db, clock, loaders }: Context,
  operation: string,
  input: Input,
  act: Pick<CaseAct, 'command' | 'action' | 'mayActOn' | 'onlyIn'>,
) {
  const actor = actorOf(principal);
  const { certificationId } = input;
  const key = parseIdempotencyKey(input.idempotencyKey);
  if (!key.ok) return invalidInput(key.error);
  const reason = input.reason === undefined ? undefined : parseReason(input.reason);
  if (reason?.ok === false) return invalidInput(reason.error);
  if (!isUuid(certificationId)) return notFound(NO_CASE);
  const why = reason?.value;
  const seenSeq = input.seenSeq ?? undefined;
  const said = { certificationId, seenSeq: seenSeq ?? null, why: why ?? null, command: JSON.stringify(act.command) };
  const call = { tenantId, actorId: actor.userId, operation, key: key.value, input: said };
  const answer = await db.write((tx) =>
    onceByKey<Result<string, ActRefusal>>(tx, call, () =>
      actOnCase(tx, { ...act, certificationId, actor, why, seenSeq, now: clock.now() }),
    ),
  );
  if (!answer.ok) return conflict(answer.error);
  return answer.value.ok ? loaded(loaders.certification.load(certificationId)) : refused(answer.value.error);
}

/** The union member for an act that a case refused. */
export function refused(refusal: ActRefusal) {
  if (refusal.kind === 'NotFound') return notFound(NO_CASE);
  if (refusal.kind === 'StaleVersion')
    return invalidState(`The certification has changed since you saw it, and is ${refusal.status} now; look again.`);
  return invalidState(`The certification is ${refusal.status}; ${refusalWords(refusal)}`);
}

/** What a refusal of the state machine says to a person, after the state that the case is in. */
export function refusalWords(refusal: StepRefusal): string {
  switch (refusal.kind) {
    case 'NotPossible':
      return `this is possible in ${refusal.expected.join(', ')}.`;
    case 'OnHold':
      return `it is held for ${refusal.heldFor}: a person must decide first.`;
    case 'Final':
      return 'its way has ended.';
    case 'Guarded':
      return guardWords(refusal.guard);
    case 'AlreadyKnown':
    case 'Overtaken':
    case 'OtherAttempt':
    case 'LateReversal':
      return 'nothing follows from this.';
    default:
      return unreachable(refusal);
  }
}

function guardWords({ kind }: GuardRefusal): string {
  return `a condition is not met: ${kind}.`;
}
