import { fail, ok, type Result } from '@academy/kernel';
import type { MissedCriterion } from './solarpunk.ts';

/** Nothing is sent: the course misses the tenant's thresholds. */
export type Held = { readonly status: 'HELD' };
/** To be sent. `isAuthorityAway`: the last call certainly did not reach the authority. */
export type Prepared = { readonly status: 'PREPARED'; readonly isAuthorityAway: boolean };
/** A call was begun and may be under way; nothing of it is written to the authority after `endsAt`. */
export type Sending = { readonly status: 'SENDING'; readonly startedAt: Date; readonly endsAt: Date };
/** Whether the authority has it is not known. `absentAt`: when a look-up that counts did not find it. */
export type Unknown = {
  readonly status: 'UNKNOWN';
  readonly startedAt: Date;
  readonly endsAt: Date;
  readonly absentAt: Date | null;
};
/** The authority has it under its own id. */
export type Acknowledged = { readonly status: 'SENT' | 'IN_PROCESS'; readonly authorityId: string; readonly sentAt: Date };
export type Approved = {
  readonly status: 'APPROVED';
  readonly authorityId: string;
  readonly sentAt: Date;
  readonly officialFolio: string;
  /** Calendar day. */
  readonly issuedOn: string;
};
/** Refused by the authority, or never sent because something of the candidate is missing: then without id and date. */
export type Rejected = {
  readonly status: 'REJECTED';
  readonly authorityId: string | null;
  readonly sentAt: Date | null;
  readonly reason: string;
  readonly isCorrectable: boolean;
};

export type SubmissionState = Held | Prepared | Sending | Unknown | Acknowledged | Approved | Rejected;

/** A submission as decisions see it. */
export type Submission = {
  /** Calls begun. */
  readonly calls: number;
  /** Calls that may have reached the authority. */
  readonly attempts: number;
  /** What the other islands were told last. */
  readonly told: Announcement['kind'] | null;
  readonly state: SubmissionState;
};

/** What the other islands are to be told. */
export type Announcement =
  | { readonly kind: 'HELD'; readonly hold: 'SOLARPUNK_COMPLIANCE'; readonly missed: readonly MissedCriterion[] }
  | { readonly kind: 'HELD'; readonly hold: 'AUTHORITY_UNAVAILABLE' }
  | { readonly kind: 'UNKNOWN' }
  /** `handedOverBy`: the person who carried it there, where people serve the authority. */
  | { readonly kind: 'SENT'; readonly handedOverBy?: string }
  | { readonly kind: 'ACCEPTED' }
  | { readonly kind: 'REJECTED'; readonly reason: string; readonly isCorrectable: boolean }
  | { readonly kind: 'ISSUED'; readonly officialFolio: string; readonly issuedOn: string };

/** A submission after a transition, and what of it is news. */
export type Change = { readonly submission: Submission; readonly tells: readonly Announcement[] };

/** What came of a call. UNAVAILABLE: it certainly did not reach the authority. */
export type CallOutcome =
  | { readonly kind: 'ACCEPTED'; readonly authorityId: string }
  | { readonly kind: 'REFUSED'; readonly reason: string; readonly isCorrectable: boolean }
  | { readonly kind: 'UNKNOWN' }
  | { readonly kind: 'UNAVAILABLE' };

/** What the authority says about a submission that it has. */
export type Report =
  | { readonly state: 'RECEIVED' | 'IN_PROCESS'; readonly authorityId: string }
  | { readonly state: 'APPROVED'; readonly authorityId: string; readonly officialFolio: string; readonly issuedOn: string }
  | { readonly state: 'REJECTED'; readonly authorityId: string; readonly reason: string; readonly isCorrectable: boolean };

/** The submission is no longer where this transition begins: somebody else was faster, and there is nothing to do. */
export type Overtaken = { readonly kind: 'Overtaken'; readonly status: SubmissionState['status'] };

/** A new submission: held back with the thresholds that its course misses, or to be sent. */
export function openSubmission(isGateOpen: boolean, missed: readonly MissedCriterion[]): Change {
  const blank = { calls: 0, attempts: 0, told: null };
  if (isGateOpen) return { submission: { ...blank, state: { status: 'PREPARED', isAuthorityAway: false } }, tells: [] };
  return news({ ...blank, state: { status: 'HELD' } }, [{ kind: 'HELD', hold: 'SOLARPUNK_COMPLIANCE', missed }]);
}

/** The gate opened for a submission that it had held back: what is told of it next is news, another hold too. */
export function release(submission: Submission): Result<Change, Overtaken> {
  if (submission.state.status !== 'HELD') return overtaken(submission);
  return ok(news({ ...submission, told: null, state: { status: 'PREPARED', isAuthorityAway: false } }, []));
}

