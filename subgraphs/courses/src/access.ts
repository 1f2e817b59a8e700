import {
  type AccessTable,
  alsoImpersonated,
  anyOf,
  everyone,
  ofCentre,
  personas,
  type Rule,
  scope,
  signedIn,
} from '@academy/platform/access';
import { isHerself, mayViewEnrollment, PROGRESS_PERSONAS, PROGRESS_SCOPE } from './domain/viewing.ts';
import type { SeenEnrollmentRow } from './store/enrollments.ts';

const learner = personas('learner');

/** Who reads what was recorded in their tenant; a super_admin only what she did herself. */
const auditReaders = personas('admin', 'super_admin', 'auditor', 'privacy_officer');

const enrollmentViewer: Rule<SeenEnrollmentRow> = {
  description: `the learner herself (never as evaluator); the course's instructor; her mentor; centre_admin of the centre; ${PROGRESS_PERSONAS.join(', ')}; service with ${PROGRESS_SCOPE}`,
  allows: ({ principal, parent }) => mayViewEnrollment(principal, parent),
};

type SeenPerson = { readonly id: string; readonly isOfViewersCentre: boolean };

const herself: Rule<{ readonly id: string }> = {
  description: 'the person herself (never as evaluator)',
  allows: ({ principal, parent }) => isHerself(principal, parent.id),
};

/**
 * Who may read which field. The catalogue is public; lesson texts and questions ask for a signed-in user here, and for her enrolment in
 * their resolvers, as a rule must not read the database. Objects that only hang below a guarded field are open themselves.
 */
export const access = {
  Query: {
    coursesData: scope('data.export'),
    courses: everyone,
    course: everyone,
    enrollment: anyOf(signedIn, scope(PROGRESS_SCOPE)),
    enrollments: anyOf(signedIn, scope(PROGRESS_SCOPE)),
    coursesAuditLog: auditReaders,
  },
  Mutation: {
    courseEnroll: alsoImpersonated(learner),
    lessonComplete: learner,
    assessmentSubmit: learner,
    enrollmentMentorSet: personas('admin'),
  },

  Course: everyone,
  CourseConnection: everyone,
  CourseEdge: everyone,
  Module: everyone,
  Lesson: { id: everyone, title: everyone, minutes: everyone, isRequired: everyone, body: signedIn },
  Assessment: { id: everyone, passingScorePercent: everyone, items: signedIn },
  AssessmentItem: signedIn,
  AssessmentChoice: signedIn,

  Enrollment: enrollmentViewer,
  EnrollmentConnection: everyone,
  EnrollmentEdge: everyone,
  AssessmentResult: everyone,
  User: { id: everyone, enrollments: anyOf<SeenPerson>(herself, ofCentre, personas(...PROGRESS_PERSONAS)) },

  EnrollmentMentorSetSuccess: everyone,
  CourseEnrollSuccess: everyone,
  AlreadyEnrolledError: everyone,
  LessonCompleteSuccess: everyone,
  AssessmentSubmitSuccess: everyone,
  LessonsMissingError: everyone,
  NotFoundError: everyone,
  ConflictError: everyone,
  InvalidInputError: everyone,
  InvalidStateError: everyone,
  PageInfo: everyone,
  DataPart: scope('data.export'),
  AuditEntry: auditReaders,
  AuditEntryConnection: auditReaders,
  AuditEntryEdge: auditReaders,
} satisfies AccessTable;
