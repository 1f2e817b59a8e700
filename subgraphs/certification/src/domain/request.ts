import { fail, ok, type Result } from '@academy/kernel';
import type { CasePath, CaseStatus } from './case/phases.ts';

/** What is known when a learner requests the certification of a course that she completed. */
export type RequestFacts = {
  /** Her open case for the same standard, of this course or another; of this enrolment when the course has no standard. */
  readonly open: { readonly id: string; readonly isOfThisEnrollment: boolean; readonly isCorrectable: boolean } | undefined;
  /** The newest case of this enrolment. `isSettled`: what it led to stands in the way of another; see `settles`. */
  readonly latest:
    | { readonly id: string; readonly path: CasePath; readonly status: CaseStatus; readonly isSettled: boolean }
    | undefined;
};

/** `retryOf`: the case that ended, which the new one tries again. */
export type RequestDecision =
  | { readonly kind: 'Open'; readonly retryOf?: string }
  | { readonly kind: 'SubmitAgain'; readonly certificationId: string };

export type RequestRefusal =
  | { readonly kind: 'AlreadyOpen'; readonly certificationId: string }
  | { readonly kind: 'Ended'; readonly status: CaseStatus };

/**
 * Whether the request opens a case or submits a rejected one again. One case is open per candidate and standard; a completion that led to an end
 * leads to no second one, unless its case ended before a certificate was issued and another evaluation may end otherwise: the service would judge
 * the same completion in the same way, an evaluator sees the candidate anew.
 */
export function decideRequest({ open, latest }: RequestFacts): Result<RequestDecision, RequestRefusal> {
  if (open !== undefined) {
    return open.isOfThisEnrollment && open.isCorrectable
      ? ok({ kind: 'SubmitAgain', certificationId: open.id })
      : fail({ kind: 'AlreadyOpen', certificationId: open.id });
  }
  if (latest === undefined) return ok({ kind: 'Open' });
  const mayTryAgain =
    latest.status === 'CLOSED' ||
    latest.status === 'WITHDRAWN' ||
    latest.status === 'LAPSED' ||
    (latest.status === 'JUDGED_NOT_YET' && latest.path === 'ACCREDITED_EVALUATOR');
  if (mayTryAgain && !latest.isSettled) return ok({ kind: 'Open', retryOf: latest.id });
  return fail({ kind: 'Ended', status: latest.status });
}

/**
 * Whether what a case led to stands in the way of another for the same completion. Where the service judges, its certificate does. The academy's certificate of the course
 * says nothing of what an evaluator has judged: there it is the authority, once it was asked, or that two persons revoked that certificate.
 */
export function settles(one: {
  readonly path: CasePath;
  readonly attempt: number;
  readonly certificate: { readonly isIssued: boolean; readonly isRevoked: boolean } | undefined;
}): boolean {
  const { path, attempt, certificate } = one;
  if (path !== 'ACCREDITED_EVALUATOR') return certificate?.isIssued === true;
  return attempt > 0 || (certificate?.isIssued === true && certificate.isRevoked);
}
