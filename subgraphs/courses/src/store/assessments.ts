import type { Tx } from '@academy/platform/db';
import { asc, eq, inArray } from 'drizzle-orm';
import type { Assessment } from '../domain/assessment.ts';
import { assessmentItems, assessments, type ShownChoice } from '../tables.ts';

export type AssessmentRow = { readonly id: string; readonly courseId: string; readonly passingScorePercent: number };

/** A question as learners see it: nothing in it tells a right choice from a wrong one. */
export type ShownItemRow = {
  readonly id: string;
  readonly assessmentId: string;
  readonly prompt: string;
  readonly isMultipleChoice: boolean;
  readonly choices: ShownChoice[];
};

/** The final assessments of these courses. */
export async function assessmentsOfCourses(tx: Tx, courseIds: readonly string[]): Promise<AssessmentRow[]> {
  return tx
    .select({ id: assessments.id, courseId: assessments.courseId, passingScorePercent: assessments.passingScorePercent })
    .from(assessments)
    .where(inArray(assessments.courseId, courseIds));
}

/** The questions of these assessments, in order, without their answers. */
export async function shownItemsOfAssessments(tx: Tx, assessmentIds: readonly string[]): Promise<ShownItemRow[]> {
  return tx
    .select({
      id: assessmentItems.id,
      assessmentId: assessmentItems.assessmentId,
      prompt: assessmentItems.prompt,
      isMultipleChoice: assessmentItems.isMultipleChoice,
      choices: assessmentItems.choices,
    })
    .from(assessmentItems)
    .where(inArray(assessmentItems.assessmentId, assessmentIds))
    .orderBy(asc(assessmentItems.assessmentId), asc(assessmentItems.position));
}

/** A course's final assessment with its right answers, for scoring alone; undefined when the course has none. */
export async function assessmentForScoring(tx: Tx, courseId: string): Promise<Assessment | undefined> {
  const [assessment] = await assessmentsOfCourses(tx, [courseId]);
  if (assessment === undefined) return undefined;
  const items = await tx
    .select()
    .from(assessmentItems)
    .where(eq(assessmentItems.assessmentId, assessment.id))
    .orderBy(asc(assessmentItems.position));
  return {
    passingScorePercent: assessment.passingScorePercent,
    items: items.map((item) => ({
      id: item.id,
      isMultipleChoice: item.isMultipleChoice,
      weight: item.weight,
      reactivoId: item.reactivoId,
      criterion: item.criterion,
      choices: item.choices.map(({ key }) => ({ key, isRight: item.rightChoiceKeys.includes(key) })),
    })),
  };
}
