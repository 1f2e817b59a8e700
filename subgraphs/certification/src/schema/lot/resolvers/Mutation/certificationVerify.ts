import { isUuid, type Result } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import { parseIdempotencyKey, parsePortfolioRoot } from '../../../../domain/input.ts';
import type { ActRefusal } from '../../../../sagas/act-on-case.ts';
import { verifyCase } from '../../../../sagas/verify-case.ts';
import { actorOf } from '../../../actor.ts';
import { refused } from '../../../case-act/acted.ts';
import { loaded } from '../../../loaded.ts';
import { conflict, invalidInput, invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { guardConflict } from '../../guard-conflict.ts';

const NO_CASE = 'There is no such certification that you may verify.';

export const certificationVerify: NonNullable<MutationResolvers['certificationVerify']> = async (
  _parent,
  { input },
  { db, loaders, principal, tenantId, clock },
) => {
  const actor = actorOf(principal);
  const { certificationId } = input;
  const key = parseIdempotencyKey(input.idempotencyKey);
  if (!key.ok) return invalidInput(key.error);
  const root = parsePortfolioRoot(input.portfolioRoot ?? null);
  if (!root.ok) return invalidInput(root.error);
  if (!isUuid(certificationId)) return notFound(NO_CASE);
  const said = { certificationId, portfolioRoot: root.value };
  const call = { tenantId, actorId: actor.userId, operation: 'certificationVerify', key: key.value, input: said };
  const answer = await db.write((tx) =>
    onceByKey<Result<string, ActRefusal>>(tx, call, () => verifyCase(tx, { ...said, actor, now: clock.now() })),
  );
  if (!answer.ok) return conflict(answer.error);
  if (answer.value.ok)
    return { __typename: 'CertificationVerifySuccess', certification: await loaded(loaders.certification.load(certificationId)) };
  const refusal = answer.value.error;
  if (refusal.kind === 'NotFound') return notFound(NO_CASE);
  if (refusal.kind !== 'Guarded') return refused(refusal);
  const { guard } = refusal;
  if (guard.kind === 'PortfolioChanged')
    return invalidState(
      `The portfolio was sealed under ${guard.expected ?? 'no root'}, and ${guard.came ?? 'none'} came: what you looked at is not what was judged; do not verify it.`,
    );
  return guardConflict(guard, 'You') ?? refused(refusal);
};
