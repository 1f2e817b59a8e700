/**
 * Why a reading of the register failed. UNREACHABLE, LATE, REFUSED: there was no answer, none in time, or one that says no. UNREADABLE: it is no list of
 * rows. TOO_LARGE: it is longer than a register can be. EMPTY, SHRUNK, TOO_DIRTY: it is a list that cannot be the register. ABANDONED: nobody ended it for an hour.
 */
export const SYNC_FAILURES = [
  'UNREACHABLE',
  'LATE',
  'REFUSED',
  'TOO_LARGE',
  'UNREADABLE',
  'EMPTY',
  'SHRUNK',
  'TOO_DIRTY',
  'ABANDONED',
] as const;
export type SyncFailure = (typeof SYNC_FAILURES)[number];
