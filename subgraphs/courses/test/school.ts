import { randomUUID } from 'node:crypto';
import type { SeedCompletion } from '@academy/contracts';
import { DAY_MS, type Principal, seedId, type UserPrincipal } from '@academy/kernel';
import { type GraphAnswer, openTestIsland, type TestIsland } from '@academy/testing/island';
import { person, type TenantSlug, tenantIdOf, userIdOf } from '@academy/testing/people';
import { type SeededCourse, seedCourses, seededCourses } from '../src/seed.ts';
import { defineCourses } from '../src/subgraph.ts';

const TENANTS = (['raices', 'solaris'] as const).map((slug) => ({ id: tenantIdOf(slug), slug }));

/** Before the test clock's beginning. */
const SEEDED_AT = new Date('2026-03-01T00:00:00.000Z');

/** Raíces' instructor, who teaches every seeded course, and a colleague who teaches none. */
export const ivan = person('raices', 'ivan', 'instructor');
export const irma = person('raices', 'irma', 'instructor');
export const celia = person('raices', 'celia', 'centre_admin');

/** A learner who finished the photovoltaic course long ago, as seed data tells it. */
export const graduate = person('raices', 'graduada', 'learner');
export const graduation: SeedCompletion = {
  tenantId: tenantIdOf('raices'),
  learnerId: graduate.userId,
  learnerInitials: 'G. G.',
  instructorId: ivan.userId,
  courseId: courseOf('raices', 'instalacion-fotovoltaica').id,
  courseSlug: 'instalacion-fotovoltaica',
  courseTitle: 'Instalación fotovoltaica',
  standardCode: 'EC0586.01',
  enrollmentId: seedId('enrollment:raices:instalacion-fotovoltaica:graduada'),
  certificationId: seedId('certification:raices:instalacion-fotovoltaica:graduada'),
  certificateId: seedId('certificate:raices:instalacion-fotovoltaica:graduada'),
  folio: 'SEED-1',
  verificationCode: 'SEED-1',
  officialFolio: null,
  scorePercent: 85,
  enrolledAt: new Date(SEEDED_AT.getTime() - 60 * DAY_MS),
  completedAt: new Date(SEEDED_AT.getTime() - 30 * DAY_MS),
  officialIssuedAt: null,
};

/** What the island's database is seeded with. */
export const WORLD = {
  tenants: TENANTS,
  instructorIds: { raices: ivan.userId, solaris: userIdOf('solaris', 'ines') },
  history: [graduation],
  now: SEEDED_AT,
};

export type School = TestIsland<object>;

/** The courses island with the catalogue of both tenants. */
export async function openSchool(): Promise<School> {
  return openTestIsland(defineCourses(), { seed: { name: 'catalogue', fill: (database) => seedCourses(database, WORLD) } });
}

/** A seeded course by its slug. */
export function courseOf(tenant: TenantSlug, slug: string): SeededCourse {
  const course = seededCourses(tenant).find((one) => one.slug === slug);
  if (course === undefined) throw new Error(`Expected a seeded course, got ${slug}.`);
  return course;
}

let newcomers = 0;

/** A learner whom no other test knows. */
export function newcomer(tenant: TenantSlug = 'raices'): UserPrincipal {
  newcomers += 1;
  return person(tenant, `newcomer-${newcomers}`, 'learner');
}

/** An idempotency key that was never used. */
export function freshKey(): string {
  return randomUUID();
}

/** One answer per question: right, but wrong in the first `wrong` questions. */
export function answersTo(course: SeededCourse, wrong = 0) {
  return course.assessment.items.map(({ id, rightChoiceKeys, wrongChoiceKeys }, i) => ({
    itemId: id,
    choiceKeys: i < wrong ? wrongChoiceKeys.slice(0, 1) : [...rightChoiceKeys],
  }));
}

const ENROLLMENT = `id status progressPercent enrolledAt completedAt learner { id } course { id title } completedLessons { id } assessmentResult { scorePercent isPassed submittedAt }`;

const ENROLL = `mutation ($input: CourseEnrollInput!) { courseEnroll(input: $input) { __typename
  ... on UserError { code message } ... on InvalidInputError { field }
  ... on CourseEnrollSuccess { enrollment { ${ENROLLMENT} } } ... on AlreadyEnrolledError { enrollment { id status } } } }`;

const COMPLETE = `mutation ($input: LessonCompleteInput!) { lessonComplete(input: $input) { __typename
  ... on UserError { code message } ... on LessonCompleteSuccess { enrollment { ${ENROLLMENT} } } } }`;

const SUBMIT = `mutation ($input: AssessmentSubmitInput!) { assessmentSubmit(input: $input) { __typename
  ... on UserError { code message } ... on InvalidInputError { field } ... on LessonsMissingError { missingLessons { id title body } }
  ... on AssessmentSubmitSuccess { enrollment { ${ENROLLMENT} } result { scorePercent isPassed submittedAt } } } }`;

/** What a mutation answered; `errors` holds the guard's and the system's own. */
export type Outcome = Record<string, unknown> & { __typename: string };

export function enroll(school: School, who: Principal, courseId: string, idempotencyKey = freshKey()): Promise<Outcome> {
  return outcome(school.ask(who, ENROLL, { input: { courseId, idempotencyKey } }), 'courseEnroll');
}

export function completeLesson(school: School, who: Principal, enrollmentId: string, lessonId: string): Promise<Outcome> {
  return outcome(school.ask(who, COMPLETE, { input: { enrollmentId, lessonId } }), 'lessonComplete');
}

export function submit(
  school: School,
  who: Principal,
  enrollmentId: string,
  answers: readonly { itemId: string; choiceKeys: readonly string[] }[],
  idempotencyKey = freshKey(),
): Promise<Outcome> {
  return outcome(school.ask(who, SUBMIT, { input: { enrollmentId, answers, idempotencyKey } }), 'assessmentSubmit');
}

/** The raw answers of the three mutations, for those whom the guard turns away. */
export const MUTATIONS = { ENROLL, COMPLETE, SUBMIT };

async function outcome(asked: Promise<GraphAnswer>, field: string): Promise<Outcome> {
  const { data, errors } = await asked;
  const answer = data?.[field];
  if (errors.length > 0 || answer === null || answer === undefined)
    throw new Error(`Expected an outcome, got ${JSON.stringify(errors)}.`);
  return answer as Outcome;
}

/** Enrols a learner; gives the enrolment's id. */
export async function enrolled(school: School, who: Principal, courseId: string): Promise<string> {
  return enrollmentIdOf(await enroll(school, who, courseId));
}

/** The id of the enrolment that an outcome carries. */
export function enrollmentIdOf(outcome: Outcome): string {
  const { enrollment } = outcome as unknown as { enrollment?: { id: string } };
  if (enrollment === undefined) throw new Error(`Expected an enrolment, got ${outcome.__typename}.`);
  return enrollment.id;
}

/** Enrols a learner, who finishes all required lessons; gives the enrolment's id. */
export async function readyForAssessment(school: School, who: Principal, course: SeededCourse): Promise<string> {
  const enrollmentId = await enrolled(school, who, course.id);
  for (const lesson of course.lessons.filter((one) => one.isRequired)) await completeLesson(school, who, enrollmentId, lesson.id);
  return enrollmentId;
}
