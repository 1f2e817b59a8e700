import type { PageRequest } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { and, asc, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { CourseSearch } from '../domain/course-search.ts';
import { courses, lessons, modules } from '../tables.ts';

/** A course as lists and pages show it. */
export type CourseRow = {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly level: 'BASIC' | 'INTERMEDIATE' | 'ADVANCED';
  readonly priceMxn: number;
  readonly standardCode: string | null;
  readonly instructorId: string;
  /** Null: not offered. */
  readonly publishedAt: Date | null;
  /** The title without case and accents, by which lists are sorted. */
  readonly titleKey: string;
};

export type ModuleRow = { readonly id: string; readonly courseId: string; readonly title: string };

/** A lesson without its text. */
export type LessonRow = {
  readonly id: string;
  readonly courseId: string;
  readonly moduleId: string;
  readonly title: string;
  readonly minutes: number;
  readonly isRequired: boolean;
};

/** All conditions must hold; those that are undefined do. */
export type CourseConditions = CourseSearch & { readonly level: CourseRow['level'] | undefined };

const courseColumns = {
  id: courses.id,
  slug: courses.slug,
  title: courses.title,
  summary: courses.summary,
  level: courses.level,
  priceMxn: courses.priceMxn,
  standardCode: courses.standardCode,
  instructorId: courses.instructorId,
  publishedAt: courses.publishedAt,
  titleKey: courses.titleKey,
};

const lessonColumns = {
  id: lessons.id,
  courseId: lessons.courseId,
  moduleId: lessons.moduleId,
  title: lessons.title,
  minutes: lessons.minutes,
  isRequired: lessons.isRequired,
};

/** The collation makes the order the same on every machine, and is that of the index. */
const titleOrder = sql`${courses.titleKey} collate "C"`;

/** Published courses by title, then id: up to `page.size + 1` of them after `page.after` (title key, id). */
export async function findPublishedCourses(tx: Tx, conditions: CourseConditions, page: PageRequest): Promise<CourseRow[]> {
  const { standardCode, level, words } = conditions;
  const where: (SQL | undefined)[] = [
    isNotNull(courses.publishedAt),
    standardCode === undefined ? undefined : eq(courses.standardCode, standardCode),
    level === undefined ? undefined : eq(courses.level, level),
    ...words.map((word) => sql`strpos(${courses.searchText}, fold_text(${word})) > 0`),
    page.after === undefined ? undefined : sql`(${titleOrder}, ${courses.id}) > (${page.after[0]}, ${page.after[1]}::uuid)`,
  ];
  return tx
    .select(courseColumns)
    .from(courses)
    .where(and(...where))
    .orderBy(titleOrder, asc(courses.id))
    .limit(page.size + 1);
}

/** Courses by id, published or not. */
export async function coursesByIds(tx: Tx, ids: readonly string[]): Promise<CourseRow[]> {
  return tx.select(courseColumns).from(courses).where(inArray(courses.id, ids));
}

/** Modules of these courses, in teaching order. */
export async function modulesOfCourses(tx: Tx, courseIds: readonly string[]): Promise<ModuleRow[]> {
  return tx
    .select({ id: modules.id, courseId: modules.courseId, title: modules.title })
    .from(modules)
    .where(inArray(modules.courseId, courseIds))
    .orderBy(asc(modules.courseId), asc(modules.position));
}

/** Lessons of these modules, in teaching order. */
export async function lessonsOfModules(tx: Tx, moduleIds: readonly string[]): Promise<LessonRow[]> {
  return tx
    .select(lessonColumns)
    .from(lessons)
    .where(inArray(lessons.moduleId, moduleIds))
    .orderBy(asc(lessons.moduleId), asc(lessons.position));
}

/** Lessons by id. */
export async function lessonsByIds(tx: Tx, ids: readonly string[]): Promise<LessonRow[]> {
  return tx.select(lessonColumns).from(lessons).where(inArray(lessons.id, ids));
}

/** Texts of lessons by id: only for those who may read them. */
export async function lessonBodies(tx: Tx, ids: readonly string[]): Promise<{ id: string; body: string }[]> {
  return tx.select({ id: lessons.id, body: lessons.body }).from(lessons).where(inArray(lessons.id, ids));
}
