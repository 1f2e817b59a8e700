import { courseCompleted } from '@academy/contracts';
import { fail, ok, type Result } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import { type AnswerFault, answerFault } from '../domain/answer-fault.ts';
import { type AssessmentAnswer, type AssessmentScore, scoreAssessment } from '../domain/assessment.ts';
import { admitSubmission, type WrongState } from '../domain/enrollment.ts';
import { missingRequiredItems } from '../domain/progress.ts';
import { assessmentForScoring } from './assessments.ts';
import { insertAttempt } from './attempts.ts';
import { coursesByIds } from './courses.ts';
import { lockEnrollment, setCompleted } from './enrollments.ts';
import { progressItemsOf } from './lesson-completions.ts';

export type SubmissionRefusal =
  | { readonly kind: 'EnrollmentNotFound' }
  | { readonly kind: 'AssessmentNotFound' }
  | { readonly kind: 'LessonsMissing'; readonly lessonIds: readonly string[] }
  | ({ readonly kind: 'InvalidAnswers' } & AnswerFault)
  | WrongState;

type Submission = {
  readonly tenantId: string;
  readonly learnerId: string;
  readonly enrollmentId: string;
  readonly answers: readonly AssessmentAnswer[];
  readonly now: Date;
};

/**
 * The attempt is scored and kept (its outcome, not its answers); gives its id. The first attempt that passes completes the course in the
 * same transaction and tells `courseCompleted`, once however many are handed in at the same time: each holds the enrolment's row lock,
 * and whoever gets it after completion is refused.
 */
export async function submitAssessment(
  tx: Tx,
  call: Submission,
): Promise<Result<{ readonly attemptId: string }, SubmissionRefusal>> {
  const { tenantId, learnerId, enrollmentId, answers, now } = call;
  const enrollment = await lockEnrollment(tx, enrollmentId, learnerId);
  if (enrollment === undefined) return fail({ kind: 'EnrollmentNotFound' });
  const admitted = admitSubmission(enrollment.status, missingRequiredItems(await progressItemsOf(tx, enrollment)));
  if (!admitted.ok) return admitted;
  const assessment = await assessmentForScoring(tx, enrollment.courseId);
  if (assessment === undefined) return fail({ kind: 'AssessmentNotFound' });
  const scored = scoreAssessment(assessment, answers);
  if (!scored.ok) return fail({ kind: 'InvalidAnswers', ...answerFault(scored.error, answers) });
  const score = scored.value;
  const attemptId = newId();
  await insertAttempt(tx, {
    tenantId,
    id: attemptId,
    enrollmentId,
    scorePercent: score.scorePercent,
    isPassed: score.isPassed,
    reactivos: score.reactivos,
    submittedAt: now,
  });
  if (score.isPassed) await completeCourse(tx, call, enrollment.courseId, score, assessment.passingScorePercent);
  return ok({ attemptId });
}

async function completeCourse(
  tx: Tx,
  { tenantId, learnerId, enrollmentId, now }: Submission,
  courseId: string,
  score: AssessmentScore,
  minimumScorePercent: number,
): Promise<void> {
  const [course] = await coursesByIds(tx, [courseId]);
  if (course === undefined) throw new Error(`The course ${courseId} of an enrolment must exist.`);
  const { title, instructorId, standardCode } = course;
  await setCompleted(tx, enrollmentId, now);
  await emit(tx, courseCompleted, {
    tenantId,
    subject: enrollmentId,
    occurredAt: now,
    data: {
      enrollmentId,
      courseId,
      courseTitle: title,
      learnerId,
      instructorId,
      standardCode,
      scorePercent: score.scorePercent,
      minimumScorePercent,
      reactivos: [...score.reactivos],
    },
  });
}
