import { isUuid, type Result } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import { parseIdempotencyKey, parseStandardMajor } from '../../../../domain/input.ts';
import { createLot } from '../../../../sagas/keep-lot.ts';
import { actorOf } from '../../../actor.ts';
import { loaded } from '../../../loaded.ts';
import { conflict, invalidInput, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

type Answer = Result<string, { readonly kind: 'NotFound' }>;

const NO_CENTRE = 'There is no such centre that you may open a lot for.';

export const lotCreate: NonNullable<MutationResolvers['lotCreate']> = async (
  _parent,
  { input },
  { db, loaders, principal, tenantId, clock },
) => {
  const actor = actorOf(principal);
  const key = parseIdempotencyKey(input.idempotencyKey);
  if (!key.ok) return invalidInput(key.error);
  const standard = parseStandardMajor(input.standardCode);
  if (!standard.ok) return invalidInput(standard.error);
  const centreId = input.centreId ?? null;
  if (centreId !== null && !isUuid(centreId)) return notFound(NO_CENTRE);
  const said = { centreId, standardMajor: standard.value };
  const call = { tenantId, actorId: actor.userId, operation: 'lotCreate', key: key.value, input: said };
  const answer = await db.write((tx) => onceByKey<Answer>(tx, call, () => createLot(tx, { ...said, actor, now: clock.now() })));
  if (!answer.ok) return conflict(answer.error);
  if (!answer.value.ok) return notFound(NO_CENTRE);
  return { __typename: 'LotCreateSuccess', lot: await loaded(loaders.lot.load(answer.value.value)) };
};
