import { isUuid, type Result } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import { parseIdempotencyKey } from '../../../../domain/input.ts';
import { type RedoRefusal, redoCase } from '../../../../sagas/redo-case.ts';
import { actorOf } from '../../../actor.ts';
import { loaded } from '../../../loaded.ts';
import { conflict, invalidInput, invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const NO_CASE = 'There is no such certification that you may have redone.';

export const certificationRedo: NonNullable<MutationResolvers['certificationRedo']> = async (
  _parent,
  { input },
  { db, loaders, principal, tenantId, clock },
) => {
  const actor = actorOf(principal);
  const { certificationId } = input;
  const key = parseIdempotencyKey(input.idempotencyKey);
  if (!key.ok) return invalidInput(key.error);
  if (!isUuid(certificationId)) return notFound(NO_CASE);
  const call = { tenantId, actorId: actor.userId, operation: 'certificationRedo', key: key.value, input: { certificationId } };
  const answer = await db.write((tx) =>
    onceByKey<Result<string, RedoRefusal>>(tx, call, () => redoCase(tx, { certificationId, actor, now: clock.now() })),
  );
  if (!answer.ok) return conflict(answer.error);
  if (answer.value.ok)
    return {
      __typename: 'CertificationRedoSuccess',
      certification: await loaded(loaders.certification.load(answer.value.value)),
    };
  const { error } = answer.value;
  return error.kind === 'NotFound'
    ? notFound(NO_CASE)
    : invalidState(
        `The certification is ${error.status}; only what the dictamen ruled invalid, and is REDO_REQUIRED, is redone.`,
      );
};
