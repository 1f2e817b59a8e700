import { unreachable } from '@academy/kernel';
import type { Context } from '../../context.ts';
import { attemptById } from '../../store/attempts.ts';
import type { LessonRow } from '../../store/courses.ts';
import type { SubmissionRefusal } from '../../store/submit-assessment.ts';
import type { ResolversTypes } from '../types.generated.ts';
import { invalidInput, invalidState, notFound } from './refusals.ts';
import { loadOwnEnrollment } from './visible-enrollment.ts';

type Answer = Awaited<ResolversTypes['AssessmentSubmitResult']>;

/** What the learner is answered when her attempt was scored: the attempt, and her enrolment as it is now. */
export async function submissionScored(ctx: Context, enrollmentId: string, attemptId: string): Promise<Answer> {
  const result = await ctx.db.read((tx) => attemptById(tx, attemptId));
  if (result === undefined) throw new Error(`The attempt ${attemptId} was there a moment ago and is gone.`);
  return { __typename: 'AssessmentSubmitSuccess', enrollment: await loadOwnEnrollment(ctx, enrollmentId), result };
}

/** What the learner is answered when her attempt was not scored. */
export async function submissionRefused(ctx: Context, refusal: SubmissionRefusal): Promise<Answer> {
  switch (refusal.kind) {
    case 'EnrollmentNotFound':
      return notFound('enrolment');
    case 'AssessmentNotFound':
      return notFound('final assessment');
    case 'WrongState':
      return invalidState(refusal);
    case 'InvalidAnswers':
      return invalidInput(refusal);
    case 'LessonsMissing': {
      const lessons = await ctx.loaders.lessonById.loadMany(refusal.lessonIds);
      const missingLessons = lessons.filter((lesson): lesson is LessonRow => lesson !== undefined && !(lesson instanceof Error));
      const count = refusal.lessonIds.length;
      const message = `${count} required ${count === 1 ? 'lesson is' : 'lessons are'} missing; complete ${count === 1 ? 'it' : 'them'} first.`;
      return { __typename: 'LessonsMissingError', code: 'LESSONS_MISSING', message, missingLessons };
    }
    default:
      return unreachable(refusal);
  }
}
