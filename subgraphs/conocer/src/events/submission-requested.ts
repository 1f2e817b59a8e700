import { submissionRequested } from '@academy/contracts';
import { reaction } from '@academy/platform/events';
import { derivedId } from '@academy/platform/ids';
import { announce } from '../announce.ts';
import { openSubmission } from '../domain/submission.ts';
import { enqueueSubmission } from '../jobs/submission-lanes.ts';
import { judgeCourse } from '../judge-course.ts';
import type { Worker } from '../services.ts';
import { lockCandidate } from '../store/erased-candidates.ts';
import { insertSubmission } from '../store/submissions.ts';
import { withdraw } from '../withdraw.ts';

/** A case has one submission per attempt afterwards, held back by the gate or waiting to be sent; that of a candidate who was erased is over. A second request for the same attempt changes nothing. */
export const submissionRequestedReaction = reaction(
  'submission-requested',
  submissionRequested,
  async (tx, event, context: Worker) => {
    const { clock, logger, services } = context;
    const { tenantId, data } = event;
    const {
      certificationId,
      attempt: caseAttempt,
      candidateId,
      courseId,
      standardCode,
      certificateFolio,
      evaluatedOn,
      centreId,
      lotId,
    } = data;
    const id = derivedId(certificationId, `submission:${caseAttempt}`);
    const now = clock.now();
    const authority = services.authorities.get(data.authority);
    const gate = await judgeCourse(tx, tenantId, courseId);
    const isErased = await lockCandidate(tx, { tenantId, subjectId: candidateId });
    const { submission, tells } = openSubmission(gate.isOpen && !isErased, isErased ? [] : gate.missed);
    const order = {
      tenantId,
      id,
      certificationId,
      caseAttempt,
      candidateId,
      centreId,
      lotId,
      courseId,
      standardCode,
      certificateFolio,
      authority: authority.name,
      evaluatedOn,
    };
    const row = await insertSubmission(tx, order, { submission, gate, now });
    if (row === undefined) {
      logger.info({ tenantId, certificationId, attempt: caseAttempt }, 'a submission was requested again');
      return;
    }
    if (isErased) return withdraw(tx, row, now);
    await announce(tx, row, tells, now);
    if (gate.isOpen) await enqueueSubmission(tx, row, context);
  },
);
