import { z } from 'zod';
import type { EventContract } from './event-contract.ts';

const coursePublishedData = z.object({
  courseId: z.uuid(),
  slug: z.string(),
  title: z.string(),
  /** Code of the standard that the author aligned the course to. */
  standardCode: z.string().nullable(),
  instructorId: z.uuid(),
  priceMxn: z.number().int().min(0),
});
/** A course was published or changed. Subject: the course. */
export const coursePublished: EventContract<z.infer<typeof coursePublishedData>> = {
  type: 'mx.madfam.courses.course.published.v1',
  producer: 'courses',
  data: coursePublishedData,
};

const enrollmentStartedData = z.object({
  enrollmentId: z.uuid(),
  courseId: z.uuid(),
  learnerId: z.uuid(),
  /** Who teaches the course; null in an event from before it was told. */
  instructorId: z.uuid().nullable().default(null),
  /** Code of the standard that the course is aligned to; null when it is to none. */
  standardCode: z.string().nullable().default(null),
});
/** A learner enrolled. Subject: the enrolment. */
export const enrollmentStarted: EventContract<z.infer<typeof enrollmentStartedData>> = {
  type: 'mx.madfam.courses.enrollment.started.v1',
  producer: 'courses',
  data: enrollmentStartedData,
};

const lessonCompletedData = z.object({ enrollmentId: z.uuid(), courseId: z.uuid(), learnerId: z.uuid(), lessonId: z.uuid() });
/** A learner finished a lesson. Subject: the enrolment. */
export const lessonCompleted: EventContract<z.infer<typeof lessonCompletedData>> = {
  type: 'mx.madfam.courses.lesson.completed.v1',
  producer: 'courses',
  data: lessonCompletedData,
};

/** A reactivo of the assessment and whether the learner fulfilled it. */
export const reactivoOutcome = z.object({
  id: z.string(),
  /** Criterio de evaluación that it belongs to. */
  criterion: z.string(),
  /** Peso relativo, above 0. */
  weight: z.number().positive(),
  isFulfilled: z.boolean(),
});
export type ReactivoOutcome = z.infer<typeof reactivoOutcome>;

const courseCompletedData = z.object({
  enrollmentId: z.uuid(),
  courseId: z.uuid(),
  courseTitle: z.string(),
  learnerId: z.uuid(),
  instructorId: z.uuid(),
  standardCode: z.string().nullable(),
  /** 0 to 100. */
  scorePercent: z.number().min(0).max(100),
  /** Least share of the weight for COMPETENTE (puntaje mínimo), 0 to 100. */
  minimumScorePercent: z.number().min(0).max(100),
  reactivos: z.array(reactivoOutcome).max(100),
});
/** A learner finished all required lessons and passed the final assessment. Subject: the enrolment. */
export const courseCompleted: EventContract<z.infer<typeof courseCompletedData>> = {
  type: 'mx.madfam.courses.course.completed.v1',
  producer: 'courses',
  data: courseCompletedData,
};

const mentorSetData = z.object({
  enrollmentId: z.uuid(),
  courseId: z.uuid(),
  learnerId: z.uuid(),
  /** Who accompanies the learner from now on; null: nobody. */
  mentorId: z.uuid().nullable(),
  /** Code of the standard that the course is aligned to; null when it is to none. */
  standardCode: z.string().nullable(),
  /** Of the enrolment's mentoring, growing: whoever keeps it believes the highest. */
  version: z.number().int().min(1),
});
/** It was decided who accompanies a learner through a course, or that nobody does any more. Subject: the enrolment. */
export const enrollmentMentorSet: EventContract<z.infer<typeof mentorSetData>> = {
  type: 'mx.madfam.courses.enrollment.mentor-set.v1',
  producer: 'courses',
  data: mentorSetData,
};

const standardOutdatedData = z.object({
  courseId: z.uuid(),
  courseTitle: z.string(),
  instructorId: z.uuid(),
  standardCode: z.string(),
  status: z.enum(['SUPERSEDED', 'RETIRED']),
  /** The version that follows; null: none. */
  supersededBy: z.string().nullable(),
});
/** A course's author named a standard that is no longer the one in force: whoever teaches it should know. Subject: the course. */
export const courseStandardOutdated: EventContract<z.infer<typeof standardOutdatedData>> = {
  type: 'mx.madfam.courses.course.standard-outdated.v1',
  producer: 'courses',
  data: standardOutdatedData,
};
