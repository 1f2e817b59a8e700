import { DICTAMEN_QUORUM } from './case/guards.ts';

export const DICTAMEN_OUTCOMES = ['VALID', 'INVALID'] as const;
export type DictamenOutcome = (typeof DICTAMEN_OUTCOMES)[number];

/** What one of the Grupo de Dictamen said of a member; `reason`: why it is invalid, null where it is valid. */
export type Opinion = {
  readonly rulerId: string;
  readonly outcome: DictamenOutcome;
  readonly reason: string | null;
};

/**
 * What the opinions on one member, one for each ruler in the order in which they came, decide: what two of them agree on, and why it is invalid in the words of
 * both. Undefined while no two agree: where the first two differ, a third decides.
 */
export function decisionOf(
  opinions: readonly Opinion[],
): { readonly outcome: DictamenOutcome; readonly invalidFor: string | null } | undefined {
  for (const outcome of DICTAMEN_OUTCOMES) {
    const agreeing = opinions.filter((opinion) => opinion.outcome === outcome);
    if (agreeing.length < DICTAMEN_QUORUM) continue;
    const reasons = [...new Set(agreeing.map(({ reason }) => reason).filter((reason) => reason !== null))];
    return { outcome, invalidFor: outcome === 'INVALID' ? reasons.join(' / ') : null };
  }
  return undefined;
}

/** A member of a closed lot as the dictamen sees it. */
export type LotMember = {
  readonly certificationId: string;
  readonly isSampled: boolean;
  readonly outcome: DictamenOutcome | null;
  /** Whether its case still waits for a dictamen: it was not withdrawn, or closed, meanwhile. */
  readonly isWaiting: boolean;
};

/** How far the sample of a lot has come: whether nothing of it waits any more, and whether all that was decided of it is valid. */
export function sampleOf(members: readonly LotMember[]): { readonly isDecided: boolean; readonly isClean: boolean } {
  const sampled = members.filter((member) => member.isSampled);
  const decided = sampled.filter((member) => member.outcome !== null);
  return {
    isDecided: sampled.every((member) => member.outcome !== null || !member.isWaiting),
    // A sample of which nothing was left to look at proves nothing.
    isClean: decided.length > 0 && decided.every((member) => member.outcome === 'VALID'),
  };
}

/**
 * Members for which the sample stands: those outside it that wait, once all of it is decided and valid. One invalid member of the sample makes the rest be looked
 * at one by one.
 */
export function coveredBySample(members: readonly LotMember[]): readonly LotMember[] {
  const { isDecided, isClean } = sampleOf(members);
  if (!isDecided || !isClean) return [];
  return members.filter((member) => !member.isSampled && member.isWaiting && member.outcome === null);
}
