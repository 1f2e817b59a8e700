import { isUuid, ok, type Result } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import type { Context } from '../../context.ts';
import { parseIdempotencyKey } from '../../domain/input.ts';
import type { ActRefusal } from '../../sagas/act-on-case.ts';
import { type CaseRecording, recordOnCase } from '../../sagas/record-on-case.ts';
import { actorOf } from '../actor.ts';
import { conflict, invalidInput } from '../refusals.ts';
import { refused } from './acted.ts';

/** What was recorded, once by this key; or the union member that says why not. `said`: what was asked, so that a key tells one input from another. */
export async function recorded<Value>(
  { principal, tenantId, db, clock }: Context,
  operation: string,
  input: { readonly certificationId: string; readonly idempotencyKey: string },
  { said, ...recording }: Pick<CaseRecording<Value>, 'action' | 'detail' | 'record'> & { readonly said: unknown },
) {
  const actor = actorOf(principal);
  const { certificationId } = input;
  const key = parseIdempotencyKey(input.idempotencyKey);
  if (!key.ok) return invalidInput(key.error);
  if (!isUuid(certificationId)) return refused({ kind: 'NotFound' });
  const call = { tenantId, actorId: actor.userId, operation, key: key.value, input: { certificationId, said } };
  const answer = await db.write((tx) =>
    onceByKey<Result<Value, ActRefusal>>(tx, call, () =>
      recordOnCase(tx, { ...recording, certificationId, actor, now: clock.now() }),
    ),
  );
  if (!answer.ok) return conflict(answer.error);
  return answer.value.ok ? ok(answer.value.value) : refused(answer.value.error);
}
