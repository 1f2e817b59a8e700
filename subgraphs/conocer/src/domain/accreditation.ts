import { cedulaEndOf, fail, type LocalDate, ok, type Result } from '@academy/kernel';
import { type InvalidInput, invalid } from './input.ts';
import { parseStandardCode } from './standard-code.ts';

/** What a certifier says that an evaluator was given. */
export type AccreditationClaim = {
  readonly kind: 'CEDULA' | 'EC0076';
  readonly standardCode: string | null;
  readonly folio: string;
  readonly issuedOn: LocalDate;
  readonly validThrough: LocalDate | null;
};

/** As it is kept: the standard without its version, and the last day. */
export type AccreditationFacts = {
  readonly kind: 'CEDULA' | 'EC0076';
  readonly standardMajor: string | null;
  readonly folio: string;
  readonly issuedOn: LocalDate;
  readonly validThrough: LocalDate | null;
};

const FOLIO = /^[\p{L}\p{N}][\p{L}\p{N} ./-]{1,38}[\p{L}\p{N}]$/u;

/** The claim as it is kept, or the first value of it that cannot be: a cédula is for a standard and ends with the first 30 June; EC0076 is for none. */
export function readAccreditation(claim: AccreditationClaim, today: LocalDate): Result<AccreditationFacts, InvalidInput> {
  const { kind, standardCode, issuedOn, validThrough } = claim;
  const folio = claim.folio.normalize('NFC').trim();
  if (!FOLIO.test(folio))
    return invalid('folio', 'The document’s folio of 3 to 40 letters, digits, spaces, dots, slashes and dashes was expected.');
  if (issuedOn > today) return invalid('issuedOn', `A day up to today, ${today}, was expected, got ${issuedOn}.`);
  if (kind === 'EC0076') {
    if (standardCode !== null) return invalid('standardCode', 'None was expected for EC0076; leave it out.');
    if (validThrough !== null && validThrough < issuedOn)
      return invalid('validThrough', `A day not before ${issuedOn} was expected, got ${validThrough}.`);
    return ok({ kind, standardMajor: null, folio, issuedOn, validThrough });
  }
  if (validThrough !== null)
    return invalid('validThrough', `None was expected: a cédula of ${issuedOn} ends on ${cedulaEndOf(issuedOn)}; leave it out.`);
  const parsed = standardCode === null ? fail(undefined) : parseStandardCode(standardCode);
  if (!parsed.ok) return invalid('standardCode', 'The standard of the cédula was expected, such as EC0325 or EC0586.01.');
  return ok({ kind, standardMajor: parsed.value.major, folio, issuedOn, validThrough: cedulaEndOf(issuedOn) });
}