/** The authority is away for everybody: what waits to be sent is told to wait, without a call of its own. */
export function holdBack(submission: Submission): Result<Change, Overtaken> {
  if (submission.state.status !== 'PREPARED') return overtaken(submission);
  return ok(
    news({ ...submission, state: { status: 'PREPARED', isAuthorityAway: true } }, [
      { kind: 'HELD', hold: 'AUTHORITY_UNAVAILABLE' },
    ]),
  );
}

/** The intent of a call: to be committed before the first byte is written. */
export function beginCall(submission: Submission, window: { startedAt: Date; endsAt: Date }): Result<Change, Overtaken> {
  if (submission.state.status !== 'PREPARED') return overtaken(submission);
  const { calls, attempts } = submission;
  return ok(news({ ...submission, calls: calls + 1, attempts: attempts + 1, state: { status: 'SENDING', ...window } }, []));
}

/** A person carried it to the authority, which knows it by `authorityId` from now on. */
export function handOver(
  submission: Submission,
  { authorityId, by, at }: { authorityId: string; by: string; at: Date },
): Result<Change, Overtaken> {
  if (submission.state.status !== 'PREPARED') return overtaken(submission);
  const { calls, attempts } = submission;
  const next = { ...submission, calls: calls + 1, attempts: attempts + 1 };
  return ok(news({ ...next, state: { status: 'SENT', authorityId, sentAt: at } }, [{ kind: 'SENT', handedOverBy: by }]));
}

/** Why a submission is refused here, before it is sent; the candidate reads `reason`. */
export type UnsentRefusal = { readonly reason: string; readonly isCorrectable: boolean };

/** Without the candidate's data nothing can be sent; once they are there, the case may try again. */
export const IDENTITY_MISSING: UnsentRefusal = {
  reason: 'Falta la CURP o el nombre completo de la persona candidata; complétalos en el perfil y solicita de nuevo.',
  isCorrectable: true,
};

/** What was to be certified officially is valid no more. */
export const CERTIFICATE_REVOKED: UnsentRefusal = {
  reason: 'El certificado de la academia fue revocado; sin él no se entrega nada a la autoridad.',
  isCorrectable: false,
};

/** Nobody is left who could be certified. */
export const CANDIDATE_ERASED: UnsentRefusal = {
  reason: 'Los datos de la persona candidata fueron suprimidos a solicitud suya; nada se envió.',
  isCorrectable: false,
};

/** Nothing is sent. Only what is held back, or certainly not with the authority, can be refused so. */
export function refuseUnsent(submission: Submission, { reason, isCorrectable }: UnsentRefusal): Result<Change, Overtaken> {
  const { status } = submission.state;
  if (status !== 'PREPARED' && status !== 'HELD') return overtaken(submission);
  return ok(rejected(submission, { authorityId: null, sentAt: null, reason, isCorrectable }, []));
}

/** What came of call number `call`. It counts even when the call was given up in the meantime, but not after a later call began. */
export function recordOutcome(submission: Submission, call: number, outcome: CallOutcome): Result<Change, Overtaken> {
  const { state } = submission;
  if ((state.status !== 'SENDING' && state.status !== 'UNKNOWN') || submission.calls !== call) return overtaken(submission);
  switch (outcome.kind) {
    case 'ACCEPTED': {
      const { authorityId } = outcome;
      return ok(news({ ...submission, state: { status: 'SENT', authorityId, sentAt: state.startedAt } }, [{ kind: 'SENT' }]));
    }
    case 'REFUSED': {
      const { reason, isCorrectable } = outcome;
      return ok(rejected(submission, { authorityId: null, sentAt: state.startedAt, reason, isCorrectable }, []));
    }
    case 'UNKNOWN':
      return ok(lost(submission, state));
    case 'UNAVAILABLE': {
      const next = { ...submission, attempts: submission.attempts - 1 };
      return ok(
        news({ ...next, state: { status: 'PREPARED', isAuthorityAway: true } }, [
          { kind: 'HELD', hold: 'AUTHORITY_UNAVAILABLE' },
        ]),
      );
    }
  }
}

/** A call whose time is over and of which nothing was recorded: its process ended between the call and the record. */
export function giveUpCall(submission: Submission, now: Date): Result<Change, Overtaken> {
  const { state } = submission;
  if (state.status !== 'SENDING' || now < state.endsAt) return overtaken(submission);
  return ok(lost(submission, state));
}

