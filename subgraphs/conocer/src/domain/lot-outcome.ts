/** What a line of an outcome file says, read; `curpIndex` stands for the CURP, of which nothing is kept. */
export type OutcomeLine = {
  /** In the file, from 1; the header is line 1. */
  readonly line: number;
  readonly externalRef: string;
  readonly curpIndex: string;
  readonly standardCode: string;
  readonly verdict:
    | { readonly kind: 'ISSUED'; readonly officialFolio: string; readonly issuedOn: string }
    | { readonly kind: 'REJECTED'; readonly reason: string; readonly isCorrectable: boolean };
};

/** A member of the package that the outcome is of. */
export type OutcomeMember = {
  readonly externalRef: string;
  readonly certificationId: string;
  /** Null: the candidate was erased. */
  readonly curpIndex: string | null;
  readonly standardCode: string;
  readonly status: string;
  readonly officialFolio: string | null;
};

/**
 * What becomes of a line, or of a member without one. ISSUED, REJECTED: taken in. UNCHANGED: known already. The others change nothing and are for a person:
 * UNKNOWN (no such member), REPEATED (several lines on one member), MISSING (no line), NOT_SUBMITTED (was never handed over), CURP_MISMATCH, STANDARD_MISMATCH,
 * FOLIO_TWICE (in this file), FOLIO_OF_ANOTHER (certificate), REVERSAL (another verdict was taken in before).
 */
export const OUTCOME_KINDS = [
  'ISSUED',
  'REJECTED',
  'UNCHANGED',
  'UNKNOWN',
  'REPEATED',
  'MISSING',
  'NOT_SUBMITTED',
  'CURP_MISMATCH',
  'STANDARD_MISMATCH',
  'FOLIO_TWICE',
  'FOLIO_OF_ANOTHER',
  'REVERSAL',
] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** `line`: null of a member that is missing; `certificationId`: null of a line that is unknown to us. */
export type OutcomeEntry = { readonly line: number | null; readonly kind: OutcomeKind; readonly certificationId: string | null };

/** Kinds that leave nothing for a person to do. */
const SETTLED: ReadonlySet<OutcomeKind> = new Set(['ISSUED', 'REJECTED', 'UNCHANGED']);

/** Whether a person must look at it. */
export function isDoubt({ kind }: Pick<OutcomeEntry, 'kind'>): boolean {
  return !SETTLED.has(kind);
}

/**
 * What becomes of each line of an outcome file, in its order, and then of each member that no line speaks of. `foreignFolios`: folios of the file that certificates
 * of other submissions bear.
 */
export function reconcile(
  lines: readonly OutcomeLine[],
  members: readonly OutcomeMember[],
  foreignFolios: ReadonlySet<string>,
): readonly OutcomeEntry[] {
  const byRef = new Map(members.map((member) => [member.externalRef, member]));
  const timesOfRef = countBy(lines.map(({ externalRef }) => externalRef));
  const timesOfFolio = countBy(lines.flatMap(({ verdict }) => (verdict.kind === 'ISSUED' ? [verdict.officialFolio] : [])));
  const entries = lines.map((line): OutcomeEntry => {
    const member = byRef.get(line.externalRef);
    const certificationId = member?.certificationId ?? null;
    if (member === undefined) return { line: line.line, kind: 'UNKNOWN', certificationId };
    return { line: line.line, kind: kindOf(line, member), certificationId };
  });
  const told = new Set(lines.map(({ externalRef }) => externalRef));
  const missing = members
    .filter((member) => !told.has(member.externalRef) && isWithAuthority(member))
    .map(({ certificationId }): OutcomeEntry => ({ line: null, kind: 'MISSING', certificationId }));
  return [...entries, ...missing];

  function kindOf({ externalRef, curpIndex, standardCode, verdict }: OutcomeLine, member: OutcomeMember): OutcomeKind {
    if ((timesOfRef.get(externalRef) ?? 0) > 1) return 'REPEATED';
    if (curpIndex !== member.curpIndex) return 'CURP_MISMATCH';
    if (standardCode !== member.standardCode) return 'STANDARD_MISMATCH';
    if (verdict.kind === 'ISSUED') {
      if ((timesOfFolio.get(verdict.officialFolio) ?? 0) > 1) return 'FOLIO_TWICE';
      if (foreignFolios.has(verdict.officialFolio)) return 'FOLIO_OF_ANOTHER';
    }
    if (isWithAuthority(member)) return verdict.kind;
    if (member.status !== 'APPROVED' && member.status !== 'REJECTED') return 'NOT_SUBMITTED';
    const isSame = verdict.kind === 'ISSUED' ? member.officialFolio === verdict.officialFolio : member.status === 'REJECTED';
    return isSame ? 'UNCHANGED' : 'REVERSAL';
  }
}

function isWithAuthority({ status }: OutcomeMember): boolean {
  return status === 'SENT' || status === 'IN_PROCESS';
}

function countBy(texts: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return times;
}
