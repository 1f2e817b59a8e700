import { isUuid, type Result, unreachable } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import { parseIdempotencyKey, parseReason } from '../../../../domain/input.ts';
import { type PrioritizeRefusal, prioritizeSubmission } from '../../../../store/prioritize-submission.ts';
import { actorOf } from '../../../actor.ts';
import { conflict, invalidInput, invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const submissionPrioritize: NonNullable<MutationResolvers['submissionPrioritize']> = async (
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
  if (!isUuid(certificationId)) return noSubmission();
  const operation = 'submissionPrioritize';
  const call = { tenantId, actorId: actor.userId, operation, key: key.value, input: { certificationId, reason: reason.value } };
  const answer = await db.write((tx) =>
    onceByKey<Result<string, PrioritizeRefusal>>(tx, call, () =>
      prioritizeSubmission(tx, { certificationId, actor, reason: reason.value, now: clock.now() }),
    ),
  );
  if (!answer.ok) return conflict(answer.error);
  if (answer.value.ok) {
    const submission = await loaders.submission.load(certificationId);
    if (submission === null) throw new Error(`The submission of ${certificationId} was given priority and is gone.`);
    return { __typename: 'SubmissionPrioritizeSuccess', submission };
  }
  switch (answer.value.error.kind) {
    case 'NotFound':
      return noSubmission();
    case 'NotWaiting':
      return invalidState(
        `Only a submission that waits to be sent can go before others (PREPARED or HELD); this one is ${answer.value.error.status}.`,
      );
    default:
      return unreachable(answer.value.error);
  }
};

const noSubmission = () => notFound('No submission of this certification waits in your tenant.');