/** The next step after a look-up found nothing: look again at `nextLookAt`, or send again (null). */
export type Absence = Change & { readonly nextLookAt: Date | null };

/**
 * A look-up at `now` found nothing. The authority may take `settleMs` to show what it received, so a look-up counts only that long
 * after the last moment at which the call could be written, and two that count, `settleMs` apart, are needed before the submission may be
 * sent again.
 */
export function noteAbsence(submission: Submission, now: Date, settleMs: number): Result<Absence, Overtaken> {
  const { state } = submission;
  if (state.status !== 'UNKNOWN') return overtaken(submission);
  const countsFrom = later(state.absentAt ?? state.endsAt, settleMs);
  if (now < countsFrom) return ok({ ...news(submission, []), nextLookAt: countsFrom });
  if (state.absentAt === null) {
    return ok({ ...news({ ...submission, state: { ...state, absentAt: now } }, []), nextLookAt: later(now, settleMs) });
  }
  return ok({ ...news({ ...submission, state: { status: 'PREPARED', isAuthorityAway: false } }, []), nextLookAt: null });
}

/**
 * What the authority says about it. A submission that was unknown is adopted under the authority's id; a status that goes back changes
 * nothing. A verdict is told once: stages that it skipped are told before it.
 */
export function takeReport(submission: Submission, report: Report): Result<Change, Overtaken> {
  const { state } = submission;
  switch (state.status) {
    case 'SENDING':
    case 'UNKNOWN':
      return ok(advance(submission, 'NOTHING', state.startedAt, report));
    case 'SENT':
    case 'IN_PROCESS':
      return ok(advance(submission, state.status, state.sentAt, report));
    default:
      return overtaken(submission);
  }
}

/** True when the authority now says something else than the verdict that it gave: a new case for people, never a change of this one. */
export function isReversal(state: Approved | Rejected, report: Report): boolean {
  switch (report.state) {
    case 'RECEIVED':
    case 'IN_PROCESS':
      return false;
    case 'APPROVED':
      return state.status !== 'APPROVED' || state.officialFolio !== report.officialFolio;
    case 'REJECTED':
      return state.status !== 'REJECTED';
  }
}

function advance(submission: Submission, reached: 'NOTHING' | 'SENT' | 'IN_PROCESS', sentAt: Date, report: Report): Change {
  const { authorityId } = report;
  const sent: Announcement[] = reached === 'NOTHING' ? [{ kind: 'SENT' }] : [];
  const accepted: Announcement[] = reached === 'IN_PROCESS' ? sent : [...sent, { kind: 'ACCEPTED' }];
  switch (report.state) {
    case 'RECEIVED': {
      const status = reached === 'IN_PROCESS' ? 'IN_PROCESS' : 'SENT';
      return news({ ...submission, state: { status, authorityId, sentAt } }, sent);
    }
    case 'IN_PROCESS':
      return news({ ...submission, state: { status: 'IN_PROCESS', authorityId, sentAt } }, accepted);
    case 'APPROVED': {
      const { officialFolio, issuedOn } = report;
      const state: Approved = { status: 'APPROVED', authorityId, sentAt, officialFolio, issuedOn };
      return news({ ...submission, state }, [...accepted, { kind: 'ISSUED', officialFolio, issuedOn }]);
    }
    case 'REJECTED': {
      const { reason, isCorrectable } = report;
      return rejected(submission, { authorityId, sentAt, reason, isCorrectable }, accepted);
    }
  }
}

function rejected(submission: Submission, facts: Omit<Rejected, 'status'>, before: readonly Announcement[]): Change {
  const { reason, isCorrectable } = facts;
  return news({ ...submission, state: { status: 'REJECTED', ...facts } }, [
    ...before,
    { kind: 'REJECTED', reason, isCorrectable },
  ]);
}

function lost(submission: Submission, { startedAt, endsAt }: Sending | Unknown): Change {
  return news({ ...submission, state: { status: 'UNKNOWN', startedAt, endsAt, absentAt: null } }, [{ kind: 'UNKNOWN' }]);
}

/** What was told last is not told again: an outage or an uncertainty that goes on is one, however many calls it takes. */
function news(submission: Submission, announcements: readonly Announcement[]): Change {
  const tells = announcements.filter(({ kind }, index) => kind !== (index === 0 ? submission.told : null));
  return { submission: { ...submission, told: tells.at(-1)?.kind ?? submission.told }, tells };
}

function overtaken({ state }: Submission) {
  return fail({ kind: 'Overtaken' as const, status: state.status });
}

function later(instant: Date, ms: number): Date {
  return new Date(instant.getTime() + ms);
}
