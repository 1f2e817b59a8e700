/* This file was automatically generated. DO NOT UPDATE MANUALLY. */
    import type   { Resolvers } from './types.generated.ts';
    import    { course as Query_course } from './course/resolvers/Query/course.ts';
import    { courses as Query_courses } from './course/resolvers/Query/courses.ts';
import    { coursesAuditLog as Query_coursesAuditLog } from './audit/resolvers/Query/coursesAuditLog.ts';
import    { coursesData as Query_coursesData } from './data-subject/resolvers/Query/coursesData.ts';
import    { enrollment as Query_enrollment } from './enrollment/resolvers/Query/enrollment.ts';
import    { enrollments as Query_enrollments } from './enrollment/resolvers/Query/enrollments.ts';
import    { assessmentSubmit as Mutation_assessmentSubmit } from './enrollment/resolvers/Mutation/assessmentSubmit.ts';
import    { courseEnroll as Mutation_courseEnroll } from './enrollment/resolvers/Mutation/courseEnroll.ts';
import    { enrollmentMentorSet as Mutation_enrollmentMentorSet } from './enrollment/resolvers/Mutation/enrollmentMentorSet.ts';
import    { lessonComplete as Mutation_lessonComplete } from './enrollment/resolvers/Mutation/lessonComplete.ts';
import    { Assessment } from './course/resolvers/Assessment.ts';
import    { Course } from './course/resolvers/Course.ts';
import    { Enrollment } from './enrollment/resolvers/Enrollment.ts';
import    { Lesson } from './course/resolvers/Lesson.ts';
import    { Module } from './course/resolvers/Module.ts';
import    { User } from './enrollment/resolvers/User.ts';
import    { DateResolver,DateTimeResolver,EmailAddressResolver } from '@academy/platform/graphql/scalars';
    export const resolvers: Resolvers = {
      Query: { course: Query_course,courses: Query_courses,coursesAuditLog: Query_coursesAuditLog,coursesData: Query_coursesData,enrollment: Query_enrollment,enrollments: Query_enrollments },
      Mutation: { assessmentSubmit: Mutation_assessmentSubmit,courseEnroll: Mutation_courseEnroll,enrollmentMentorSet: Mutation_enrollmentMentorSet,lessonComplete: Mutation_lessonComplete },
      
      Assessment: Assessment,
Course: Course,
Enrollment: Enrollment,
Lesson: Lesson,
Module: Module,
User: User,
Date: DateResolver,
DateTime: DateTimeResolver,
EmailAddress: EmailAddressResolver
    }