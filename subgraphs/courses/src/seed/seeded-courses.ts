import { seedId } from '@academy/kernel';
import { CATALOGUE } from './catalogue.ts';
import type { AssessmentItemSeed, CourseSeed, LessonSeed, ModuleSeed } from './course-seed.ts';

/** A course of a seeded tenant, with the ids that the graph knows it by, and the right answers, for tests and scripts. */
export type SeededCourse = {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly standardCode: string | null;
  /** In teaching order. */
  readonly lessons: readonly { readonly id: string; readonly isRequired: boolean }[];
  readonly assessment: {
    readonly id: string;
    readonly items: readonly {
      readonly id: string;
      readonly rightChoiceKeys: readonly string[];
      readonly wrongChoiceKeys: readonly string[];
    }[];
  };
};

/** Ids of a course and of all that is below it: derived from names, so that seeding twice writes the same rows. */
export function seedIdsOf(tenantSlug: string, course: CourseSeed) {
  const key = `course:${tenantSlug}:${course.slug}`;
  return {
    course: seedId(key),
    published: seedId(`${key}:published`),
    assessment: seedId(`${key}:assessment`),
    module: (module: ModuleSeed) => seedId(`${key}:module:${module.key}`),
    lesson: (lesson: LessonSeed) => seedId(`${key}:lesson:${lesson.key}`),
    item: (item: AssessmentItemSeed) => seedId(`${key}:assessment:item:${item.key}`),
  };
}

/** Lessons of a course of the catalogue, in teaching order. */
export function lessonsOf(course: CourseSeed): readonly LessonSeed[] {
  return course.modules.flatMap((module) => module.lessons);
}

/** The courses of a seeded tenant. This alone, beside the database, knows right answers: the graph never tells them. */
export function seededCourses(tenantSlug: string): readonly SeededCourse[] {
  return CATALOGUE.map((course) => {
    const ids = seedIdsOf(tenantSlug, course);
    const { slug, title, standardCode } = course;
    return {
      id: ids.course,
      slug,
      title,
      standardCode,
      lessons: lessonsOf(course).map((lesson) => ({ id: ids.lesson(lesson), isRequired: lesson.isRequired })),
      assessment: {
        id: ids.assessment,
        items: course.assessment.items.map((item) => ({
          id: ids.item(item),
          rightChoiceKeys: item.rightKeys,
          wrongChoiceKeys: Object.keys(item.choices).filter((key) => !item.rightKeys.includes(key)),
        })),
      },
    };
  });
}
