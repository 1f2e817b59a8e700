import { fail, ok, type Result } from '@academy/kernel';

/** Somebody taught a candidate, or evaluated her, ruled on her or audited how she was judged, towards a standard; or is assigned to. */
export type DutyFact = {
  readonly personId: string;
  readonly candidateId: string;
  /** The standard without its version, as a new version does not make a stranger of a teacher; null: none. */
  readonly standardMajor: string | null;
  readonly duty: 'TAUGHT' | 'EVALUATED' | 'RULED' | 'AUDITED';
  /** When it was last done. */
  readonly at: Date;
};

/** Where what somebody did to a candidate is kept: the port through which evaluation, verification and dictamen ask before they let anybody act. */
export type DutyFacts = {
  /** All that is known of these two, of any standard and age. */
  of(personId: string, candidateId: string): Promise<readonly DutyFact[]>;
};

/** What a person is about to do to a case. */
export type Duty = 'EVALUATE' | 'VERIFY' | 'RULE' | 'AUDIT';

export type DutyConflict = { readonly kind: 'DutyConflict'; readonly duty: DutyFact['duty']; readonly at: Date };

/** Who taught a candidate is no judge of her for so many months after. */
const CONFLICT_MONTHS = 12;

/** What a person who has done this may not do any more to the same candidate, for the same standard. */
const EXCLUDES: Readonly<Record<Duty, ReadonlySet<DutyFact['duty']>>> = {
  EVALUATE: new Set(['TAUGHT', 'RULED', 'AUDITED']),
  VERIFY: new Set(['TAUGHT', 'EVALUATED', 'AUDITED']),
  RULE: new Set(['TAUGHT', 'EVALUATED', 'AUDITED']),
  AUDIT: new Set(['TAUGHT', 'EVALUATED', 'RULED']),
};

/**
 * Whether a person may do this to a candidate's case for a standard: not who taught her within 12 months (instructor ∩ evaluator = ∅ per candidate and standard),
 * and who evaluated her rules on her never, however long ago: an evaluator is no part of the dictamen of her own cases. Who audits judged nothing of what she
 * audits, and judges nothing of it after. Nobody does any of it to herself. Facts of other persons, candidates and standards count for nothing. The newest fact that stands in the way is told.
 */
export function mayTakeDuty(
  act: { duty: Duty; personId: string; candidateId: string; standardMajor: string | null; at: Date },
  facts: readonly DutyFact[],
): Result<undefined, DutyConflict | { readonly kind: 'OwnCase' }> {
  if (act.personId === act.candidateId) return fail({ kind: 'OwnCase' });
  const oldest = monthsBefore(act.at, CONFLICT_MONTHS);
  const [conflict] = facts
    .filter(
      (fact) =>
        fact.personId === act.personId &&
        fact.candidateId === act.candidateId &&
        fact.standardMajor === act.standardMajor &&
        EXCLUDES[act.duty].has(fact.duty) &&
        (fact.duty !== 'TAUGHT' || fact.at >= oldest),
    )
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  return conflict === undefined ? ok(undefined) : fail({ kind: 'DutyConflict', duty: conflict.duty, at: conflict.at });
}

/** The same day so many months before, or the last day of that month where it is shorter. */
function monthsBefore(at: Date, months: number): Date {
  const before = new Date(at);
  before.setUTCMonth(before.getUTCMonth() - months);
  if (before.getUTCDate() !== at.getUTCDate()) before.setUTCDate(0);
  return before;
}
