import { fail, ok, type Result } from '@academy/kernel';
import type { EnrollmentStatus } from './enrollment.ts';

/** Why somebody does not accompany a learner through a course. */
export type MentoringRefusal =
  | { readonly kind: 'Herself' }
  | { readonly kind: 'NoMentor' }
  | { readonly kind: 'GivenUp' }
  | { readonly kind: 'Unchanged' };

/**
 * Whether an enrolment may get this mentor, or none (`mentorId` null): somebody else than the learner who holds the persona mentor, as long as the course was
 * not given up, and another than it has. Taking the mentor away is always possible.
 */
export function mayAccompany(asked: {
  readonly mentorId: string | null;
  readonly current: string | null;
  readonly learnerId: string;
  readonly isHeld: boolean;
  readonly status: EnrollmentStatus;
}): Result<void, MentoringRefusal> {
  const { mentorId } = asked;
  if (mentorId === asked.current) return fail({ kind: 'Unchanged' });
  if (mentorId === null) return ok(undefined);
  if (mentorId === asked.learnerId) return fail({ kind: 'Herself' });
  if (!asked.isHeld) return fail({ kind: 'NoMentor' });
  return asked.status === 'CANCELLED' ? fail({ kind: 'GivenUp' }) : ok(undefined);
}
