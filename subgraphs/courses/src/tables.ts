import { boolean, doublePrecision, instant, integer, jsonb, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { sql } from 'drizzle-orm';
import { pgEnum, primaryKey } from 'drizzle-orm/pg-core';
import type { ReactivoOutcome } from './domain/assessment.ts';
import type { EnrollmentStatus } from './domain/enrollment.ts';

const ENROLLMENT_STATUSES = ['ACTIVE', 'COMPLETED', 'CANCELLED'] as const satisfies readonly EnrollmentStatus[];

/** How much a course expects of a learner. */
const courseLevel = pgEnum('course_level', ['BASIC', 'INTERMEDIATE', 'ADVANCED']);

/** Where an enrolment stands. */
const enrollmentStatus = pgEnum('enrollment_status', ENROLLMENT_STATUSES);

/** Courses; those without `publishedAt` are not offered. */
export const courses = tenantTable(
  'courses',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    summary: text('summary').notNull(),
    level: courseLevel('level').notNull(),
    priceMxn: integer('price_mxn').notNull(),
    standardCode: text('standard_code'),
    instructorId: uuid('instructor_id').notNull(),
    publishedAt: instant('published_at'),
    /** The title without case and accents: lists are sorted by it. */
    titleKey: text('title_key').notNull().generatedAlwaysAs(sql`fold_text(title)`),
    /** Title and summary without case and accents. */
    searchText: text('search_text').notNull().generatedAlwaysAs(sql`fold_text(title || ' ' || summary)`),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);

/** Parts of a course, in teaching order from position 1. */
export const modules = tenantTable(
  'modules',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    courseId: uuid('course_id').notNull(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);

/** Lessons of a module, in teaching order from position 1. */
export const lessons = tenantTable(
  'lessons',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    courseId: uuid('course_id').notNull(),
    moduleId: uuid('module_id').notNull(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    minutes: integer('minutes').notNull(),
    isRequired: boolean('is_required').notNull(),
    body: text('body').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);

/** The final assessment of a course; at most one each. */
export const assessments = tenantTable(
  'assessments',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    courseId: uuid('course_id').notNull(),
    passingScorePercent: doublePrecision('passing_score_percent').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);

/** A choice as it is shown: whether it is right is told by `rightChoiceKeys`, which only scoring reads. */
export type ShownChoice = { readonly key: string; readonly text: string };

/** Questions of an assessment, from position 1. */
export const assessmentItems = tenantTable(
  'assessment_items',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    assessmentId: uuid('assessment_id').notNull(),
    position: integer('position').notNull(),
    prompt: text('prompt').notNull(),
    isMultipleChoice: boolean('is_multiple_choice').notNull(),
    choices: jsonb('choices').$type<ShownChoice[]>().notNull(),
    rightChoiceKeys: text('right_choice_keys').array().notNull(),
    weight: doublePrecision('weight').notNull(),
    reactivoId: text('reactivo_id').notNull(),
    criterion: text('criterion').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);

/** Learners' ways through courses; one that is not CANCELLED per learner and course. */
export const enrollments = tenantTable(
  'enrollments',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    courseId: uuid('course_id').notNull(),
    learnerId: uuid('learner_id').notNull(),
    status: enrollmentStatus('status').notNull().default('ACTIVE'),
    progressPercent: doublePrecision('progress_percent').notNull().default(0),
    enrolledAt: instant('enrolled_at').notNull(),
    completedAt: instant('completed_at'),
    /** Who accompanies her; null: nobody. */
    mentorId: uuid('mentor_id'),
    mentorVersion: integer('mentor_version').notNull().default(0),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);

/** Lessons that are done. */
export const lessonCompletions = tenantTable(
  'lesson_completions',
  {
    tenantId: tenantId(),
    enrollmentId: uuid('enrollment_id').notNull(),
    lessonId: uuid('lesson_id').notNull(),
    completedAt: instant('completed_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.enrollmentId, self.lessonId] })],
);

/** Attempts at final assessments: the outcome per reactivo, never the answers. */
export const assessmentAttempts = tenantTable(
  'assessment_attempts',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    enrollmentId: uuid('enrollment_id').notNull(),
    scorePercent: doublePrecision('score_percent').notNull(),
    isPassed: boolean('is_passed').notNull(),
    reactivos: jsonb('reactivos').$type<readonly ReactivoOutcome[]>().notNull(),
    submittedAt: instant('submitted_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.id] })],
);
