import { isUuid, unreachable } from '@academy/kernel';
import { onceByKey } from '@academy/platform/db';
import { parseIdempotencyKey } from '../../../../domain/input.ts';
import { requestCertification } from '../../../../sagas/request-certification.ts';
import { actorOf } from '../../../actor.ts';
import { loaded } from '../../../loaded.ts';
import { conflict, invalidInput, invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const NOT_COMPLETED = 'There is no such enrolment of yours that is completed; finish the course first.';

export const certificationRequest: NonNullable<MutationResolvers['certificationRequest']> = async (
  _parent,
  { input },
  context,
) => {
  const { tenantId, clock, loaders } = context;
  const { userId } = actorOf(context.principal);
  const { enrollmentId } = input;
  const key = parseIdempotencyKey(input.idempotencyKey);
  if (!key.ok) return invalidInput(key.error);
  if (!isUuid(enrollmentId)) return notFound(NOT_COMPLETED);
  const call = { tenantId, actorId: userId, operation: 'certificationRequest', key: key.value, input: { enrollmentId } };
  const request = { tenantId, learnerId: userId, enrollmentId, now: clock.now() };
  const answer = await context.db.write((tx) => onceByKey(tx, call, () => requestCertification(tx, request)));
  if (!answer.ok) return conflict(answer.error);
  switch (answer.value.kind) {
    case 'Requested':
      return {
        __typename: 'CertificationRequestSuccess',
        certification: await loaded(loaders.certification.load(answer.value.certificationId)),
      };
    case 'AlreadyOpen':
      return {
        __typename: 'CertificationAlreadyOpenError',
        code: 'CERTIFICATION_ALREADY_OPEN',
        message: 'You have an open certification for this standard already; follow that one.',
        certification: await loaded(loaders.certification.load(answer.value.certificationId)),
      };
    case 'NotFound':
      return notFound(NOT_COMPLETED);
    case 'CertificateStillValid':
      return invalidState(
        `You hold a valid certificate of competency for this standard, folio ${answer.value.folio}: nothing is submitted while it is valid.`,
      );
    case 'Ended':
      return invalidState(
        `The certification of this completion has ended as ${answer.value.status}; it can be requested only once.`,
      );
    default:
      return unreachable(answer.value);
  }
};
