import { fail, ok, type Result } from '@academy/kernel';
import type { CaseStatus } from './case/phases.ts';

/** So many cases are in a lot at most: what a Grupo de Dictamen rules on in a sitting, and one page of every list. */
export const LOT_MAX_SIZE = 100;

/** Of each lot at least this share is looked at, in percent, and at least so many cases: all of a small one. */
const SAMPLE_SHARE_PERCENT = 20;
const SAMPLE_LEAST = 5;

/** A lot as decisions see it. */
export type Lot = {
  readonly status: 'OPEN' | 'CLOSED';
  readonly size: number;
  readonly standardMajor: string;
  readonly centreId: string | null;
};

/** What a lot asks of a case. */
export type LotCandidate = {
  readonly id: string;
  readonly status: CaseStatus;
  readonly standardMajor: string | null;
  readonly centreId: string | null;
};

/** Why a lot stays as it is. */
export type LotRefusal =
  | { readonly kind: 'LotClosed' | 'LotOpen' | 'LotEmpty' }
  | { readonly kind: 'LotFull'; readonly max: number; readonly size: number; readonly adding: number }
  | { readonly kind: 'OtherStandard'; readonly certificationId: string; readonly expected: string; readonly came: string | null }
  | { readonly kind: 'OtherCentre'; readonly certificationId: string }
  | { readonly kind: 'NotAMember'; readonly certificationId: string };

/** Whether these cases, none of them in it yet, may be added: it is open, has room, and each is of its standard and its centre. */
export function mayAdd(lot: Lot, cases: readonly LotCandidate[]): Result<undefined, LotRefusal> {
  if (lot.status === 'CLOSED') return fail({ kind: 'LotClosed' });
  if (lot.size + cases.length > LOT_MAX_SIZE)
    return fail({ kind: 'LotFull', max: LOT_MAX_SIZE, size: lot.size, adding: cases.length });
  for (const { id: certificationId, standardMajor, centreId } of cases) {
    if (standardMajor !== lot.standardMajor)
      return fail({ kind: 'OtherStandard', certificationId, expected: lot.standardMajor, came: standardMajor });
    if (centreId !== lot.centreId) return fail({ kind: 'OtherCentre', certificationId });
  }
  return ok(undefined);
}

/** Whether it may be closed: it is open, and something is in it. */
export function mayClose(lot: Lot): Result<undefined, LotRefusal> {
  if (lot.status === 'CLOSED') return fail({ kind: 'LotClosed' });
  return lot.size === 0 ? fail({ kind: 'LotEmpty' }) : ok(undefined);
}

/** How many of a lot of this size are in its sample: a fifth, rounded up, but five at least, and never more than there are. */
export function sampleSizeOf(size: number): number {
  return Math.min(size, Math.max(SAMPLE_LEAST, Math.ceil((size * SAMPLE_SHARE_PERCENT) / 100)));
}

/**
 * The sample of these members, in no order: those whose digest comes first. `digestOf` must be a hash of the seed and the member, so that nobody knows the
 * sample before the seed is drawn, and whoever knows the seed finds the same sample again.
 */
export function drawSample(members: readonly string[], digestOf: (member: string) => string): readonly string[] {
  return members
    .map((member) => ({ member, digest: digestOf(member) }))
    .sort((one, other) => (one.digest < other.digest ? -1 : 1))
    .slice(0, sampleSizeOf(members.length))
    .map(({ member }) => member);
}
