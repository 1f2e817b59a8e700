import { courseCompleted } from '@academy/contracts';
import { policiesOf, type Reaction, reaction } from '@academy/platform/events';
import { startSaga } from '../sagas/certification.ts';
import { openCase } from '../store/certification.ts';
import { findNewestOf } from '../store/certification-facts.ts';
import { addCompletion } from '../store/completion.ts';
import { lockHolder } from '../store/erased-holders.ts';
import type { CertificationWorker } from '../worker-context.ts';

/** The completion is kept. Where the tenant certifies on completion a case is open and its saga runs; a second case for the same completion never is. */
export const onCourseCompleted: Reaction<CertificationWorker> = reaction(
  'course-completed',
  courseCompleted,
  async (tx, { tenantId, data, occurredAt }, { clock, logger }) => {
    // Told late of somebody who was erased meanwhile: nothing of her is taken in again.
    if (await lockHolder(tx, { tenantId, subjectId: data.learnerId })) return;
    const completion = { ...data, tenantId, completedAt: new Date(occurredAt) };
    await addCompletion(tx, completion);
    const { certificationStart } = await policiesOf(tx, tenantId);
    if (certificationStart === 'ON_REQUEST') return;
    if ((await findNewestOf(tx, tenantId, data.enrollmentId)) !== undefined) return;
    const now = clock.now();
    const row = await openCase(tx, completion, now);
    if (row === undefined) {
      logger.info(
        { tenantId, enrollmentId: data.enrollmentId },
        'the learner has an open case for this standard: no second one is opened',
      );
      return;
    }
    await startSaga(tx, row, now);
  },
);
