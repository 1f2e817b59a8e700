import { isUuid, type Result, unreachable } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import { parseIdempotencyKey } from '../../../../domain/input.ts';
import type { ConfirmationRefusal } from '../../../../domain/revocation.ts';
import { revokeByProposal } from '../../../../store/revoking.ts';
import { actorOf } from '../../../actor.ts';
import { loaded } from '../../../loaded.ts';
import { conflict, invalidInput, invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

type Answer = Result<null, ConfirmationRefusal | { readonly kind: 'NotFound' }>;

const NO_PROPOSAL = 'There is no such proposal in your tenant.';

export const certificationRevocationConfirm: NonNullable<MutationResolvers['certificationRevocationConfirm']> = async (
  _parent,
  { input },
  { db, loaders, principal, tenantId, clock },
) => {
  const actor = actorOf(principal);
  const { revocationId } = input;
  const key = parseIdempotencyKey(input.idempotencyKey);
  if (!key.ok) return invalidInput(key.error);
  if (!isUuid(revocationId)) return notFound(NO_PROPOSAL);
  const call = {
    tenantId,
    actorId: actor.userId,
    operation: 'certificationRevocationConfirm',
    key: key.value,
    input: { revocationId },
  };
  const answer = await db.write((tx) =>
    onceByKey<Answer>(tx, call, () => revokeByProposal(tx, { revocationId, actor, now: clock.now() })),
  );
  if (!answer.ok) return conflict(answer.error);
  if (!answer.value.ok) return refused(answer.value.error);
  return { __typename: 'CertificationRevocationConfirmSuccess', revocation: await loaded(loaders.revocation.load(revocationId)) };
};

function refused(refusal: ConfirmationRefusal | { readonly kind: 'NotFound' }) {
  switch (refusal.kind) {
    case 'NotFound':
      return notFound(NO_PROPOSAL);
    case 'AlreadyConfirmed':
      return invalidState('The proposal was confirmed already, and the certificate is revoked.');
    case 'SamePerson':
      return {
        __typename: 'SecondPersonRequiredError',
        code: 'SECOND_PERSON_REQUIRED',
        message: 'Who proposed a revocation may not confirm it; ask another certifier or admin.',
      } as const;
    case 'NotIssued':
      return invalidState(`The certificate is ${refusal.status}; only one that is ISSUED can be revoked.`);
    default:
      return unreachable(refusal);
  }
}
