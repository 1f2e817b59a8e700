import type { AuthorityName } from '@academy/contracts';
import type { Report } from '../domain/submission.ts';

/** What is handed to the authority. `candidate` is personal data: it is never stored or logged on this side. */
export type SubmissionRequest = {
  /** Our business key; the same in every retry. 1 to 100 letters, digits, or any of . _ : - */
  readonly externalRef: string;
  readonly standardCode: string;
  readonly candidate: { readonly curp: string; readonly fullName: string };
  /** Calendar day. */
  readonly evaluatedOn: string;
  readonly certificateFolio: string;
};

/** What came of handing in. `cause` is a code or figure for logs, never a text of the authority. */
export type SubmitOutcome =
  /** The authority has it. */
  | { readonly kind: 'accepted'; readonly authorityId: string }
  /** The authority looked at it and said no. */
  | { readonly kind: 'refused'; readonly reason: string; readonly isCorrectable: boolean }
  /** The authority may have it: only a look-up by `externalRef` can tell. */
  | { readonly kind: 'unknown'; readonly cause: string; readonly retryAfterMs?: number }
  /** The authority certainly does not have it. */
  | Unavailable;

/** Nothing was done. `retryAfterMs`: the authority does not want to be asked before. */
export type Unavailable = { readonly kind: 'unavailable'; readonly cause: string; readonly retryAfterMs?: number };

/** The answer to a question. `unavailable`: none came, or none that can be believed. */
export type Reading<T> = { readonly kind: 'answered'; readonly value: T } | Unavailable;

/** A submission as the authority has it. */
export type AuthorityReport = Report & { readonly externalRef: string; readonly standardCode: string };

/** A standard as the authority lists it. */
export type AuthorityStandard = {
  readonly code: string;
  readonly title: string;
  readonly level: number;
  readonly sector: string;
  readonly committee: string;
  readonly status: 'ACTIVE' | 'RETIRED';
};

export type StandardsPage = {
  readonly standards: readonly AuthorityStandard[];
  /** Rows whose code is none. */
  readonly unreadable: number;
  /** Their codes, as they came, at most 40 characters each. */
  readonly unreadableCodes?: readonly string[];
  readonly page: number;
  readonly pages: number;
};

export type CallOptions = { readonly signal: AbortSignal };

/**
 * What a job does with an authority. Every call ends within the plug-in's total deadline, and resolves: outages are outcomes, not exceptions.
 * No call is repeated behind the caller's back where the authority may have taken the first.
 */
export type AuthorityProcess = {
  /** `withinMs`: nothing is written to the authority later than this after the call, whatever happens to the process. */
  submit(request: SubmissionRequest, options: CallOptions & { readonly withinMs: number }): Promise<SubmitOutcome>;
  /** Every submission that the authority has under this key, oldest first. */
  find(externalRef: string, options: CallOptions): Promise<Reading<readonly AuthorityReport[]>>;
  /** Null: the authority knows no such id. */
  status(authorityId: string, options: CallOptions): Promise<Reading<AuthorityReport | null>>;
  /** One page of the authority's standards, from 1. `unavailable` with NO_REGISTER for one that keeps none. */
  standards(page: number, options: CallOptions): Promise<Reading<StandardsPage>>;
};

type Plugin = {
  readonly name: AuthorityName;
  /** Of the protocol. */
  readonly version: string;
  /** Checks that the authority knows us; everything else works without it. */
  initialize(options: CallOptions): Promise<Reading<'ready'>>;
  /** Gives back what the plug-in holds; nothing is called afterwards. */
  cleanup(): Promise<void>;
};

/** One that a job serves, case by case. */
export type JobAuthority = Plugin & { readonly servedBy: 'JOB'; readonly process: AuthorityProcess };

/** One that people serve, in lots: no job sends a case, none asks for it. */
export type LotAuthority = Plugin & { readonly servedBy: 'PEOPLE' };

/** Whoever certifies officially: a plug-in. docs/authority.md says how one is written. */
export type CertificationAuthority = JobAuthority | LotAuthority;
