import type { Tx } from '@academy/platform/db';
import { ensureJob } from '@academy/platform/jobs';
import { createSagaEngine, defineSaga } from '@academy/platform/saga';
import { followStandard } from '../jobs/standard-work.ts';
import { type CertificationRow, SAGA_NAME } from '../store/certification.ts';
import { isAnswered } from '../store/request.ts';
import type { CertificationWorker } from '../worker-context.ts';
import { notificationQuestion, profileQuestion } from './ask.ts';
import { hasEnded, isTakenByAuthority, outcomeTopicOf } from './outcome.ts';
import type { SagaState } from './saga-state.ts';
import { awaitVerdict } from './steps/await-verdict.ts';
import { generateCertificate } from './steps/generate-certificate.ts';
import { sendNotification } from './steps/send-notification.ts';
import { submitToConocer } from './steps/submit-to-conocer.ts';
import { updateLearnerProfile } from './steps/update-learner-profile.ts';
import { validateCompletion } from './steps/validate-completion.ts';

/** From a completed course to a certificate, CONOCER's verdict, the portfolio and the message. Backward before the pivot, forward after it. */
export const certificationSaga = createSagaEngine<SagaState, CertificationWorker>(
  defineSaga({
    name: SAGA_NAME,
    steps: [validateCompletion, generateCertificate, submitToConocer, awaitVerdict, updateLearnerProfile, sendNotification],
  }),
);

/**
 * The saga of the case runs after commit, and of a case that an evaluator is to judge it is asked by what. A case has one saga: a second start changes
 * nothing.
 */
export async function startSaga(tx: Tx, row: CertificationRow, now: Date): Promise<void> {
  const { tenantId, id: certificationId } = row;
  if (row.path === 'ACCREDITED_EVALUATOR')
    await ensureJob(tx, followStandard, { tenantId, key: certificationId, payload: { certificationId }, dueAt: now });
  await certificationSaga.start(tx, { tenantId: row.tenantId, subject: row.id, state: {}, now });
}

/**
 * The saga has moved past every waiting step that what is known by now answers: news may skip a step, or come before the saga has taken in
 * the news before. `row` is the case as the caller has locked it.
 */
export async function catchUp(tx: Tx, row: CertificationRow, now: Date): Promise<void> {
  const complete = (step: string) => certificationSaga.completeStep(tx, { tenantId: row.tenantId, subject: row.id, step, now });
  if (isTakenByAuthority(row)) await complete(submitToConocer.name);
  if (hasEnded(row)) await complete(awaitVerdict.name);
  if (await isAnswered(tx, profileQuestion(row))) await complete(updateLearnerProfile.name);
  const topic = outcomeTopicOf(row);
  if (topic !== undefined && (await isAnswered(tx, notificationQuestion(row, topic)))) await complete(sendNotification.name);
}
