import type { PageRequest, Principal } from '@academy/kernel';
import { createViewerCentre, type FindViewerCentre, findCentres } from '@academy/platform/centres';
import type { RequestDatabase, Tx } from '@academy/platform/db';
import DataLoader from 'dataloader';
import { type AssessmentRow, assessmentsOfCourses, type ShownItemRow, shownItemsOfAssessments } from './assessments.ts';
import { type AttemptRow, bestAttemptsOf } from './attempts.ts';
import {
  type CourseRow,
  coursesByIds,
  type LessonRow,
  lessonBodies,
  lessonsByIds,
  lessonsOfModules,
  type ModuleRow,
  modulesOfCourses,
} from './courses.ts';
import {
  type EnrollmentRow,
  enrollmentsByIds,
  enrollmentsOfLearners,
  type SeenEnrollmentRow,
  viewerStandings,
} from './enrollments.ts';
import { completedLessonsOf } from './lesson-completions.ts';

/** Where the viewer stands towards a course. */
export type ViewerStanding = { readonly instructorId: string; readonly isEnrolled: boolean };

/** One set per operation; each asks once per batch, whatever the number of keys. */
export type Loaders = {
  readonly courseById: DataLoader<string, CourseRow | undefined>;
  readonly modulesOfCourse: DataLoader<string, ModuleRow[]>;
  readonly lessonsOfModule: DataLoader<string, LessonRow[]>;
  readonly lessonById: DataLoader<string, LessonRow | undefined>;
  readonly bodyOfLesson: DataLoader<string, { readonly body: string } | undefined>;
  readonly assessmentOfCourse: DataLoader<string, AssessmentRow | undefined>;
  readonly itemsOfAssessment: DataLoader<string, ShownItemRow[]>;
  /** Undefined for viewers who are not users. */
  readonly standingInCourse: DataLoader<string, ViewerStanding | undefined>;
  readonly enrollmentById: DataLoader<string, SeenEnrollmentRow | undefined>;
  /** Up to `page.size + 1` rows. */
  readonly enrollmentsOfLearner: DataLoader<{ learnerId: string; page: PageRequest }, SeenEnrollmentRow[], string>;
  readonly viewerCentre: FindViewerCentre;
  /** By person: whether the viewer is an admin of the centre that she stands in. */
  readonly isOfViewersCentre: DataLoader<string, boolean>;
  /** The same said of each enrolment's learner. */
  seen(rows: readonly EnrollmentRow[]): Promise<SeenEnrollmentRow[]>;
  readonly completedLessonsOfEnrollment: DataLoader<string, LessonRow[]>;
  readonly bestAttemptOfEnrollment: DataLoader<string, AttemptRow | undefined>;
};

/** Builds the loaders of one operation. */
export function createLoaders({ db, principal }: { db: RequestDatabase; principal: Principal }): Loaders {
  const viewerCentre = createViewerCentre({ db, principal });
  const isOfViewersCentre = new DataLoader<string, boolean>(async (ids) => {
    const centre = await viewerCentre();
    if (centre === undefined) return ids.map(() => false);
    const centres = await db.read((tx) => findCentres(tx, ids));
    return ids.map((id) => (centres.get(id) ?? null) === centre.centreId);
  });
  const seen = (rows: readonly EnrollmentRow[]) =>
    Promise.all(rows.map(async (row) => ({ ...row, isOfViewersCentre: await isOfViewersCentre.load(row.learnerId) })));
  return {
    viewerCentre,
    isOfViewersCentre,
    seen,
    courseById: one(db, coursesByIds, (row) => row.id),
    modulesOfCourse: many(db, modulesOfCourses, (row) => row.courseId),
    lessonsOfModule: many(db, lessonsOfModules, (row) => row.moduleId),
    lessonById: one(db, lessonsByIds, (row) => row.id),
    bodyOfLesson: one(db, lessonBodies, (row) => row.id),
    assessmentOfCourse: one(db, assessmentsOfCourses, (row) => row.courseId),
    itemsOfAssessment: many(db, shownItemsOfAssessments, (row) => row.assessmentId),
    standingInCourse: one(
      db,
      async (tx, courseIds) => (principal.kind === 'user' ? viewerStandings(tx, courseIds, principal.userId) : []),
      (row) => row.courseId,
    ),
    enrollmentById: new DataLoader(async (ids) => {
      const rows = await seen(await db.read((tx) => enrollmentsByIds(tx, ids)));
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id));
    }),
    enrollmentsOfLearner: pagesOfLearners(db, seen),
    completedLessonsOfEnrollment: many(db, completedLessonsOf, (row) => row.enrollmentId),
    bestAttemptOfEnrollment: one(db, bestAttemptsOf, (row) => row.enrollmentId),
  };
}

/** Forgets what was read of enrolments, so that what follows a change in the same operation sees it. */
export function forgetEnrollments(loaders: Loaders): void {
  loaders.standingInCourse.clearAll();
  loaders.enrollmentById.clearAll();
  loaders.enrollmentsOfLearner.clearAll();
  loaders.completedLessonsOfEnrollment.clearAll();
  loaders.bestAttemptOfEnrollment.clearAll();
}

type Query<Row> = (tx: Tx, keys: readonly string[]) => Promise<readonly Row[]>;

function one<Row>(db: RequestDatabase, query: Query<Row>, keyOf: (row: Row) => string): DataLoader<string, Row | undefined> {
  return new DataLoader(async (keys) => {
    const byKey = new Map((await db.read((tx) => query(tx, keys))).map((row) => [keyOf(row), row]));
    return keys.map((key) => byKey.get(key));
  });
}

function many<Row>(db: RequestDatabase, query: Query<Row>, keyOf: (row: Row) => string): DataLoader<string, Row[]> {
  return new DataLoader(async (keys) => {
    const byKey = Map.groupBy(await db.read((tx) => query(tx, keys)), keyOf);
    return keys.map((key) => byKey.get(key) ?? []);
  });
}

/** One query per page asked for: as an operation rarely asks for two different ones, one in all. */
function pagesOfLearners(db: RequestDatabase, seen: Loaders['seen']): Loaders['enrollmentsOfLearner'] {
  return new DataLoader(
    async (keys) => {
      const pages = Map.groupBy(keys, ({ page }) => pageKey(page));
      const rows = new Map<string, Map<string, SeenEnrollmentRow[]>>();
      for (const [key, [first, ...rest]] of pages) {
        if (first === undefined) continue;
        const learnerIds = [first, ...rest].map(({ learnerId }) => learnerId);
        const found = await seen(await db.read((tx) => enrollmentsOfLearners(tx, learnerIds, first.page)));
        rows.set(
          key,
          Map.groupBy(found, (row) => row.learnerId),
        );
      }
      return keys.map(({ learnerId, page }) => rows.get(pageKey(page))?.get(learnerId) ?? []);
    },
    { cacheKeyFn: ({ learnerId, page }) => `${learnerId} ${pageKey(page)}` },
  );
}

function pageKey(page: PageRequest): string {
  return JSON.stringify([page.size, page.after]);
}
