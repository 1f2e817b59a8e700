import type { Result } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import { parseIdempotencyKey } from '../../../../domain/input.ts';
import { type AccreditingRefusal, recordAccreditation } from '../../../../store/accrediting.ts';
import { actorOf } from '../../../actor.ts';
import { conflict, invalidInput } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { accreditingRefusal } from '../../accrediting-refusal.ts';
import { accreditationOf } from '../../answered.ts';

export const accreditationRecord: NonNullable<MutationResolvers['accreditationRecord']> = async (
  _parent,
  { input },
  { db, loaders, principal, tenantId, clock },
) => {
  const actor = actorOf(principal);
  const key = parseIdempotencyKey(input.idempotencyKey);
  if (!key.ok) return invalidInput(key.error);
  const { personId, kind, folio, issuedOn } = input;
  const claim = { kind, folio, issuedOn, standardCode: input.standardCode ?? null, validThrough: input.validThrough ?? null };
  const call = {
    tenantId,
    actorId: actor.userId,
    operation: 'accreditationRecord',
    key: key.value,
    input: { personId, ...claim },
  };
  const answer = await db.write((tx) =>
    onceByKey<Result<string, AccreditingRefusal>>(tx, call, () =>
      recordAccreditation(tx, { personId, claim, actor, now: clock.now() }),
    ),
  );
  if (!answer.ok) return conflict(answer.error);
  const { value } = answer;
  if (value.ok) return { __typename: 'AccreditationRecordSuccess', accreditation: await accreditationOf(value.value, loaders) };
  if (value.error.kind === 'NotFound') throw new Error('What is recorded anew cannot be missing.');
  return accreditingRefusal(value.error);
};
