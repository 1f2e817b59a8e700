import { fail, ok, type Result } from '@academy/kernel';
import type { CaseStatus } from './case.ts';

/** What is known when a learner requests the certification of a course that she completed. */
export type RequestFacts = {
  /** Her open case for the same standard, of this course or another; of this enrolment when the course has no standard. */
  readonly open: { readonly id: string; readonly isOfThisEnrollment: boolean; readonly isCorrectable: boolean } | undefined;
  /** The newest case of this enrolment. */
  readonly latest: { readonly status: CaseStatus; readonly hasCertificate: boolean } | undefined;
};

export type RequestDecision = { readonly kind: 'Open' } | { readonly kind: 'SubmitAgain'; readonly certificationId: string };

export type RequestRefusal =
  | { readonly kind: 'AlreadyOpen'; readonly certificationId: string }
  | { readonly kind: 'Ended'; readonly status: CaseStatus };

/**
 * Whether the request opens a case or submits a rejected one again. One case is open per candidate and standard; a completion that led to an end
 * leads to no second one, unless its case was closed before a certificate was issued.
 */
export function decideRequest({ open, latest }: RequestFacts): Result<RequestDecision, RequestRefusal> {
  if (open !== undefined) {
    return open.isOfThisEnrollment && open.isCorrectable
      ? ok({ kind: 'SubmitAgain', certificationId: open.id })
      : fail({ kind: 'AlreadyOpen', certificationId: open.id });
  }
  if (latest === undefined || (latest.status === 'CLOSED' && !latest.hasCertificate)) return ok({ kind: 'Open' });
  return fail({ kind: 'Ended', status: latest.status });
}
