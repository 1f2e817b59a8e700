import { by, type Decisions, each, key, parent, rowsDecide } from '../decision.ts';

const EXPORTED = { ...by('arco.resolve', 'processes alone'), scope: 'data.export' };
const CATALOGUE = by('catalog.read');
const PROGRESS = by('progress.read', 'oneself but as evaluator', 'it is exported');
const CONTENT = rowsDecide(by('progress.read', 'oneself but as evaluator', 'texts are not progress'), 'signed in');
const AUDIT = by('audit.read', 'audited by others', 'a certifier’s acts alone');
const LEARNING = by('statement.write', 'the learner herself');

/** Fields of the courses island; parts of exports are the same in all islands. */
export const COURSES: Decisions = {
  Query: {
    coursesData: EXPORTED,
    courses: CATALOGUE,
    course: CATALOGUE,
    enrollment: rowsDecide(PROGRESS, { signedInOr: 'progress.read' }),
    enrollments: rowsDecide(PROGRESS, { signedInOr: 'progress.read' }),
    coursesAuditLog: AUDIT,
  },
  Mutation: {
    courseEnroll: by('enroll', 'who asks is enrolled'),
    lessonComplete: LEARNING,
    assessmentSubmit: LEARNING,
    enrollmentMentorSet: by('role.assign', 'mentors are the academy’s'),
  },
  Course: {
    id: key,
    ...each(CATALOGUE, 'slug title summary level priceMxn instructor modules assessment'),
    standards: by('standards.read'),
  },
  Module: each(CATALOGUE, 'id title lessons'),
  Lesson: { ...each(CATALOGUE, 'id title minutes isRequired'), body: CONTENT },
  Assessment: { ...each(CATALOGUE, 'id passingScorePercent'), items: CONTENT },
  AssessmentItem: each(parent('Part of Assessment.items.', 'signed in'), 'id prompt isMultipleChoice choices'),
  AssessmentChoice: each(parent('Part of Assessment.items.', 'signed in'), 'key text'),
  Enrollment: {
    id: key,
    ...each(PROGRESS, 'course learner mentor status progressPercent completedLessons assessmentResult enrolledAt completedAt'),
  },
  AssessmentResult: each(parent('Part of Enrollment.assessmentResult.'), 'scorePercent isPassed submittedAt'),
  User: {
    enrollments: by('progress.read', 'oneself but as evaluator', 'it is exported', 'her own courses only'),
  },
  EnrollmentMentorSetSuccess: { enrollment: parent('The answer of the mutation.') },
  CourseEnrollSuccess: { enrollment: parent('The answer of the mutation.') },
  AlreadyEnrolledError: { enrollment: parent('An answer of Mutation.courseEnroll: her own.') },
  LessonCompleteSuccess: { enrollment: parent('The answer of the mutation.') },
  AssessmentSubmitSuccess: each(parent('The answer of the mutation.'), 'enrollment result'),
  DataPart: each(parent('Part of a person’s export.', { as: 'Query.coursesData' }), 'records next'),
  LessonsMissingError: { missingLessons: parent('An answer of Mutation.assessmentSubmit: of her own course.') },
};
