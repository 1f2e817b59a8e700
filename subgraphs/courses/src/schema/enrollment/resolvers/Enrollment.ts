import { personOf } from '../../person.ts';
import type { EnrollmentResolvers } from '../../types.generated.ts';
import { loadVisibleEnrollment } from '../visible-enrollment.ts';

export const Enrollment: EnrollmentResolvers = {
  __resolveReference: ({ id }, ctx) => loadVisibleEnrollment(ctx, id),
  assessmentResult: ({ id }, _arg, ctx) => ctx.loaders.bestAttemptOfEnrollment.load(id),
  completedLessons: ({ id }, _arg, ctx) => ctx.loaders.completedLessonsOfEnrollment.load(id),
  course: async ({ courseId }, _arg, ctx) => {
    const course = await ctx.loaders.courseById.load(courseId);
    if (course === undefined) throw new Error(`The course ${courseId} of an enrolment must exist.`);
    return course;
  },
  learner: ({ learnerId }, _arg, { loaders }) => personOf(learnerId, loaders),
  mentor: ({ mentorId }, _arg, { loaders }) => (mentorId === null ? null : personOf(mentorId, loaders)),
};
