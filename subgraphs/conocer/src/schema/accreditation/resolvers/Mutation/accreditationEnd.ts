import type { Result } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import { parseIdempotencyKey, parseReason } from '../../../../domain/input.ts';
import { type AccreditingRefusal, endAccreditationOnRecord } from '../../../../store/accrediting.ts';
import { actorOf } from '../../../actor.ts';
import { conflict, invalidInput, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { accreditingRefusal } from '../../accrediting-refusal.ts';
import { accreditationOf } from '../../answered.ts';

export const accreditationEnd: NonNullable<MutationResolvers['accreditationEnd']> = async (
  _parent,
  { input },
  { db, loaders, principal, tenantId, clock },
) => {
  const actor = actorOf(principal);
  const key = parseIdempotencyKey(input.idempotencyKey);
  if (!key.ok) return invalidInput(key.error);
  const reason = parseReason(input.reason);
  if (!reason.ok) return invalidInput(reason.error);
  const said = { accreditationId: input.accreditationId, reason: reason.value };
  const call = { tenantId, actorId: actor.userId, operation: 'accreditationEnd', key: key.value, input: said };
  const answer = await db.write((tx) =>
    onceByKey<Result<string, AccreditingRefusal>>(tx, call, () =>
      endAccreditationOnRecord(tx, { ...said, actor, now: clock.now() }),
    ),
  );
  if (!answer.ok) return conflict(answer.error);
  const { value } = answer;
  if (value.ok) return { __typename: 'AccreditationEndSuccess', accreditation: await accreditationOf(value.value, loaders) };
  if (value.error.kind === 'NotFound') return notFound('There is no such accreditation in your tenant.');
  return accreditingRefusal(value.error);
};
