import { isUuid, type Result, unreachable } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import type { Context } from '../../context.ts';
import type { StepRefusal } from '../../domain/case/refusals.ts';
import { parseIdempotencyKey, parseReason } from '../../domain/input.ts';
import { type ActRefusal, actOnCase, type CaseAct } from '../../sagas/act-on-case.ts';
import { actorOf } from '../actor.ts';
import { loaded } from '../loaded.ts';
import { conflict, invalidInput, invalidState, notFound } from '../refusals.ts';
import { guardWords } from './guard-words.ts';

type Input = {
  readonly certificationId: string;
  readonly reason?: string;
  readonly seenSeq?: number | null | undefined;
  readonly idempotencyKey: string;
};

const NO_CASE = 'There is no such certification that you may act on.';

/** What the act consists of; `said`: what a command that is a function was asked for, so that a key tells one input from another. */
type Act = Pick<CaseAct, 'command' | 'alongside' | 'action' | 'mayActOn' | 'onlyIn'> & { readonly said?: unknown };

/** The case after the act, done once by this key; or the union member that says why not. */
export async function acted(
  { principal, tenantId, db, clock, loaders }: Context,
  operation: string,
  input: Input,
  { said: asked, ...act }: Act,
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
  const command = typeof act.command === 'function' ? JSON.stringify(asked) : JSON.stringify(act.command);
  const said = { certificationId, seenSeq: seenSeq ?? null, why: why ?? null, command };
  const call = { tenantId, actorId: actor.userId, operation, key: key.value, input: said };
  const answer = await db.write((tx) =>
    onceByKey<Result<string, ActRefusal>>(tx, call, () =>
      actOnCase(tx, { ...act, certificationId, actor, why, seenSeq, now: clock.now() }),
    ),
  );
  if (!answer.ok) return conflict(answer.error);
  return answer.value.ok ? loaded(loaders.certification.load(certificationId)) : refused(answer.value.error);
}

/** The union member that says why an act was refused. */
export function refused(refusal: ActRefusal) {
  switch (refusal.kind) {
    case 'NotFound':
      return notFound(NO_CASE);
    case 'InvalidInput':
      return invalidInput(refusal);
    case 'StaleVersion':
      return invalidState(`The certification has changed since you saw it, and is ${refusal.status} now; look again.`);
    case 'StandardNotKnownYet':
      return invalidState(
        `What the register says of ${refusal.standardCode ?? 'the standard'} is being asked for; try again in a minute, with a new key.`,
      );
    case 'NoInstrument':
      return invalidState(
        refusal.fault === null
          ? `No instrument is known for ${refusal.standardCode}: nobody can be evaluated by it before the certifier imports one.`
          : `The instrument of ${refusal.standardCode} cannot be judged by: ${refusal.fault}. The certifier must import a sound one.`,
      );
    default:
      return invalidState(`The certification is ${refusal.status}; ${refusalWords(refusal)}`);
  }
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
