import { type Principal, personaOf } from '@academy/kernel';

/** What a process needs in order to read how far learners are, as `progress.read` of the permission matrix grants it. */
export const PROGRESS_SCOPE = 'progress.read';

/** Personas that see every enrolment of their tenant. */
export const PROGRESS_PERSONAS = ['admin'] as const;

/**
 * Whether the viewer is this person and acts for herself. Nobody does as an evaluator: under that persona training stays out of
 * sight, one's own included.
 */
export function isHerself(principal: Principal, userId: string): boolean {
  return principal.kind === 'user' && principal.userId === userId && principal.persona !== 'evaluator';
}

/**
 * Whether an enrolment exists for the viewer: the learner herself, the instructor of the course, the mentor who accompanies her through it, the admins of the
 * centre that she stands in, admins, and processes that may read progress.
 */
export function mayViewEnrollment(
  principal: Principal,
  enrollment: { learnerId: string; instructorId: string; mentorId: string | null; isOfViewersCentre: boolean },
): boolean {
  if (principal.kind === 'service') return principal.scopes.includes(PROGRESS_SCOPE);
  return (
    seesAllProgress(principal) ||
    enrollment.isOfViewersCentre === true ||
    isHerself(principal, enrollment.learnerId) ||
    teaches(principal, enrollment.instructorId) ||
    accompanies(principal, enrollment.mentorId)
  );
}

/**
 * Whether the viewer may read what is behind enrolment, i.e. lessons and questions: enrolled learners, the instructor of the course, and
 * admins. `isEnrolled` says whether the viewer has an enrolment that was not given up.
 */
export function mayReadContent(principal: Principal, course: { instructorId: string; isEnrolled: boolean }): boolean {
  if (principal.kind !== 'user') return false;
  if (principal.persona === 'admin' || teaches(principal, course.instructorId)) return true;
  return course.isEnrolled && isHerself(principal, principal.userId);
}

function seesAllProgress(principal: Principal): boolean {
  const persona = personaOf(principal);
  return PROGRESS_PERSONAS.some((allowed) => allowed === persona);
}

function teaches(principal: Principal, instructorId: string): boolean {
  return principal.kind === 'user' && principal.persona === 'instructor' && principal.userId === instructorId;
}

function accompanies(principal: Principal, mentorId: string | null): boolean {
  return principal.kind === 'user' && principal.persona === 'mentor' && principal.userId === mentorId;
}

/** Which enrolments a list shows: all of the tenant, those of a centre and the admin's own, or a person's own and those that she has by a persona. */
export type Listed =
  | { readonly kind: 'all' }
  | { readonly kind: 'centre'; readonly userId: string; readonly centreId: string | null }
  | { readonly kind: 'hers'; readonly userId: string; readonly as: 'instructor' | 'mentor' | null };

/** What the list of enrolments shows the viewer: all that `mayViewEnrollment` lets her see; undefined when there can be none. `centre`: which she is an admin of, if she is. */
export function listedTo(principal: Principal, centre?: { readonly centreId: string | null }): Listed | undefined {
  if (principal.kind === 'service') return principal.scopes.includes(PROGRESS_SCOPE) ? { kind: 'all' } : undefined;
  if (seesAllProgress(principal)) return { kind: 'all' };
  if (principal.kind !== 'user' || principal.persona === 'evaluator') return undefined;
  const { persona, userId } = principal;
  if (centre !== undefined) return { kind: 'centre', userId, centreId: centre.centreId };
  return { kind: 'hers', userId, as: persona === 'instructor' || persona === 'mentor' ? persona : null };
}
