import { Fault } from '@academy/kernel';

/**
 * Why there is no answer.
 * - `unreachable`: no connection, or it broke before the answer was whole; the subgraph may have done the work
 * - `busy`: 502, 503 or 504: somebody on the way says "not now"
 * - `refused`: any other status that is no success; redirects among them, for nothing is sent elsewhere
 * - `nonsense`: an answer that is no GraphQL response, no JSON, no UTF-8 or no HTTP
 * - `too-large`: an answer over the cap
 * - `threw`: a subgraph of this process threw
 * - `aborted`: the caller's signal aborted first
 */
export type CallFailureReason = 'unreachable' | 'busy' | 'refused' | 'nonsense' | 'too-large' | 'threw' | 'aborted';

/** A call without an answer. Its message is for clients and names nothing; `cause` is for the log. */
export class CallFailure extends Fault {
  readonly reason: CallFailureReason;
  /** The HTTP status, where there was one. */
  readonly status: number | undefined;

  constructor(reason: CallFailureReason, cause: unknown, status?: number) {
    super(reason === 'aborted' ? 'TIMEOUT' : 'UNAVAILABLE', reason === 'aborted' ? TOO_SLOW : NO_ANSWER, { cause });
    this.name = 'CallFailure';
    this.reason = reason;
    this.status = status;
  }
}

const NO_ANSWER = 'A part of the system does not answer; try again shortly.';
const TOO_SLOW = 'A part of the system took too long; try again shortly.';
