import type { LocalDate } from '../local-date.ts';
import type { DutyFact } from '../separation-of-duties.ts';
import type { Cedula } from './accreditation.ts';
import type { MissedCriterion } from './phases.ts';

/** What is known of somebody who is to evaluate this candidate. */
export type EvaluatorFacts = {
  readonly evaluatorId: string;
  /** Whether she is certified in EC0076, which evaluating rests on. */
  readonly holdsEc0076: boolean;
  /** All that she was ever given, of any standard. */
  readonly cedulas: readonly Cedula[];
  readonly candidateId: string;
  /** What she did to this candidate before. */
  readonly duties: readonly DutyFact[];
  readonly at: Date;
};

/** What the signing of a plan rests on. */
export type AgreementFacts = {
  /** The version that the plan pins, as conocer knows it now. */
  readonly standard: { readonly code: string; readonly isActive: boolean };
  readonly evaluator: EvaluatorFacts;
  /** Purposes that must be consented to and are not. */
  readonly missingConsents: readonly string[];
  /** Whether the candidate acknowledged Derechos y obligaciones. */
  readonly hasAcuse: boolean;
  /** Evaluators who may not evaluate again: those of the evaluation that this case redoes. */
  readonly excludedEvaluators: readonly string[];
};

/** A member of the Grupo de Dictamen, or a verifier, and what she did to this candidate before. */
export type RulerFacts = {
  readonly personId: string;
  readonly candidateId: string;
  /** The standard of the case without its version. */
  readonly standardMajor: string | null;
  readonly duties: readonly DutyFact[];
  readonly at: Date;
};

/** What a submission rests on. Money in centavos; the fee is 0 until there is a payment port. */
export type SubmissionFacts = {
  /** `LOT`: the authority is served in lots that a dictamen has ruled (manual-lot). */
  readonly route: 'DIRECT' | 'LOT';
  readonly fee: { readonly dueCents: number; readonly paidCents: number };
  /** `CHECKED_BY_CONOCER`: it asks for it when it sends, and tells of a rejection that can be corrected. */
  readonly curp: 'VALID' | 'MISSING' | 'INVALID' | 'CHECKED_BY_CONOCER';
  readonly photo: 'ACCEPTED' | 'MISSING' | 'REJECTED' | 'CHECKED_BY_CONOCER';
  /** A valid official certificate of this person for this standard, and the last day of it (null: for good). */
  readonly validCertificate: { readonly folio: string; readonly validThrough: LocalDate | null } | null;
  /** What the tenant's Solarpunk gate says; `ADVISORY` never stops. */
  readonly gate: { readonly policy: 'GATE' | 'ADVISORY'; readonly missed: readonly MissedCriterion[] } | 'CHECKED_BY_CONOCER';
};
