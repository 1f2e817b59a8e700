import { fail, ok, type Result } from '@academy/kernel';
import { recordAudit } from '@academy/platform/audit';
import { generateIssuerKeys } from '@academy/platform/credentials';
import { onceByKey } from '@academy/platform/db';
import { parseIdempotencyKey, parseReason } from '../../../../domain/input.ts';
import { findIssuer, rotateKeys } from '../../../../store/issuer.ts';
import { actorOf } from '../../../actor.ts';
import { conflict, invalidInput, invalidState } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const issuerKeyRotate: NonNullable<MutationResolvers['issuerKeyRotate']> = async (
  _parent,
  { input },
  { db, loaders, principal, tenantId, vault, clock },
) => {
  const actor = actorOf(principal);
  const key = parseIdempotencyKey(input.idempotencyKey);
  if (!key.ok) return invalidInput(key.error);
  const reason = parseReason(input.reason);
  if (!reason.ok) return invalidInput(reason.error);
  const issuer = await loaders.issuer();
  if (issuer === undefined) {
    return invalidState('The academy has issued no credential yet: its first keys are made with the first.');
  }
  // Outside of the transaction: it takes 50 ms.
  const fresh = await generateIssuerKeys(issuer.keyNumber + 1);
  const call = {
    ...{ tenantId, actorId: actor.userId, operation: 'issuerKeyRotate', key: key.value },
    input: { reason: reason.value },
  };
  const answer = await db.write((tx) =>
    onceByKey<Result<number, 'Overtaken'>>(tx, call, async () => {
      const now = clock.now();
      const rotated = await rotateKeys(tx, vault, tenantId, fresh, now);
      if (rotated === undefined) return fail('Overtaken');
      const detail = { keyNumber: rotated.keyNumber };
      await recordAudit(tx, {
        principal: actor,
        action: 'issuer-key.rotate',
        subject: tenantId,
        why: reason.value,
        detail,
        at: now,
      });
      return ok(rotated.keyNumber);
    }),
  );
  if (!answer.ok) return conflict(answer.error);
  if (!answer.value.ok) return invalidState('Somebody else changed the keys at the same moment; they are new already.');
  const now = await db.read((tx) => findIssuer(tx, tenantId));
  if (now === undefined) throw new Error('An issuer whose keys were changed is there.');
  return { __typename: 'IssuerKeyRotateSuccess', issuer: now };
};
