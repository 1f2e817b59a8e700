import type { Submission, SubmissionState } from '../domain/submission.ts';
import type { SubmissionRow } from '../tables/submissions.ts';

type StateColumns = Pick<
  SubmissionRow,
  | 'status'
  | 'isAuthorityAway'
  | 'calls'
  | 'attempts'
  | 'callStartedAt'
  | 'callEndsAt'
  | 'absentAt'
  | 'authorityId'
  | 'sentAt'
  | 'officialFolio'
  | 'issuedOn'
  | 'rejectionReason'
  | 'isCorrectable'
  | 'told'
>;

/** A row as decisions see it. Throws when the columns do not fit the status: the table's checks forbid that. */
export function toSubmission(row: SubmissionRow): Submission {
  const { calls, attempts, told } = row;
  return { calls, attempts, told, state: toState(row) };
}

/** The columns that a submission in this state has; those of other states are null. */
export function columnsOf({ calls, attempts, told, state }: Submission): StateColumns {
  return { ...BLANK, calls, attempts, told, status: state.status, ...ownColumns(state) };
}

const BLANK = {
  isAuthorityAway: false,
  callStartedAt: null,
  callEndsAt: null,
  absentAt: null,
  authorityId: null,
  sentAt: null,
  officialFolio: null,
  issuedOn: null,
  rejectionReason: null,
  isCorrectable: null,
};

function ownColumns(state: SubmissionState): Partial<StateColumns> {
  switch (state.status) {
    case 'HELD':
      return {};
    case 'PREPARED':
      return { isAuthorityAway: state.isAuthorityAway };
    case 'SENDING':
      return { callStartedAt: state.startedAt, callEndsAt: state.endsAt };
    case 'UNKNOWN':
      return { callStartedAt: state.startedAt, callEndsAt: state.endsAt, absentAt: state.absentAt };
    case 'SENT':
    case 'IN_PROCESS':
      return { authorityId: state.authorityId, sentAt: state.sentAt };
    case 'APPROVED': {
      const { authorityId, sentAt, officialFolio, issuedOn } = state;
      return { authorityId, sentAt, officialFolio, issuedOn };
    }
    case 'REJECTED': {
      const { authorityId, sentAt, reason, isCorrectable } = state;
      return { authorityId, sentAt, rejectionReason: reason, isCorrectable };
    }
  }
}

function toState(row: SubmissionRow): SubmissionState {
  const { status } = row;
  switch (status) {
    case 'HELD':
      return { status };
    case 'PREPARED':
      return { status, isAuthorityAway: row.isAuthorityAway };
    case 'SENDING':
      return { status, startedAt: known(row, 'callStartedAt'), endsAt: known(row, 'callEndsAt') };
    case 'UNKNOWN':
      return { status, startedAt: known(row, 'callStartedAt'), endsAt: known(row, 'callEndsAt'), absentAt: row.absentAt };
    case 'SENT':
    case 'IN_PROCESS':
      return { status, authorityId: known(row, 'authorityId'), sentAt: known(row, 'sentAt') };
    case 'APPROVED':
      return {
        status,
        authorityId: known(row, 'authorityId'),
        sentAt: known(row, 'sentAt'),
        officialFolio: known(row, 'officialFolio'),
        issuedOn: known(row, 'issuedOn'),
      };
    case 'REJECTED':
      return {
        status,
        authorityId: row.authorityId,
        sentAt: row.sentAt,
        reason: known(row, 'rejectionReason'),
        isCorrectable: known(row, 'isCorrectable'),
      };
  }
}

function known<Column extends keyof StateColumns>(row: SubmissionRow, column: Column): NonNullable<SubmissionRow[Column]> {
  const value = row[column];
  if (value === null || value === undefined) throw new Error(`The submission ${row.id} is ${row.status} and has no ${column}.`);
  return value;
}
