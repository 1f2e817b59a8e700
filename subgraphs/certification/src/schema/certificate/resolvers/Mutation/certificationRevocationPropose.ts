import { isUuid, type Result, unreachable } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import { parseIdempotencyKey, parseReason } from '../../../../domain/input.ts';
import type { ProposalRefusal } from '../../../../domain/revocation.ts';
import { proposeRevocation } from '../../../../store/revoking.ts';
import { actorOf } from '../../../actor.ts';
import { loaded } from '../../../loaded.ts';
import { conflict, invalidInput, invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

type Answer = Result<string, ProposalRefusal | { readonly kind: 'NotFound' }>;

const NO_CERTIFICATE = 'There is no such certification with a certificate in your tenant.';

export const certificationRevocationPropose: NonNullable<MutationResolvers['certificationRevocationPropose']> = async (
  _parent,
  { input },
  { db, loaders, principal, tenantId, clock },
) => {
  const actor = actorOf(principal);
  const { certificationId } = input;
  const key = parseIdempotencyKey(input.idempotencyKey);
  if (!key.ok) return invalidInput(key.error);
  const reason = parseReason(input.reason);
  if (!reason.ok) return invalidInput(reason.error);
  if (!isUuid(certificationId)) return notFound(NO_CERTIFICATE);
  const said = { certificationId, reason: reason.value };
  const call = { tenantId, actorId: actor.userId, operation: 'certificationRevocationPropose', key: key.value, input: said };
  const answer = await db.write((tx) =>
    onceByKey<Answer>(tx, call, () => proposeRevocation(tx, { ...said, actor, now: clock.now() })),
  );
  if (!answer.ok) return conflict(answer.error);
  if (!answer.value.ok) return refused(answer.value.error);
  const revocation = await loaded(loaders.revocation.load(answer.value.value));
  return { __typename: 'CertificationRevocationProposeSuccess', revocation };
};

function refused(refusal: ProposalRefusal | { readonly kind: 'NotFound' }) {
  switch (refusal.kind) {
    case 'NotFound':
      return notFound(NO_CERTIFICATE);
    case 'NotIssued':
      return invalidState(`The certificate is ${refusal.status}; only one that is ISSUED can be revoked.`);
    case 'AlreadyProposed':
      return invalidState('A proposal to revoke this certificate waits already; a second person may confirm that one.');
    default:
      return unreachable(refusal);
  }
}
