import type { Strike } from '../nemesis.ts';
import type { Candidate } from './candidate.ts';

/** What a row's strike is given. */
export type CaseStrike = Strike & {
  /** Those who complete a course in this run, as far as they have begun. */
  readonly candidates: readonly Candidate[];
  /** Number of the run in its system, from 0. */
  readonly run: number;
  /** Runs when every case should have ended, before the run does: for what must hold then. */
  whenOver(work: () => Promise<void>): void;
};

/** What a row does something to. */
export type Touched = 'authority' | 'certification' | 'conocer' | 'courses' | 'postgres' | 'redis' | 'people';

/** One row of the fault matrix, on the way of a certification. */
export type Row = {
  /** Rows that touch the same are not played at once. */
  readonly touches: readonly Touched[];
  readonly says: string;
  /** Over in some seconds: fit to be played at every change. */
  readonly isQuick: boolean;
  /** In force before the first candidate begins; any other begins at a moment of its own. */
  readonly isFirst?: true;
  /** Why this machine cannot play it; undefined where it can. */
  missing?(): Promise<string | undefined>;
  /** The fault has come and gone when it resolves. Returns what is worth a note. */
  strike(given: CaseStrike): Promise<string | undefined>;
};
